import Foundation
import TestSupport
import Testing

/// A moment is typed with an offset, as local time, or as a date (spec §8).
@Suite struct MomentArgumentTests {
    /// Open at 00:00 and 07:59 of 2 June 2026, overdue at 00:00 of the 3rd.
    private static let line =
        #"{"id": "a-1", "case": "2026-0417", "event": "underretning.modtaget", "at": "2026-06-01T08:00:00+02:00", "ref": "u"}"#

    private func status(asOf moment: String) throws -> String {
        let configuration = try ScratchConfiguration()
        let file = configuration.path("updates.jsonl")
        try (Self.line + "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try fristctl(
            configuration, "deadlines", "--updates", file, "--as-of", moment, "--rule", "underretning-24-timer",
            "--json")
        return try #require(outcome.rows().first?["status"] as? String, "\(outcome)")
    }

    @Test(arguments: [
        ("2026-06-02", "pending"), ("2026-06-03", "missing"), ("2026-06-02T07:59", "pending"),
        ("2026-06-02T07:59:59", "pending"), ("2026-06-02T08:00", "missing"), ("2026-06-02T08:00:00", "missing"),
        ("2026-06-02T05:59:59Z", "pending"), ("2026-06-02T06:00:00Z", "missing"),
    ])
    func `without an offset it is local`(moment: String, status: String) throws {
        #expect(try self.status(asOf: moment) == status)
    }

    @Test(arguments: ["2026-02-30", "2026-06-02T24:00", "i morgen", "2026-06-02 08:00"])
    func `what is no moment is told with an example`(moment: String) throws {
        let outcome = try fristctl(try ScratchConfiguration(), "deadlines", "--as-of", moment)
        #expect(outcome.status == 64 && outcome.errors.contains("2026-03-02T08:00"), "\(outcome)")
    }
}
