import Configuration
import Deadlines
import Foundation
import Rules
import TestSupport
import Testing

@testable import Import

@Suite struct MappingTests {
    private static let good = """
        name = "dubu"
        mode = "snapshot"
        case = "Sag"
        [reaches]
        case = "kilde/dubu"
        column = "Udtrukket"
        [words.type]
        "Anbringelse" = "anbringelse"
        [[event]]
        kind = "indsats.ivaerksat"
        at = "Fra"
        data = { type = { column = "Type", words = "type" } }
        """

    @Test(arguments: [
        ("name = \"dubu\"", "name = \"du bu\"", 1, "1–32 of"),
        ("name = \"dubu\"", "navn = \"dubu\"", nil, "\"name\" is missing"),
        ("name = \"dubu\"", "name = \"dubu\"\nnavn = 1", 2, "unknown key; did you mean \"name\"?"),
        ("\"snapshot\"", "\"snapshots\"", 2, "did you mean \"snapshot\"?"),
        ("\"snapshot\"", "\"snapshot\"\nseparator = \"x\"", 3, "must be one of"),
        ("\"snapshot\"", "\"snapshot\"\nencoding = \"utf8\"", 3, "did you mean \"utf-8\"?"),
        ("\"snapshot\"", "\"snapshot\"\nid = \"Nr\"", 3, "an id of rows is for events"),
        ("\"snapshot\"", "\"events\"\nid = \"Nr\"", nil, ""),
        ("case = \"Sag\"\n", "", 8, "say which column is the case"),
        ("case = \"Sag\"", "case = 1", 3, "must be a column's name or a table"),
        ("[reaches]\ncase = \"kilde/dubu\"\ncolumn = \"Udtrukket\"\n", "", 2, "add [reaches]"),
        ("column = \"Udtrukket\"", "file = \"dubu.csv\"", 6, "must hold {date} once"),
        ("kilde/dubu", "kilde dubu", 5, "must be 1–64"),
        ("indsats.ivaerksat", "indsats.ivaerkst", 10, "did you mean \"indsats.ivaerksat\"?"),
        ("at = \"Fra\"\n", "", 9, "\"at\" is missing"),
        ("at = \"Fra\"", "at = { constant = \"2026-03-02\" }", 11, "must come from a column"),
        ("at = \"Fra\"", "at = { colum = \"Fra\" }", 11, "did you mean \"column\"?"),
        ("at = \"Fra\"", "at = \"Fra\"\nfuture = \"later\"", 12, "it is one of refused, waits"),
        ("at = \"Fra\"", "at = \"Fra\"\nwhere = { Status = { no = \"x\" } }", 12, "must be a word, a list"),
        ("data = { type", "data = { typ", 12, "has no field \"typ\"; did you mean \"type\"?"),
        ("data = { type = { column = \"Type\", words = \"type\" } }", "", 9, "must have the field \"type\""),
        ("words = \"type\"", "words = \"typer\"", 12, "did you mean \"type\"?"),
        ("words = \"type\"", "words = { A = true }", 12, "true cannot be its value"),
        ("words = \"type\"", "otherwise = \"x\"", 12, "list \"words\""),
        ("column = \"Type\"", "constant = \"x\", column = \"Type\"", 12, "not both"),
    ])
    func `a wrong mapping is told by line, and what would be right`(
        before: String, after: String, line: Int?, message: String
    ) throws {
        let text = Self.good.replacingOccurrences(of: before, with: after)
        try #require(text != Self.good)
        do {
            _ = try ImportScene.mapping(text)
            #expect(message.isEmpty)
        } catch let faults as Faults {
            let fault = faults.list.first { !message.isEmpty && "\($0)".contains(message) }
            #expect(fault != nil && fault?.line == line, "\(faults)")
        }
    }

    @Test func `codes are known to a mapping`() throws {
        let text = """
            name = "x"
            mode = "events"
            case = "Sag"
            [[event]]
            kind = "boernesamtale.afholdt"
            at = "Dato"
            data = { formaal = { column = "F", words = { "U" = "undersoegelse" } } }
            """
        let faults = #expect(throws: Faults.self) { try ImportScene.mapping(text) }
        #expect(
            faults.map { "\($0)" }?.contains("\"undersoegelse\" cannot be its value; it is one of underretning") == true
        )
    }

    /// The samples as they are installed, with their exports.
    @Test func `the samples are read without a refusal`() throws {
        let names = [
            ("indsatser", ["indsatser-2026-05-04", "indsatser-2026-05-11"]), ("haendelser", ["haendelser-2026-05-11"]),
            ("ledelsestilsyn", ["ledelsestilsyn-2026-06-12"]),
        ]
        for (name, exports) in names {
            var scene = try ImportScene(String(contentsOf: Self.tree("etc/import/\(name).toml"), encoding: .utf8))
            for export in exports {
                let bytes = Array(try Data(contentsOf: Self.tree("deploy/samples/\(export).csv")))
                let conversion = try scene.conversion(bytes: bytes, named: "\(export).csv")
                #expect(conversion.refused.isEmpty && conversion.entries.count > conversion.rows)
                try scene.take(conversion.entries.map(\.update))
            }
        }
    }

    /// A row filled in further says only what is new.
    @Test func `what leaders found comes back as a table, an update a cell`() throws {
        var scene = try ImportScene(String(contentsOf: Self.tree("etc/import/ledelsestilsyn.toml"), encoding: .utf8))
        let table = try String(contentsOf: Self.tree("deploy/samples/ledelsestilsyn-2026-06-12.csv"), encoding: .utf8)
        let first = try scene.conversion(bytes: Array(table.utf8), named: "a.csv")
        let found = first.entries.map(\.update).filter { $0.caseID.rawValue == "2026-0417" }
        #expect(
            found.map(\.event.rawValue).sorted().map { String($0.dropFirst(15)) } == Array(repeating: "fund", count: 5)
                + ["fund-rettet"])
        #expect(found.allSatisfy { $0.ref?.rawValue == "2026-1" } && found.count { $0.data.count == 2 } == 5)
        try scene.take(first.entries.map(\.update))
        let row = "2026-0417;2026-1;10-06-2026;Mangler;"
        let more = table.replacing("\(row);", with: "\(row)Delvist;")
        let second = try scene.conversion(bytes: Array(more.utf8), named: "b.csv")
        let words = second.entries.first?.update.data.values.compactMap(\.asWord).sorted()
        #expect(second.entries.count == 1 && second.unchanged == 12 && words == ["delvist", "undersoegelse"])
    }

    /// Whatever could start a statutory rule, and whatever meets it, comes from one of the samples.
    @Test func `the samples feed every statutory rule`() throws {
        let law = try Shipped.law
        let fed = try Set(
            ["indsatser", "haendelser"].flatMap { name in
                try ImportScene.mapping(String(contentsOf: Self.tree("etc/import/\(name).toml"), encoding: .utf8))
                    .events
                    .map(\.kind.name)
            })
        for rule in law.rules.values.joined() {
            let meeting = rule.form.meetingKinds(under: law)
            #expect(!rule.form.startingKinds(under: law).isDisjoint(with: fed), "what starts \(rule.id)")
            #expect(meeting.isEmpty || !meeting.isDisjoint(with: fed), "what meets \(rule.id)")
        }
    }

    /// Of a field that the samples do not read, a rule could say nothing but that it is missing.
    @Test func `the samples give no field the same value in every row that a rule asks for`() throws {
        let law = try Shipped.law
        for name in ["indsatser", "haendelser"] {
            let text = try String(contentsOf: Self.tree("etc/import/\(name).toml"), encoding: .utf8)
            let events = try ImportScene.mapping(text).events
            for rule in law.rules.values.joined() {
                guard case .requiredField(let form) = rule.form else { continue }
                for event in events where form.events.contains(where: { $0.event == event.kind.name }) {
                    for condition in form.conditions {
                        guard let field = event.data.first(where: { $0.name == condition.field }) else { continue }
                        #expect(field.source.constant == nil, "\(name): \(event.kind.name) \(condition.field)")
                    }
                }
            }
        }
    }

    private static func tree(_ path: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(path)
    }
}
