import Foundation
import TestSupport
import Testing

/// What scripts rely on: the names in JSON, in their order, and the forms of values.
@Suite struct FieldNameTests {
    private let configuration: ScratchConfiguration
    private let daemon: DaemonProcess

    init() throws {
        configuration = try ScratchConfiguration()
        let now = "2026-06-02T12:00:00+02:00"
        daemon = try DaemonProcess.ready(configuration, now: now)
        try configuration.put("a.jsonl", Lines.measure("u1") + Lines.report("u2", of: "2026-0418", at: now))
        try configuration.awaitEmptySpool()
        try daemon.awaitLog("sent notices")
    }

    /// The objects of a list, a line each.
    private func lines(_ outcome: BuiltProgram.Outcome) throws -> [String] {
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        try #require(lines.first == "[" && lines.last == "]")
        return Array(lines.dropFirst().dropLast())
    }

    @Test func `deadlines`() throws {
        let outcome = try fristctl(configuration, "deadlines", "--json")
        for line in try lines(outcome) {
            #expect(
                memberNames(line) == [
                    "case", "ref", "rule", "law", "grundlag", "start", "due", "status", "uncertain", "doable",
                    "settled", "met_at", "caseworker", "team",
                ])
        }
        let rows = try outcome.rows()
        #expect(rows.map { $0["start"] as? String } == ["2026-03-02", "2026-06-02T12:00:00.000+02:00"])
        #expect(rows.map { $0["due"] as? String } == ["2026-06-02", "2026-06-03T12:00:00.000+02:00"])
        #expect(rows.allSatisfy { $0["met_at"] is NSNull && $0["uncertain"] as? Bool == false })
        #expect(rows.allSatisfy { $0["status"] as? String == "pending" && $0["team"] as? String == "nord" })
    }

    @Test func `deadlines by status, rule, case, caseworker, team and due date`() throws {
        func count(_ arguments: String...) throws -> Int {
            try BuiltProgram("fristctl").run(
                ["deadlines", "--config", configuration.file, "--json"] + arguments
            ).rows().count
        }
        #expect(try count("--status", "pending") == 2 && count("--status", "missing") == 0)
        #expect(try count("--rule", "opfoelgning-foerste") == 1 && count("--case", "2026-0418") == 1)
        #expect(try count("--caseworker", "mhs") == 2 && count("--caseworker", "jpe") == 0)
        #expect(try count("--team", "nord") == 2 && count("--due-before", "2026-06-03") == 1)
        #expect(try count("--as-of", "2026-06-03T12:00:00+02:00", "--status", "missing") == 2)
    }

    @Test func `compliance`() throws {
        let outcome = try fristctl(
            configuration, "compliance", "--from", "2026-06-01", "--to", "2026-06-30", "--json", "--as-of",
            "2026-07-01T00:00:00+02:00")
        for line in try lines(outcome) {
            #expect(
                memberNames(line) == [
                    "rule", "grundlag", "met", "late", "missing", "excused", "pending", "uncertain", "percent",
                    "overdue_at_end",
                ])
            #expect(line.contains(#""missing": 1, "excused": 0, "pending": 0, "uncertain": 0, "percent": 0.0"#))
        }
        func rows(_ by: String...) throws -> [[String: Any]] {
            try fristctl(
                configuration,
                arguments: ["compliance", "--from", "2026-06-01", "--to", "2026-06-30", "--json", "--by"] + by
            ).rows()
        }
        let byTeam = try rows("team")
        #expect(byTeam.allSatisfy { $0["team"] as? String == "nord" && $0["rule"] is NSNull })
        #expect(Set(byTeam.compactMap { $0["grundlag"] as? String }).count == byTeam.count)
        let (crossed, total) = try (rows("team", "rule"), rows("total"))
        #expect(crossed.allSatisfy { $0["team"] as? String == "nord" && $0["rule"] is String })
        func missing(_ rows: [[String: Any]]) -> Int { rows.compactMap { $0["missing"] as? Int }.reduce(0, +) }
        #expect(missing(crossed) == missing(byTeam) && missing(total) == missing(byTeam) && total.count == byTeam.count)
    }

    @Test func `notices are told as they stand in the record`() throws {
        let outcome = try fristctl(configuration, "notices", "--sent", "--json")
        let listed = try lines(outcome).map { $0.trimmingCharacters(in: [" ", ","]) }
        let (found, recorded) = (listed.map(memberNames), WholeLines.of(configuration.record).map(memberNames))
        #expect(found == recorded && found.count == 2)
        let pending = try fristctl(configuration, "notices", "--pending", "--json").rows()
        #expect(!pending.isEmpty && pending.allSatisfy { $0["sent"] is NSNull })
    }

    @Test func `status`() throws {
        let outcome = try fristctl(configuration, "status", "--json")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(object?["status"] as? String == "well" && object?["cases"] as? Int == 2)
        #expect(object?["next_due"] as? String == "2026-06-02" && object?["files_waiting"] as? Int == 0)
    }
}
