import Foundation
import TestSupport
import Testing

/// The daemon beside a journald that hangs, and beside none.
@Suite(.enabled(if: MountNamespace.isPossible, "needs root with CAP_SYS_ADMIN"))
struct JournalTroubleTests {
    private let configuration: ScratchConfiguration
    private let now = "2026-06-02T12:00:00+02:00"

    init() throws { configuration = try ScratchConfiguration() }

    @Test func `a journald that hangs holds up neither people, nor the watchdog, nor the end`() async throws {
        try await EmptyRun.inside { [configuration, now] in
            let journal = try EmptyRun.hangingJournal()
            try journal.fill()
            let daemon = try DaemonProcess.ready(
                configuration, now: now, environment: ["WATCHDOG_USEC": "400000"], logsToJournal: true)
            // Both logs and notices.
            try configuration.put("a.jsonl", "{\n" + Lines.report("u1", of: "c-1", at: now))
            try FileWatch.lines(2, of: configuration.record)
            try configuration.awaitEmptySpool()
            for _ in 0..<10 { try daemon.awaitState("WATCHDOG=1") }
            let status = try fristctl(configuration, "status")
            #expect(status.status == 1 && status.output.contains("2 notices are held up"), "\(status.output)")
            // A line that did not go to the journal is on standard error.
            try daemon.awaitLog("part or all of a file was refused")
            let end = try ContinuousClock().measure { try daemon.signalAndAwaitStop() }
            #expect(end < .seconds(2), "\(end)")
            withExtendedLifetime(journal) {}
        }
    }

    @Test func `where no journal listens status says so, and nothing is held up`() async throws {
        try await EmptyRun.inside { [configuration, now] in
            let daemon = try DaemonProcess.ready(configuration, now: now)
            try daemon.awaitLog("no journal listens")
            try configuration.put("a.jsonl", Lines.report("u1", of: "c-1", at: now))
            try FileWatch.lines(2, of: configuration.record)
            try configuration.awaitEmptySpool()
            let status = try fristctl(configuration, "status")
            #expect(status.status == 0 && status.output.contains("no journal listens at /run/systemd/journal/socket"))
            let pending = try fristctl(configuration, "notices", "--pending", "--json").rows()
            #expect(pending.allSatisfy { $0["state"] as? String == "waiting" })
        }
        let journal = try JournalDaemon.shared()
        try await journal.inside { [configuration] in
            let status = try fristctl(configuration, "status")
            #expect(!status.output.contains("no journal listens"), "\(status.output)")
        }
    }
}
