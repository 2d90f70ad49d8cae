import Foundation
import TestSupport
import Testing

/// What people are told is true in their place: whose case it is, what time counts, and what has not yet happened.
@Suite struct ToldTests {
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration(wholeLaw: true) }

    /// Who is told what by `moment` of these updates of one case, in the order of telling.
    private func told(_ lines: [String], by moment: String) throws -> [(role: String, stage: String, text: String)] {
        let file = configuration.path("told.jsonl")
        try lines.enumerated().map { #"{"id": "t\#($0)", "case": "2026-0417", \#($1)}"# + "\n" }.joined()
            .write(toFile: file, atomically: true, encoding: .utf8)
        return try fristctl(
            configuration, arguments: ["notices", "--json", "--updates", file, "--as-of", moment]
        ).rows().map {
            ($0["role"] as? String ?? "", $0["stage"] as? String ?? "", $0["message"] as? String ?? "")
        }
    }

    private static let report =
        #""event": "underretning.modtaget", "at": "2026-06-01T12:00:00+02:00", "ref": "und-1", "caseworker": "mhs", "#
        + #""team": "nord""#

    @Test func `a conversation that is waived is not called overdue while it is not`() throws {
        let told = try told(
            [
                Self.report + #", "data": {"overgreb": true}"#,
                #""event": "boernesamtale.fravalgt", "at": "2026-06-02", "ref": "und-1", "#
                    + #""data": {"formaal": "underretning"}"#,
            ], by: "2026-06-04T12:00:00+02:00")
        let waived = told.filter { $0.text.contains("at børnesamtalen er fravalgt") }
        #expect(
            !waived.isEmpty && waived.allSatisfy { $0.role == "teamleder" && $0.text.contains("Rådgiver: mhs.") },
            "\(told)")
        #expect(!told.contains { $0.text.contains("passeret") && $0.text.contains("børnesamtale") }, "\(told)")
    }

    @Test func `who is told of another's case is told whose, and the caseworker is not`() throws {
        let told = try told([Self.report], by: "2026-06-03T12:00:00+02:00")
            .filter { $0.text.contains("en vurdering af underretningen") }
        let roles = Set(told.map(\.role))
        #expect(roles.isSuperset(of: ["raadgiver", "teamleder"]), "\(roles)")
        for notice in told {
            #expect(notice.text.contains("Rådgiver: mhs.") == (notice.role != "raadgiver"), "\(notice)")
            // By its date alone it would be counted as too late.
            if notice.stage != "escalation" { #expect(notice.text.contains("og det rigtige klokkeslæt"), "\(notice)") }
        }
    }
}
