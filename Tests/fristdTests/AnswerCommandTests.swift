import Foundation
import TestSupport
import Testing

/// A caseworker answers a reminder from the command line, and the running daemon heeds it.
@Suite struct AnswerCommandTests {
    private let configuration: ScratchConfiguration
    private let daemon: DaemonProcess

    init() throws {
        configuration = try ScratchConfiguration()
        // Due 2 June; the reminders come on 12 and 26 May and 1 June.
        daemon = try DaemonProcess.ready(configuration, now: "2026-05-12T07:59:58+02:00")
        try configuration.put("a.jsonl", Lines.measure("ua"))
        _ = try FileWatch.lines(1, of: configuration.record)
    }

    private func key() throws -> String {
        let line = try #require(WholeLines.of(configuration.record).first)
        return try #require(line.firstMatch(of: #/"key": "([a-z]{24})"/#).map { String($0.1) })
    }

    private func pending() throws -> [String] {
        try fristctl(configuration, "notices", "--pending", "--json").rows().compactMap { row in
            guard row["recipient"] as? String == "mhs", let time = row["scheduled"] as? String else { return nil }
            return "\(time.prefix(10)) \(row["stage"] as? String ?? "")"
        }
    }

    @Test func `snoozed, the reminder comes on the day asked for`() throws {
        #expect(try pending() == ["2026-05-26 reminder", "2026-06-01 reminder", "2026-06-03 overdue"])
        let outcome = try fristctl(
            configuration,
            arguments: ["snooze", key(), "--until", "2026-05-28", "--reason", "aftalt-moede", "--as", "mhs"])
        #expect(
            outcome.output
                == "udsat af mhs til 28-05-2026: Første opfølgning på indsatsen i sag 2026-0417 (ind-1), "
                + "frist 02-06-2026\n" && outcome.status == 0, "\(outcome.errors)")
        try configuration.awaitEmptySpool()
        #expect(try pending() == ["2026-05-28 reminder", "2026-06-01 reminder", "2026-06-03 overdue"])
        // Who, when and why stand on the case's time line.
        let line = try fristctl(configuration, "case", "2026-0417").output
        #expect(
            line.contains("påmindelse udsat") && line.contains("af mhs") && line.contains("begrundelse aftalt møde"),
            "\(line)")
    }

    @Test func `snoozed past the due date, it is told where it ends`() throws {
        let outcome = try fristctl(
            configuration, arguments: ["snooze", key(), "--until", "2026-07-01", "--reason", "andet", "--as", "mhs"])
        #expect(outcome.output.contains("for fristen er 02-06-2026"))
        try configuration.awaitEmptySpool()
        #expect(try pending() == ["2026-06-02 reminder", "2026-06-03 overdue"])
    }

    @Test func `acknowledged, it is kept with who and when`() throws {
        let outcome = try fristctl(configuration, arguments: ["ack", key(), "--as", "mhs"])
        // What it is about is told, so that a wrong key is seen at once.
        #expect(
            outcome.output
                == "kvitteret af mhs: Første opfølgning på indsatsen i sag 2026-0417 (ind-1), frist 02-06-2026\n"
                && outcome.status == 0, "\(outcome.errors)")
        try configuration.awaitEmptySpool()
        let line = try fristctl(configuration, "case", "2026-0417").output
        #expect(line.contains("påmindelse kvitteret: af mhs"), "\(line)")
        #expect(try pending() == ["2026-05-26 reminder", "2026-06-01 reminder", "2026-06-03 overdue"])
    }

    @Test(arguments: [
        (["ack", "nosuchkey", "--as", "mhs"], "ingen besked har nøglen »nosuchkey«"),
        (["ack", "KEY", "--as", "jpe"], "er til mhs, ikke til jpe"),
        (
            ["snooze", "KEY", "--until", "2026-05-28", "--reason", "aftalt-mode", "--as", "mhs"],
            "»aftalt-mode« er ikke en af de begrundelser, der er at vælge imellem: "
        ),
        (
            ["snooze", "KEY", "--until", "2026-05-28", "--reason", "aftalt-mode", "--as", "mhs"],
            "mente du »aftalt-moede«?"
        ),
        (["snooze", "KEY", "--until", "2026-05-28", "--reason", "ferie", "--as", "mhs"], "aftalt-moede"),
        (["snooze", "KEY", "--until", "2026-05-12", "--reason", "andet", "--as", "mhs"], "er ikke efter i dag"),
    ])
    func `what cannot be is refused with the reason`(arguments: [String], told: String) throws {
        let key = try key()
        let outcome = try fristctl(configuration, arguments: arguments.map { $0 == "KEY" ? key : $0 })
        #expect(outcome.status == 65 && outcome.errors.contains(told), "\(outcome.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: configuration.incoming) == [])
    }

    @Test func `in English it is refused in English`() throws {
        try configuration.replace("#language = \"da\"", with: "language = \"en\"", in: "fristd.toml")
        let outcome = try fristctl(configuration, arguments: ["ack", "nosuchkey", "--as", "mhs"])
        #expect(
            outcome.status == 65 && outcome.errors.contains("no notice has the key “nosuchkey”"), "\(outcome.errors)")
        let snoozed = try fristctl(
            configuration, arguments: ["snooze", key(), "--until", "2026-05-28", "--reason", "ferie", "--as", "mhs"])
        #expect(
            snoozed.status == 65 && snoozed.errors.hasPrefix("“ferie” is none of the reasons"), "\(snoozed.errors)")
    }
}
