import Foundation
import TestSupport
import Testing

/// A feed that falls silent, and one that comes in batches, before the running daemon.
@Suite struct FeedTests {
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration() }

    private func told(_ count: Int, of stage: String) throws -> [[String: Any]] {
        let lines = try FileWatch.lines(count, of: configuration.record) { $0.contains("\"stage\": \"\(stage)\"") }
        return try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    /// A daemon that ran at `first` and stopped, and one that runs on from `now`.
    private func restarted(_ first: String, at now: String) throws -> DaemonProcess {
        let before = try DaemonProcess.ready(configuration, now: first)
        before.signal(SIGTERM)
        _ = before.awaitExit()
        return try DaemonProcess.ready(configuration, now: now)
    }

    @Test func `silence is told to operations and the head once, and its end too`() throws {
        try configuration.set("feed", "silent_after", "{ hours = 8 }")
        let daemon = try restarted("2026-06-01T08:00:00+02:00", at: "2026-06-01T16:00:00+02:00")
        let silent = try told(2, of: "feed")
        #expect(Set(silent.compactMap { $0["recipient"] as? String }) == ["drift", "afd"])
        #expect(silent.allSatisfy { $0["case"] is NSNull && $0["rule"] is NSNull && $0["due"] is NSNull })
        let health = try fristctl(configuration, "status")
        #expect(
            health.status == 1 && health.output.contains("no update has come since 2026-06-01 08:00:"),
            "\(health.output)")
        try configuration.put("a.jsonl", Lines.measure("ua"))
        let all = try told(4, of: "feed")
        #expect(Set(all.compactMap { $0["key"] as? String }).count == 4)
        #expect(all.suffix(2).allSatisfy { ($0["message"] as? String)?.contains("igen") == true })
        #expect(try fristctl(configuration, "status").status == 0)
        withExtendedLifetime(daemon) {}
    }

    @Test func `an answer from the command line is no sign of life of the source`() throws {
        try configuration.set("feed", "silent_after", "{ hours = 8 }")
        let answer =
            #"{"id": "k", "case": "2026-0417", "event": "paamindelse.kvitteret", "at": "2026-06-01T15:59:00+02:00", "#
            + #""data": {"noegle": "abc", "af": "mhs"}}"# + "\n"
        let daemon = try restarted("2026-06-01T08:00:00+02:00", at: "2026-06-01T15:59:57+02:00")
        try configuration.put("a.jsonl", answer)
        try configuration.awaitEmptySpool()
        #expect(try told(2, of: "feed").count == 2)
        withExtendedLifetime(daemon) {}
    }

    /// What status counts as overdue, what `deadlines` lists, and what `explain` says of the report.
    private func overdue() throws -> String {
        let counts = try fristctl(configuration, "status", "--json").object()
        let rows = try fristctl(configuration, arguments: ["deadlines", "--status", "missing", "--json"]).rows()
        let explained = try fristctl(configuration, "explain", "2026-0417", "underretning-24-timer", "--json").object()
        let status = explained["status"] ?? ""
        let uncertain = explained["uncertain"] as? Bool ?? false
        return "\(counts["missing"] ?? "") missing, \(rows.count) rows missing, \(status) \(uncertain)"
    }

    @Test func `in batches, nothing is called overdue before the source has come so far`() throws {
        try configuration.set("feed", "batched", "true")
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-02T11:59:57+02:00")
        try configuration.put("a.jsonl", Lines.report("ua", of: "2026-0417", at: "2026-06-01T12:00:00+02:00"))
        let asked = try FileWatch.lines(of: configuration.record) { $0.contains("Ikke bekræftet") }
        #expect(asked.allSatisfy { $0.contains("\"recipient\": \"mhs\"") })
        #expect(try overdue() == "0 missing, 0 rows missing, pending true")
        let words = try fristctl(configuration, "explain", "2026-0417", "underretning-24-timer").output
        #expect(words.contains("løber (ikke bekræftet: sagssystemet"), "\(words)")
        let source =
            #"{"id": "ub", "case": "kilde/dubu", "event": "kilde.opdateret", "at": "2026-06-02T12:00:00+02:00", "#
            + #""data": {"til": "2026-06-02T12:00:00+02:00"}}"# + "\n"
        try configuration.put("b.jsonl", source)
        let overdue = try told(3, of: "overdue")
        #expect(Set(overdue.compactMap { $0["role"] as? String }) == ["vagt", "raadgiver", "teamleder"])
        #expect(try self.overdue() == "1 missing, 1 rows missing, missing false")
        withExtendedLifetime(daemon) {}
    }
}
