import Deadlines
import Rules
import TestSupport
import Testing

/// What leaders' reviews look at: faults of it, and what the shipped packs say.
@Suite struct BrokenReviewTests {
    static let part = "[[pejlemaerke]]\ncode = \"journal\"\nquestion = \"?\"\n"
    static let theme = "[[theme]]\nid = \"x\"\ntitle = \"X\"\n"
    static let parts: [(text: String, line: Int?, key: String, says: String)] = [
        ("[review]\nnamespace = \"team\"", 1, "review", "declared twice"),
        (part + "rules = [\"opfoelgning-forste\"]", 4, "pejlemaerke[0].rules", "\"opfoelgning-foerste\""),
        ("[[pejlemaerke]]\ncode = \"jurnal\"\nquestion = \"?\"", 2, "pejlemaerke[0].code", "\"journal\""),
        ("[[pejlemaerke]]\ncode = \"journal\"", 1, "pejlemaerke[0]", "\"question\" is missing"),
        (part + "title = \"X\"", 4, "pejlemaerke[0].title", "unknown key"),
        (theme + "within = { months = 1 }", 1, "theme[0]", "\"events\" is missing"),
        (theme + "events = [\"bfu.behov\"]", 1, "theme[0]", "\"within\" is missing"),
        (theme + "running = \"bfuu\"", 4, "theme[0].running", "\"bfu\""),
        (theme + "running = \"bfu\"\nwithin = { months = 1 }", 5, "theme[0].within", "unknown key"),
        ("[[theme]]\nid = \"x y\"\ntitle = \"X\"\nrunning = \"bfu\"", 2, "theme[0].id", "must be"),
    ]

    @Test(arguments: parts.indices)
    func `told by line, with what would be right`(index: Int) throws {
        let part = Self.parts[index]
        let faults = try Pack.faults((file: "lokal.toml", text: part.text + "\n"))
        let fault = try #require(faults.first)
        #expect(faults.count == 1 && fault.file == "lokal.toml", "\(faults)")
        #expect(fault.line == part.line && fault.key == part.key && fault.message.contains(part.says), "\(fault)")
    }

    /// Or a reader would not see what is registered of it, or see it twice.
    @Test func `every rule of children's cases belongs to one pejlemærke`() throws {
        let law = try Shipped.wholeLaw
        let review = try #require(law.review)
        #expect(review.pejlemaerker.map(\.code).count == 6)
        let named = review.pejlemaerker.flatMap(\.rules)
        #expect(Set(named).count == named.count)
        let children = law.rules.filter { $0.value.contains { $0.namespace == nil } }.keys
        #expect(Set(named).symmetricDifference(children) == [])
    }
}
