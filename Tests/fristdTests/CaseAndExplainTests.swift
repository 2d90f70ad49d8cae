import Foundation
import TestSupport
import Testing

/// What people ask of one case.
@Suite struct CaseAndExplainTests {
    private let configuration: ScratchConfiguration
    private let updates: String

    init() throws {
        configuration = try ScratchConfiguration(wholeLaw: true)
        updates = try #require(Bundle.module.path(forResource: "Resources/koebenhavn-2020", ofType: "jsonl"))
    }

    private func ask(_ words: String...) throws -> BuiltProgram.Outcome {
        try fristctl(
            configuration, arguments: words + ["--updates", updates, "--as-of", "2019-12-31T23:59:59+01:00"])
    }

    @Test func `a sum is shown step by step`() throws {
        let outcome = try ask("explain", "k17", "opfoelgning-naeste")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("26. februar 2019 + 6 måneder = 26. august 2019"))
        #expect(outcome.output.contains("Serviceloven § 70 (lovens frist)"))
        #expect(outcome.output.contains("ved »opfølgning afholdt« (kbh-0090)"))
    }

    @Test func `why a rule asks for nothing is said too`() throws {
        let later = try ask("explain", "k01", "plan-3-maaneder")
        #expect(later.status == 0 && later.output.contains("reglen var ikke i kraft den 12. juni 2019"))
        let other = try ask("explain", "k15", "opfoelgning-foerste")
        #expect(
            other.output.contains(
                "udløser ikke fristen: »type: tidligt forebyggende (§ 11, stk. 3)« er ingen indsats i denne regel."))
    }

    @Test func `for programs the last requirement stands first and all are listed`() throws {
        let object = try ask("explain", "k17", "opfoelgning-naeste", "--json").object()
        #expect(object["start"] as? String == "2019-08-20" && object["due"] as? String == "2020-02-20")
        #expect((object["requirements"] as? [Any])?.count == 2)
        let none = try ask("explain", "k01", "plan-3-maaneder", "--json").object()
        #expect(none["due"] is NSNull && (none["not_because"] as? [Any])?.count == 1)
    }

    /// As tables show it.
    @Test(arguments: ["Næste opfølgning på indsatsen", "næste opfølgning på INDSATSEN"])
    func `a rule may be named by its title`(title: String) throws {
        let byID = try ask("explain", "k17", "opfoelgning-naeste").output
        #expect(try ask("explain", "k17", title).output == byID)
        let rows = try ask("deadlines", "--rule", title).output
        let rowsByID = try ask("deadlines", "--rule", "opfoelgning-naeste").output
        #expect(rows.contains("k17") && rows == rowsByID)
    }

    @Test func `an unknown rule is told with the nearest known one`() throws {
        let outcome = try ask("explain", "k01", "bfu-4-maneder")
        #expect(outcome.status == 1 && outcome.errors.contains("mente du »bfu-4-maaneder«?"))
    }

    @Test func `a case has everything on one time line`() throws {
        let object = try ask("case", "k17", "--json").object()
        #expect((object["updates"] as? [Any])?.count == 6)
        #expect((object["requirements"] as? [Any])?.isEmpty == false)
        #expect((object["notices"] as? [Any])?.isEmpty == false)
        let lines = try ask("case", "k17").output.split(separator: "\n")
        #expect(lines.first?.contains("● sag oprettet") == true)
    }

    private func asked(_ lines: [String], _ words: String...) throws -> String {
        let file = configuration.path("own.jsonl")
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try fristctl(
            configuration, arguments: words + ["--updates", file, "--as-of", "2026-06-15T12:00:00+02:00"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func line(_ id: String, _ event: String, _ at: String, _ data: String) -> String {
        #"{"id": "\#(id)", "case": "k-1", "event": "\#(event)", "at": "\#(at)", "ref": "x", "caseworker": "mhs", "#
            + #""team": "nord", "data": {\#(data)}}"#
    }

    @Test func `fields and codes are called by what people call them`() throws {
        let text = try asked(
            [
                Self.line("a", "sag.oprettet", "2026-01-05", #""foedt": "2013-07""#),
                Self.line("b", "bfu.foreloebig-vurdering", "2026-02-03", #""aarsag": "laege-eller-psykolog""#),
                Self.line("c", "boernesamtale.afholdt", "2026-02-04", #""formaal": "bfu""#),
                Self.line(
                    "d", "opfoelgning.afholdt", "2026-05-12", #""barnet_inddraget": true, "naeste": "2026-08-12""#),
                Self.line("e", "indsats.ivaerksat", "2026-05-13", #""type": "hjemmehos""#),
            ], "case", "k-1")
        for part in [
            "sag oprettet (x): født juli 2013,", "årsag læge eller psykolog,", "formål børnefaglig undersøgelse,",
            "barnet inddraget ja, næste opfølgning 12-08-2026,", "type hjemmehos,",
        ] { #expect(text.contains(part), "\(part): \(text)") }
    }

    @Test func `what was taken back says so on its own line`() throws {
        let lines = [
            Self.line("a", "indsats.ivaerksat", "2026-05-04", #""type": "aflastning""#),
            Self.line("b", "indsats.ivaerksat", "2026-05-05", #""type": "hjemmehos""#),
            Self.line("c", "registrering.annulleret", "2026-05-11", #""id": "a""#),
        ]
        let text = try asked(lines, "case", "k-1")
        #expect(text.contains("type aflastning, rådgiver mhs (annulleret 11-05-2026) [a]"), "\(text)")
        #expect(text.contains("type hjemmehos, rådgiver mhs [b]"))
        // A correction dated later has not yet taken anything back.
        let later = lines.dropLast() + [Self.line("c", "registrering.annulleret", "2026-07-01", #""id": "a""#)]
        #expect(try !asked(Array(later), "case", "k-1").contains("(annulleret"))
    }

    @Test func `in files too a notice says what made it due`() throws {
        let text = try asked(
            [
                Self.line("a", "bfu.besluttet", "2026-01-15", ""),
                Self.line("b", "bfu.afsluttet", "2026-05-13", #""begrundet_stillingtagen": true"#),
            ], "notices", "--sent")
        #expect(text.contains("Undersøgelsen er registreret afsluttet den 13. maj 2026, uden at"), "\(text)")
    }

    /// The line of the report's requirement in the time line of these updates.
    private func report(_ lines: [(event: String, at: String)]) throws -> String {
        try line(of: lines, "▲") { $0.contains("§ 136") }
    }

    private func line(
        of lines: [(event: String, at: String)], _ sign: Character, where isMeant: (Substring) -> Bool
    ) throws -> String {
        let file = configuration.path("report.jsonl")
        let text = lines.map {
            #"{"id": "\#($0.event)", "case": "c", "event": "\#($0.event)", "at": "\#($0.at)"}"#
        }
        try text.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let shown = try fristctl(
            configuration, arguments: ["case", "c", "--updates", file, "--as-of", "2026-05-08T12:00:00+02:00"])
        return shown.output.split(separator: "\n").first { $0.contains(sign) && isMeant($0) }.map(String.init)
            ?? ""
    }

    @Test func `the time line gives no time of day that nobody registered, and says what is uncertain`() throws {
        let instant = "2026-04-29T13:30:00+02:00"
        let uncertain = try report([("underretning.modtaget", instant), ("underretning.vurderet", "2026-04-30")])
        #expect(
            uncertain.hasPrefix("30-04-2026 13.30  ▲") && uncertain.hasSuffix(": for sent? 30-04-2026"), "\(uncertain)")
        let inTime = try report([("underretning.modtaget", instant), ("underretning.vurderet", "2026-04-29")])
        #expect(inTime.hasSuffix(": rettidig 29-04-2026"), "\(inTime)")
        let undated = try report([("underretning.modtaget", "2026-04-30")])
        #expect(undated.hasPrefix("01-05-2026        ▲") && undated.hasSuffix(": mangler"), "\(undated)")
        let known = try report([
            ("underretning.modtaget", instant), ("underretning.vurderet", "2026-04-30T14:00:00+02:00"),
        ])
        #expect(known.hasSuffix(": for sent 30-04-2026 14.00"), "\(known)")
    }

    @Test func `neither do the messages of a replay`() throws {
        let told = try line(of: [("underretning.modtaget", "2026-04-30")], "✉") { $0.contains("udløb") }
        #expect(told.contains("Fristen udløb senest ved udgangen af fredag den 1. maj 2026 (det"), "\(told)")
    }

    /// A file says nothing of when a line was registered, so it counts as registered at its `at`: what was known then is
    /// what a file without later lines says then. What was registered late is a matter of the store (`KnownAtTests`).
    @Test func `what a file says of a moment is what was known then`() throws {
        let period = ["compliance", "--from", "2019-01-23", "--to", "2019-12-31", "--json"]
        let moment = "2019-02-20T00:00:00+01:00"
        let lines = try String(contentsOfFile: updates, encoding: .utf8).split(separator: "\n").filter { line in
            line.firstMatch(of: #/"at": "(\d{4}-\d{2}-\d{2})/#).map { $0.1 <= "2019-02-20" } ?? false
        }
        let early = configuration.path("early.jsonl")
        try lines.joined(separator: "\n").write(toFile: early, atomically: true, encoding: .utf8)
        let known = try fristctl(configuration, arguments: period + ["--known-at", moment, "--updates", updates])
        let then = try fristctl(configuration, arguments: period + ["--as-of", moment, "--updates", early])
        #expect(known.status == 0 && known.output == then.output && known.output.contains("missing"))
        let later = try fristctl(configuration, arguments: period + ["--updates", updates])
        #expect(known.output != later.output)
    }

    @Test func `CSV has the names and numbers of JSON`() throws {
        let period = ["compliance", "--from", "2019-01-23", "--to", "2019-12-31"]
        let lines = try fristctl(configuration, arguments: period + ["--csv", "--updates", updates]).output
            .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let rows = try fristctl(configuration, arguments: period + ["--json", "--updates", updates]).rows()
        #expect(lines.count == rows.count + 1)
        for (line, row) in zip(lines.dropFirst(), rows) {
            for (name, cell) in zip(lines[0], line) {
                #expect("\(row[name] ?? "")" == cell || (row[name] as? Double) == Double(cell), "\(name)")
            }
        }
    }
}
