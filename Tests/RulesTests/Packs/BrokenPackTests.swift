import Rules
import TestSupport
import Testing

@testable import Deadlines

/// A wrong pack is refused: file, line, what is wrong, what would be right.
@Suite struct BrokenPackTests {
    /// What is wrong with one line of a pack, and what its fault must say.
    struct Breakage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let line: Int
        let text: String
        let key: String
        let says: [String]

        init(_ description: String, _ line: Int, _ text: String, key: String, _ says: String...) {
            testDescription = description
            self.line = line
            self.text = text
            self.key = key
            self.says = says
        }
    }

    static let words: [Breakage] = [
        Breakage("key", 12, "not_under_agee = 1", key: "rule[0].not_under_agee", "unknown key", "\"not_under_age\""),
        Breakage("kind", 11, "met_by = [\"bfu.afslutet\"]", key: "rule[0].met_by", "afslutet", "\"bfu.afsluttet\""),
        Breakage("start's kind", 9, "start = [\"bfu.behv\"]", key: "rule[0].start", "bfu.behv", "\"bfu.behov\""),
        Breakage(
            "field", 11, "met_by = [{ event = \"boernesamtale.afholdt\", where = { formal = \"bfu\" } }]",
            key: "rule[0].met_by[0].where.formal", "no field \"formal\"", "\"formaal\""),
        Breakage(
            "code", 11, "met_by = [{ event = \"boernesamtale.afholdt\", where = { formaal = \"afgorelse\" } }]",
            key: "rule[0].met_by[0].where.formaal", "unknown code \"afgorelse\"", "did you mean \"afgoerelse\""),
        Breakage("ladder", 7, "ladder = \"standrad\"", key: "rule[0].ladder", "standrad", "\"standard\""),
        Breakage(
            "span", 12, "or_end_of_running = [\"afdakning\"]", key: "rule[0].or_end_of_running", "afdakning",
            "\"afdaekning\""),
        Breakage("grundlag", 6, "grundlag = \"lokalt\"", key: "rule[0].grundlag", "lokalt", "\"lokal\""),
        Breakage("form", 8, "form = \"dedline\"", key: "rule[0].form", "dedline", "\"deadline\""),
        Breakage("unit", 10, "within = { month = 3 }", key: "rule[0].within.month", "unknown key", "\"months\""),
        Breakage("namespace", 12, "namespace = \"teem\"", key: "rule[0].namespace", "teem", "\"team\""),
        Breakage(
            "child's date", 10, "before_child_date = { field = \"fylder_81\", limit = { months = 6 } }",
            key: "rule[0].before_child_date.field", "describes a child", "\"fylder_18\""),
        Breakage(
            "§", 9, "start = { span = \"indsats\", where = { paragraf = { not = \"§ 75\" } } }",
            key: "rule[0].start.where.paragraf.not", "is no §", "\"46\""),
        Breakage(
            "span that must run", 12, "while = { span = \"indsatser\" }", key: "rule[0].while.span", "indsatser",
            "\"indsats\""),
        Breakage(
            "same field", 11, "met_by = [{ event = \"ledelsestilsyn.fund\", same = [\"pejlemaerk\"] }]",
            key: "rule[0].met_by[0].same", "no field \"pejlemaerk\"", "\"pejlemaerke\""),
        Breakage("id", 2, "id = \"prøve\"", key: "rule[0].id", "prøve", "1–64 of"),
    ]

    static let values: [Breakage] = [
        Breakage("limit of nothing", 10, "within = { months = 0 }", key: "rule[0].within.months", "not 0"),
        Breakage("limit below nothing", 10, "within = { days = -3 }", key: "rule[0].within.days", "not -3"),
        Breakage("limit in two units", 10, "within = { days = 3, months = 1 }", key: "rule[0].within", "one unit"),
        Breakage("limit in words", 10, "within = \"3 months\"", key: "rule[0].within", "a table", "a string"),
        Breakage("limit in fractions", 10, "within = { months = 1.5 }", key: "rule[0].within.months", "whole number"),
        Breakage("number for a word", 3, "title = 3", key: "rule[0].title", "a string", "a number"),
        Breakage("word for a flag", 12, "confirmed = \"no\"", key: "rule[0].confirmed", "true or false"),
        Breakage("day that is none", 12, "from = \"2024-02-30\"", key: "rule[0].from", "2024-02-30"),
        Breakage("no event", 11, "met_by = []", key: "rule[0].met_by", "names no event"),
        Breakage("event as a number", 11, "met_by = [3]", key: "rule[0].met_by", "an event", "a number"),
        Breakage("two sums", 12, "due_field = \"dato\"", key: "rule[0].due_field", "only one of"),
        Breakage("an end without a span", 11, "met_by = \"end\"", key: "rule[0].met_by", "a start that is a span"),
        Breakage(
            "condition of no form", 9,
            "start = [{ event = \"bfu.afsluttet\", where = { begrundet_stillingtagen = { is = true } } }]",
            key: "rule[0].start[0].where.begrundet_stillingtagen", "if_given"),
        Breakage("an end of its own without a span", 12, "or_own_end = true", key: "rule[0].or_own_end", "a span"),
        Breakage(
            "number for a flag", 9, "start = [{ event = \"underretning.modtaget\", where = { overgreb = 1 } }]",
            key: "rule[0].start[0].where.overgreb", "cannot be compared"),
        Breakage(
            "word for a date", 9, "start = [{ event = \"visitation.planlagt\", where = { dato = \"i dag\" } }]",
            key: "rule[0].start[0].where.dato", "cannot be compared"),
        Breakage("age in words", 12, "not_under_age = \"one\"", key: "rule[0].not_under_age", "whole number"),
    ]

    @Test(arguments: words + values) func isToldWithItsLine(_ breakage: Breakage) throws {
        let faults = try Pack.faults((file: "lokal.toml", text: Pack.rule(breakage.line, breakage.text)))
        let fault = try #require(
            faults.first { fault in
                fault.key == breakage.key && breakage.says.allSatisfy { fault.message.contains($0) }
            }, "\(faults)")
        #expect(fault.file == "lokal.toml")
        #expect(fault.line == breakage.line)
    }

    @Test func theRuleIsRightUntilItIsBroken() throws {
        #expect(try Pack.faults((file: "lokal.toml", text: Pack.rule(12, ""))) == [])
    }

    /// What is missing is told where its rule begins.
    @Test(arguments: ["title", "asks", "law", "grundlag", "ladder", "form", "start", "within", "met_by"])
    func aMissingKeyIsToldWithItsRule(key: String) throws {
        let lines = Pack.rule.filter { !$0.hasPrefix("\(key) =") }
        let text = "\n# the municipality's own\n" + lines.joined(separator: "\n")
        let faults = try Pack.faults((file: "lokal.toml", text: text))
        let fault = try #require(faults.first { $0.message.contains("\"\(key)\" is missing") }, "\(faults)")
        #expect(fault.line == 3)
        #expect(fault.key.hasPrefix("rule[0]"))
    }

    @Test func aSyntaxErrorIsToldWithItsLine() throws {
        let faults = try Pack.faults((file: "lokal.toml", text: Pack.rule(5, "law = \"Lokal")))
        let fault = try #require(faults.first { $0.message.contains("not TOML") })
        #expect(fault.file == "lokal.toml")
        #expect(fault.line == 5)
    }

    @Test func allThatIsWrongIsToldAtOnce() throws {
        let text = Pack.rule(7, "ladder = \"standrad\"").replacing("months = 3", with: "months = 0")
        let faults = try Pack.faults(
            (file: "lokal.toml", text: text), (file: "anden.toml", text: Pack.rule(3, "title = 7")))
        #expect(faults.map(\.file) == ["anden.toml", "lokal.toml", "lokal.toml"])
        #expect(faults.map(\.line) == [3, 7, 10])
    }

    /// What follows from a mistake is no second one: told as such it would be false.
    @Test(arguments: [
        (9, "start = [\"bfu.behv\"]"), (11, "met_by = [\"bfu.afslutet\"]"), (8, "form = \"dedline\""), (8, ""),
    ])
    func oneMistakeIsOneFault(line: Int, text: String) throws {
        let faults = try Pack.faults((file: "lokal.toml", text: Pack.rule(line, text)))
        #expect(faults.count == 1)
    }

    /// A file saved on Windows has its lines too.
    @Test func linesMayEndAsOnWindows() throws {
        let text = Pack.rule(10, "within = { months = 0 }").replacing("\n", with: "\r\n")
        #expect(try Pack.faults((file: "lokal.toml", text: text)).map(\.line) == [10])
    }
}
