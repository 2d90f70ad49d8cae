import Rules
import Testing

@testable import Deadlines

/// Faults of statistics.
@Suite struct BrokenStatisticTests {
    static let head = "[[statistic]]\nid = \"x\"\ntitle = \"X\"\n"
    static let parts: [(text: String, line: Int?, key: String, says: String)] = [
        (head + "form = \"cuont\"", 4, "statistic[0].form", "\"count\""),
        (head, 1, "statistic[0]", "\"form\" is missing"),
        (head + "form = \"count\"", 1, "statistic[0]", "events = "),
        (head + "form = \"count\"\nspan = \"bfuu\"", 5, "statistic[0].span", "\"bfu\""),
        (head + "form = \"count\"\nspan = \"bfu\"\nevents = [\"bfu.behov\"]", 5, "statistic[0].span", "excludes"),
        (head + "form = \"count\"\nevents = [\"bfu.behv\"]", 5, "statistic[0].events", "\"bfu.behov\""),
        (
            head + "form = \"count\"\nspan = \"bfu\"\nagainst = { span = \"bfu\" }", 6, "statistic[0].against",
            "\"title\" is missing"
        ),
        (head + "form = \"share\"\npart = [\"bfu.behov\"]", 1, "statistic[0]", "\"whole\" is missing"),
        (
            head + "form = \"waiting\"\nfrom = [\"bfu.behov\"]\nto = [\"indsats.ivaerksat\"]\nby = \"typ\"", 7,
            "statistic[0].by", "\"type\""
        ),
        (
            head + "form = \"waiting\"\nfrom = [\"bfu.behov\"]\nto = [\"bfu.afsluttet\"]\nunless_running = \"bfuu\"", 7,
            "statistic[0].unless_running", "\"bfu\""
        ),
        (head + "form = \"count\"\nspan = \"bfu\"\nby = \"type\"", 6, "statistic[0].by", "unknown key"),
        (
            "[[statistic]]\nid = \"underretninger\"\ntitle = \"X\"\nform = \"count\"\nspan = \"bfu\"", 2,
            "statistic[0].id", "twice"
        ),
        (
            "[[statistic]]\nid = \"o o\"\ntitle = \"X\"\nform = \"count\"\nspan = \"bfu\"", 2, "statistic[0].id",
            "must be"
        ),
    ]

    @Test(arguments: parts.indices)
    func `told by line, with what would be right`(index: Int) throws {
        let part = Self.parts[index]
        let faults = try Pack.faults((file: "lokal.toml", text: part.text + "\n"))
        let fault = try #require(faults.first)
        #expect(faults.count == 1 && fault.file == "lokal.toml", "\(faults)")
        #expect(fault.line == part.line && fault.key == part.key && fault.message.contains(part.says), "\(fault)")
    }
}
