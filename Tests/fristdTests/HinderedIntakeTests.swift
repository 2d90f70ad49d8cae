import Foundation
import TestSupport
import Testing

/// A daemon that cannot get at its spool, with the rights it has as a service.
@Suite(.enabled(if: Account.isPossible, "programs cannot be run as others here"))
struct HinderedIntakeTests {
    private let configuration: ScratchConfiguration
    private let now = "2026-05-12T12:00:00+02:00"
    /// A watchdog asks for a sign of life five times a second.
    private let often = ["WATCHDOG_USEC": "400000"]

    init() throws {
        configuration = try ScratchConfiguration()
        try configuration.giveToAccounts()
    }

    private func ready() throws -> DaemonProcess {
        try DaemonProcess.ready(configuration, now: now, environment: often, as: .daemon)
    }

    private func awaitMetric(_ line: String) throws {
        try FileWatch.await(line, in: configuration.state) {
            WholeLines.of(configuration.metrics).contains(line) ? true : nil
        }
    }

    @Test func `a spool it cannot look into degrades, is told once, and is read soon after it can`() throws {
        let daemon = try ready()
        #expect(try fristctl(configuration, "status").status == 0)
        try configuration.own("spool/incoming", 0, 0, 0o700)
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try daemon.awaitLog("the spool cannot be looked at")
        try awaitMetric("fristd_intake_hindered 1")
        let status = try fristctl(configuration, "status")
        #expect(status.status == 1, "\(status.output)")
        #expect(
            status.output.contains("updates are not taken in, or not all, since 2026-05-12 12:"), "\(status.output)")
        #expect(
            status.output.contains("incoming cannot be opened (Permission denied); give the daemon's user access to it")
        )
        // The monitor's numbers live on.
        try FileManager.default.removeItem(atPath: configuration.metrics)
        try awaitMetric("fristd_intake_hindered 1")
        // Another arrival is no news, nor is another look.
        try configuration.put("b.jsonl", Lines.measure("u2"))
        daemon.signal(SIGHUP)
        try daemon.awaitLog("reloaded")
        try configuration.own("spool/incoming", 61_001, 61_002, 0o3730)
        try configuration.awaitEmptySpool()
        try daemon.awaitLog("the spool can be looked at again")
        try awaitMetric("fristd_intake_hindered 0")
        #expect(daemon.logged.count { $0.contains("the spool cannot be looked at") } == 1)
        let after = try fristctl(configuration, "status")
        #expect(after.status == 0, "\(after.output)")
    }
}
