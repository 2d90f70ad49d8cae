import Configuration
import Deadlines
import Foundation
import Logging
import Notices
import Store
import TestSupport
import Testing

/// What operations see of a log that cannot be written, and how they have it sent again.
@Suite(.ownJournal) struct RetryTests {
    private let configuration: ScratchConfiguration
    private let now = "2026-06-03T09:00:00+02:00"

    init() throws { configuration = try ScratchConfiguration() }

    private var broken: String { "\(configuration.log)/reminders/mhs.log" }

    /// A directory stands where the log should be.
    private func breakLog() throws {
        try FileManager.default.createDirectory(atPath: broken, withIntermediateDirectories: true)
    }

    @Test func `what is held up is told, and SIGUSR1 tries it again`() throws {
        try breakLog()
        let daemon = try DaemonProcess.ready(configuration, now: now)
        try configuration.put("a.json", Lines.report("u1", of: "c-1", at: now))
        try FileWatch.lines(1, of: configuration.record)
        #expect(try daemon.awaitLog("held up").contains("reminders/mhs.log cannot be"))
        try daemon.awaitState("STATUS=1 cases, 0 overdue, 1 pending, 6 notices waiting, 1 held up")
        // However long it takes to look, it is not tried again meanwhile.
        daemon.signal(SIGSTOP)
        let status = try fristctl(configuration, "status")
        #expect(status.status == 1 && status.output.contains("1 notice is held up"), "\(status.output)")
        let pending = try fristctl(configuration, "notices", "--pending", "--json").rows()
        let held = try #require(pending.first { $0["state"] as? String == "sending" })
        #expect(held["recipient"] as? String == "mhs" && held["sink"] as? String == "person")
        #expect(held["attempts"] as? Int == 1 && held["sent"] is NSNull && held["retry_at"] is String)
        #expect((held["failure"] as? String)?.contains(broken) == true)
        #expect(pending.filter { $0["state"] as? String == "waiting" }.allSatisfy { $0["failure"] is NSNull })
        try FileManager.default.removeItem(atPath: broken)
        daemon.signal(SIGCONT)
        daemon.signal(SIGUSR1)
        try FileWatch.lines(2, of: configuration.record)
        try daemon.awaitLog("works again")
        #expect(try fristctl(configuration, "status").status == 0)
        // Told once when it began and once when it ended.
        #expect(daemon.logged.filter { $0.contains("held up and tried again") }.count == 1)
    }

    /// As the daemon leaves it after a day of trying.
    private func giveUp() throws {
        try breakLog()
        let settings = try SettingsReader(file: configuration.file).read()
        try FileManager.default.createDirectory(
            atPath: configuration.state, withIntermediateDirectories: true)
        let store = try Store(directory: configuration.state)
        _ = try store.take(
            CaseUpdates.read(Lines.report("u1", of: "c-1", at: now)), at: Instant(known: now),
            using: settings.reckoner())
        let sender = try Sender(
            store: store, logDirectory: configuration.log,
            clock: DaemonClock(startingAt: Instant(known: now)), logger: Logger(label: "test"),
            wording: Wording(
                settings.wording, law: settings.law,
                zone: settings.calendar.zone, office: settings.office, organisation: settings.organisation),
            zone: settings.calendar.zone,
            journalNamesCase: true,
            reckoner: settings.reckoner(), policy: RetryPolicy(first: 1, longest: 1, attempts: 1))
        try sender.sendDue()
    }

    @Test func `what was given up is shown with its key, and retry sends it`() throws {
        try giveUp()
        let daemon = try DaemonProcess.ready(configuration, now: now)
        let status = try fristctl(configuration, "status")
        #expect(status.status == 1)
        #expect(status.output.contains("1 notice could not be sent") && status.output.contains("fristctl retry KEY"))
        let rows = try fristctl(configuration, "notices", "--failed", "--json").rows()
        let key = try #require(rows.first?["key"] as? String)
        #expect(rows.count == 1 && rows[0]["state"] as? String == "failed" && rows[0]["retry_at"] is NSNull)
        let table = try fristctl(configuration, "notices", "--failed").output
        #expect(table.contains(key) && table.contains("personens log") && table.contains(broken))
        #expect(table.components(separatedBy: "\n").prefix(2).allSatisfy { $0.count <= 80 })
        try FileManager.default.removeItem(atPath: broken)
        let other = try fristctl(configuration, "retry", "nosuchkeynosuchkeynosuchk")
        #expect(other.status == 65 && other.errors.contains("nosuchkey"))
        #expect(try fristctl(configuration, "retry", key).status == 0)
        let line = try FileWatch.lines(2, of: configuration.record).last
        #expect(line?.contains(key) == true)
        #expect(try FileWatch.lines(of: broken) { $0.hasSuffix("[\(key)]") }.count == 1)
        #expect(try fristctl(configuration, "notices", "--failed", "--json").rows().isEmpty)
        #expect(try fristctl(configuration, "status").status == 0)
        // Who asked for what stays on record.
        try configuration.awaitEmptySpool()
        let updates = try ShellCommand([
            "sqlite3", "\(configuration.state)/fristd.sqlite", "SELECT data FROM updates WHERE id LIKE 'retry-%'",
        ]).output()
        #expect(String(decoding: updates, as: UTF8.self) == "noegle=w\(key)\n")
        withExtendedLifetime(daemon) {}
    }

    @Test func `what became untrue is shown with its state`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: now)
        try configuration.put("a.json", Lines.report("u1", of: "c-1", at: now))
        try FileWatch.lines(2, of: configuration.record)
        let met = #"{"id": "u2", "case": "c-1", "event": "underretning.vurderet", "at": "\#(now)", "ref": "und-1"}"#
        try configuration.put("b.json", met)
        try configuration.awaitEmptySpool()
        let rows = try fristctl(configuration, "notices", "--withdrawn", "--json").rows()
        #expect(rows.count == 6 && rows.allSatisfy { $0["state"] as? String == "withdrawn" })
        #expect(try fristctl(configuration, "notices").output.contains("sendt"))
        withExtendedLifetime(daemon) {}
    }
}
