import Rules
import Testing

@testable import Deadlines

/// Faults of versions, ladders, kinds and spans.
@Suite struct BrokenDeclarationTests {
    private func version(_ header: String) -> String { "[pack]\n\(header)\n\n" + Pack.rule(12, "") }

    @Test(arguments: [
        ("until = 2023-12-31", "from = 2023-12-31"), ("until = 2024-06-30", "from = 2024-01-01"),
        ("title = \"always\"", "from = 2024-01-01"), ("title = \"always\"", "title = \"always\""),
    ])
    func twoVersionsInForceAtOnce(first: String, second: String) throws {
        let faults = try Pack.faults(
            (file: "gammel.toml", text: version(first)), (file: "ny.toml", text: version(second)))
        let fault = try #require(faults.first)
        #expect(faults.count == 1)
        #expect(fault.file == "ny.toml")
        #expect(fault.line == 5)
        #expect(fault.key == "rule[0].id")
        #expect(fault.message.contains("proeve"))
    }

    @Test func versionsThatFollowOneAnotherAreRight() throws {
        #expect(
            try Pack.faults(
                (file: "ny.toml", text: version("from = 2024-01-01")),
                (file: "gammel.toml", text: version("until = 2023-12-31"))) == [])
    }

    /// On such a day a start would fall under no version.
    @Test func versionsWithDaysBetweenThem() throws {
        let faults = try Pack.faults(
            (file: "ny.toml", text: version("from = 2024-01-03")),
            (file: "gammel.toml", text: version("until = 2023-12-31")))
        #expect(faults.map(\.file) == ["ny.toml"])
        #expect(faults.map(\.key) == ["rule[0].id"])
        #expect(faults.first?.message.contains("from 2024-01-01 to 2024-01-02") == true)
    }

    @Test(arguments: [("bfu-foer-afgoerelse", "no pack has the rule"), ("proeve", "no prerequisite")])
    func aChecklistNamesPrerequisites(need: String, says: String) throws {
        let list = """
            [[checklist]]
            id = "liste"
            title = "Liste"
            when = ["bfu.afsluttet"]
            current_for = { months = 12 }
            needs = ["\(need)"]
            """
        let faults = try Pack.faults((file: "x.toml", text: Pack.rule(12, "") + list))
        #expect(faults.map(\.line) == [18])
        #expect(faults.first?.message.contains(says) == true)
    }

    @Test(arguments: [
        ("rule = \"bfu-4-maneder\"", "percent = { 2024 = 50 }", 14, "no pack has the rule"),
        ("rule = \"proeve\"", "percent = { 2024 = 101 }", 18, "0 to 100"),
        ("rule = \"proeve\"", "", 13, "{ 2024 = 50 }"),
        ("rule = \"proeve\"", "percent = {}", 18, "{ 2024 = 50 }"),
    ])
    func `a figure of the country`(rule: String, percent: String, line: Int, says: String) throws {
        let figure = """
            [[country]]
            \(rule)
            source = "Kilde"
            act = "barnets lov"
            population = "alle"
            \(percent)
            """
        let faults = try Pack.faults((file: "x.toml", text: Pack.rule(12, "") + figure))
        #expect(faults.map(\.line) == [line] && faults.allSatisfy { $0.message.contains(says) }, "\(faults)")
    }

    @Test func aPackThatEndsBeforeItBegins() throws {
        let faults = try Pack.faults((file: "x.toml", text: "[pack]\nfrom = 2024-01-01\nuntil = 2023-12-31\n"))
        #expect(faults.map(\.line) == [3])
        #expect(faults.map(\.key) == ["pack.until"])
    }

    static let parts: [(text: String, line: Int, key: String, says: String)] = [
        (
            "[[ladder]]\nid = \"x\"\nsteps = [{ when = \"overdue\", to = [\"radgiver\"] }]", 3,
            "ladder[0].steps[0].to", "\"raadgiver\""
        ),
        (
            "[[ladder]]\nid = \"x\"\nsteps = [{ when = \"overdu\", to = [\"raadgiver\"] }]", 3,
            "ladder[0].steps[0].when", "\"overdue\""
        ),
        (
            "[[ladder]]\nid = \"x\"\nsteps = [{ befor = { days = 1 }, to = [\"raadgiver\"] }]", 3,
            "ladder[0].steps[0].befor", "\"before\""
        ),
        ("[[ladder]]\nid = \"x\"\nsteps = []", 3, "ladder[0].steps", "at least one step"),
        ("[[ladder]]\nid = \"standard\"\nsteps = [{ when = \"overdue\", to = \"vagt\" }]", 2, "ladder[0].id", "twice"),
        ("[kind.\"x.y\"]\ntitle = \"x\"\nfields = { til = \"dat\" }", 3, "kind.x.y.fields.til", "\"date\""),
        (
            "[kind.\"x.y\"]\ntitle = \"x\"\nfields = { til = \"date\" }\nrequired = [\"till\"]", 4,
            "kind.x.y.required", "\"til\""
        ),
        (
            "[kind.\"x.y\"]\ntitle = \"x\"\nfields = { hvorfor = { codes = \"arsag\" } }", 3,
            "kind.x.y.fields.hvorfor.codes", "\"aarsag\""
        ),
        ("[kind.\"x.y\"]\ntitle = \"x\"\ndoes = \"close-case\"", 3, "kind.x.y.does", "\"closes-case\""),
        ("\n[kind.\"bfu.behov\"]\ntitle = \"x\"", 2, "kind.bfu.behov", "twice"),
        (
            "[[span]]\nid = \"x\"\nstart = [\"bfu.behov\"]\nend = [\"bfu.afslutte\"]", 4, "span[0].end",
            "\"bfu.afsluttet\""
        ),
        ("[[rules]]\nid = \"x\"", 1, "rules", "\"rule\""),
        ("titel = \"x\"\n[pack]\ntitle = \"x\"", 1, "titel", "unknown key"),
    ]

    @Test(arguments: parts) func isToldWithItsLine(text: String, line: Int, key: String, says: String) throws {
        let faults = try Pack.faults((file: "x.toml", text: text))
        let fault = try #require(
            faults.first { $0.key == key && $0.message.contains(says) }, "\(faults)")
        #expect(fault.file == "x.toml")
        #expect(fault.line == line)
    }

    static let forms: [(form: String, more: [String], key: String, says: String)] = [
        ("stillness", ["within = { months = 3 }", "except = [\"brudd.*\"]"], "rule[0].except", "\"brudd.*\""),
        ("stillness", ["except = [\"brud.*\"]"], "rule[0]", "\"within\" is missing"),
        ("repetition", ["again = [\"opfoelgning.afholdt\"]"], "rule[0]", "\"within\" is missing"),
        (
            "repetition",
            [
                "again = [\"opfoelgning.afholdt\"]", "within = { months = 6 }", "next_date = \"naeste\"",
                "or_date_of = [\"indsats.ivaerksat\"]",
            ], "rule[0].or_date_of", "no date field"
        ),
        ("required-field", ["event = [\"bfu.afsluttet\"]", "must = {}"], "rule[0].must", "at least one field"),
        (
            "required-field",
            ["event = [\"bfu.afsluttet\"]", "inside = \"indsatsen\"", "must = { begrundet_stillingtagen = true }"],
            "rule[0].inside", "\"indsats\""
        ),
        (
            "prerequisite", ["decision = { span = \"indsatsen\" }", "met_by = [\"afgoerelse.truffet\"]"],
            "rule[0].decision.span", "\"indsats\""
        ),
    ]

    @Test(arguments: forms)
    func aFormIsToldWhatItLacks(form: String, more: [String], key: String, says: String) throws {
        let rule = Pack.rule.dropLast(3).map { $0.replacing("\"deadline\"", with: "\"\(form)\"") }
        let faults = try Pack.faults((file: "x.toml", text: (rule + more).joined(separator: "\n")))
        #expect(faults.contains { $0.key == key && $0.message.contains(says) }, "\(faults)")
    }

    @Test func aNextDateMustBeADateField() throws {
        let rule = Pack.rule.dropLast(3).map { $0.replacing("\"deadline\"", with: "\"repetition\"") }
        let more = [
            "span = \"indsats\"", "again = [\"opfoelgning.afholdt\"]", "within = { months = 6 }",
            "next_date = \"nste\"",
        ]
        let faults = try Pack.faults((file: "x.toml", text: (rule + more).joined(separator: "\n")))
        #expect(faults.map(\.line) == [12])
        #expect(faults.map(\.key) == ["rule[0].next_date"])
        #expect(faults.first?.message.contains("\"naeste\"") == true)
    }
}
