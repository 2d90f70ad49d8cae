import Foundation
import TestSupport
import Testing

@Suite struct BackupTests {
    private let configuration: ScratchConfiguration
    private var copy: String { configuration.path("copy.sqlite") }

    init() throws { configuration = try ScratchConfiguration() }

    /// Puts the copy in the store's place as the command's help says.
    private func restore() throws {
        for ending in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: "\(configuration.state)/fristd.sqlite\(ending)")
        }
        try FileManager.default.copyItem(atPath: copy, toPath: "\(configuration.state)/fristd.sqlite")
    }

    private func deadlines() throws -> String {
        let outcome = try fristctl(configuration, "deadlines", "--json")
        #expect(outcome.status == 0)
        return outcome.output
    }

    private func rows(_ path: String, _ table: String) throws -> Data {
        try ShellCommand(["sqlite3", path, "SELECT * FROM \(table) ORDER BY 1, 2"]).output()
    }

    @Test func `what is restored has the same deadlines and tells nothing twice`() throws {
        let early = try DaemonProcess.ready(configuration, now: "2026-06-03T07:50:00+02:00")
        try configuration.put("a.jsonl", Lines.measure("u1") + Lines.measure("u2", of: "c-2", at: "2026-02-10"))
        try configuration.awaitEmptySpool()
        let outcome = try fristctl(configuration, "backup", copy)
        #expect(outcome.status == 0 && outcome.output.hasPrefix("\(copy) holds the store"), "\(outcome)")
        let before = try deadlines()
        try early.signalAndAwaitStop()
        let first = try DaemonProcess.ready(configuration, now: "2026-06-03T08:00:05+02:00")
        // What is told after the backup stands in the files alone.
        let lines = try FileWatch.lines(2, of: configuration.record)
        try first.awaitLog("sent notices")
        try first.signalAndAwaitStop()
        try restore()
        let pending = try fristctl(configuration, "notices", "--pending", "--json").rows().compactMap {
            $0["key"] as? String
        }
        #expect(pending.contains { key in lines.contains { $0.contains(key) } }, "the backup is of before")
        let second = try DaemonProcess.ready(configuration, now: "2026-06-03T10:00:00+02:00")
        // Something new goes its way, so that what was told before has had its turn.
        try configuration.put("b.json", Lines.report("u3", of: "c-3", at: "2026-06-03T10:00:00+02:00"))
        let told = try FileWatch.lines(of: configuration.record) { $0.contains("c-3") }
        #expect(told.count >= 1)
        try configuration.awaitEmptySpool()
        try second.signalAndAwaitStop()
        let keys = WholeLines.of(configuration.record).compactMap { $0.firstMatch(of: #/"key": "(\w+)"/#)?.1 }
        #expect(Set(keys).count == keys.count && keys.count >= lines.count + 2)
        #expect(try fristctl(configuration, "deadlines", "--json", "--case", "c-2").status == 0)
        let after = try fristctl(configuration, "deadlines", "--json", "--as-of", "2026-06-03T08:00:30+02:00").rows()
        let same = after.filter { $0["case"] as? String != "c-3" }
        #expect(same.count == before.split(separator: "\n").count - 2)
        #expect(try fristctl(configuration, "audit").status == 0)
    }

    @Test func `what was told after the backup is not told again when its update comes in again`() throws {
        let report = Lines.report("u2", of: "c-9", at: "2026-06-03T09:00:00+02:00")
        let first = try DaemonProcess.ready(configuration, now: "2026-06-03T09:00:05+02:00")
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try configuration.awaitEmptySpool()
        #expect(try fristctl(configuration, "backup", copy).status == 0)
        try configuration.put("b.json", report)
        let told = try FileWatch.lines(2, of: configuration.record)
        try first.awaitLog("sent notices")
        try first.signalAndAwaitStop()
        try restore()
        let second = try DaemonProcess.ready(configuration, now: "2026-06-03T09:10:00+02:00")
        try configuration.put("again.json", report)
        try configuration.awaitEmptySpool()
        // Something new goes its way, so that what was told before has had its turn.
        try configuration.put("c.json", Lines.report("u3", of: "c-10", at: "2026-06-03T09:10:00+02:00"))
        let lines = try FileWatch.lines(4, of: configuration.record)
        try second.signalAndAwaitStop()
        #expect(
            lines.count == 4 && lines.prefix(2) == told[...] && lines.dropFirst(2).allSatisfy { $0.contains("c-10") })
        let sent = try fristctl(configuration, "notices", "--sent", "--json").rows().filter {
            $0["case"] as? String == "c-9"
        }
        #expect(sent.count == 2 && Set(sent.map { $0["key"] as? String }).count == 2, "\(sent)")
    }

    @Test func `nor what stands in logs that were rotated and packed since the backup`() throws {
        let early = try DaemonProcess.ready(configuration, now: "2026-06-03T07:50:00+02:00")
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try configuration.awaitEmptySpool()
        #expect(try fristctl(configuration, "backup", copy).status == 0)
        try early.signalAndAwaitStop()
        let first = try DaemonProcess.ready(configuration, now: "2026-06-03T08:00:05+02:00")
        let old = try FileWatch.lines(2, of: configuration.record)
        try first.awaitLog("sent notices")
        try first.signalAndAwaitStop()
        for log in ["notices.jsonl", "reminders/mhs.log", "escalations/kor.log"] {
            let path = "\(configuration.log)/\(log)"
            guard FileManager.default.fileExists(atPath: path) else { continue }
            try FileManager.default.moveItem(atPath: path, toPath: "\(path).2")
            _ = try ShellCommand(["gzip", "\(path).2"]).output()
        }
        let second = try DaemonProcess.ready(configuration, now: "2026-06-04T09:00:00+02:00")
        try configuration.put("b.json", Lines.report("u3", of: "c-3", at: "2026-06-04T09:00:00+02:00"))
        try FileWatch.lines(2, of: configuration.record)
        try second.awaitLog("sent notices")
        try second.signalAndAwaitStop()
        try restore()
        let third = try DaemonProcess.ready(configuration, now: "2026-06-04T10:00:00+02:00")
        try configuration.put("d.json", Lines.report("u4", of: "c-4", at: "2026-06-04T10:00:00+02:00"))
        try FileWatch.lines(of: configuration.record) { $0.contains("c-4") }
        try third.signalAndAwaitStop()
        for line in old {
            let key = try #require(line.firstMatch(of: #/"key": "(\w+)"/#)?.1)
            #expect(!WholeLines.of(configuration.record).contains { $0.contains(key) }, "\(line)")
        }
    }

    @Test func `it is whole while the daemon takes updates in, and nobody else's to read`() throws {
        // The day before the first reminder, so that the queue holds it.
        let daemon = try DaemonProcess.ready(configuration, now: "2026-05-11T12:00:00+02:00")
        for number in 0..<300 {
            try configuration.put("\(number).json", Lines.measure("u\(number)", of: "c-\(number)"))
        }
        for round in 0..<5 {
            let outcome = try fristctl(configuration, "backup", "--force", copy)
            #expect(outcome.status == 0, "\(round): \(outcome)")
            let check = try ShellCommand(["sqlite3", copy, "PRAGMA integrity_check; PRAGMA journal_mode"]).output()
            #expect(String(decoding: check, as: UTF8.self).hasPrefix("ok\n"))
        }
        try configuration.awaitEmptySpool()
        #expect(try fristctl(configuration, "backup", "--force", copy).status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        for table in ["cases", "updates", "requirements", "notices", "notes"] {
            let (copied, own) = (try rows(copy, table), try rows("\(configuration.state)/fristd.sqlite", table))
            #expect(copied == own && !own.isEmpty, "\(table)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: configuration.path("."))
        #expect(names.filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
        withExtendedLifetime(daemon) {}
    }

    @Test func `a file that is there stays, and a damaged store gives no backup`() throws {
        let daemon = try DaemonProcess.ready(configuration)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: copy))
        let refused = try fristctl(configuration, "backup", copy)
        #expect(refused.status == 1 && refused.errors.contains("--force"))
        #expect(FileManager.default.contents(atPath: copy) == Data("mine".utf8))
        #expect(try fristctl(configuration, "backup", configuration.path("no/such/directory")).status == 1)
        _ = try ShellCommand([
            "sqlite3", "\(configuration.state)/fristd.sqlite",
            "PRAGMA foreign_keys = OFF; INSERT INTO moves VALUES (77, 1, 'r', '', '2026-01-01', NULL, NULL)",
        ]).output()
        let damaged = try fristctl(configuration, "backup", "--force", copy)
        #expect(damaged.status == 1 && damaged.errors.contains("fristctl audit"), "\(damaged)")
        #expect(FileManager.default.contents(atPath: copy) == Data("mine".utf8))
        let names = try FileManager.default.contentsOfDirectory(atPath: configuration.path("."))
        #expect(names.filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
        withExtendedLifetime(daemon) {}
    }
}
