import Foundation
import TestSupport
import Testing

/// A store that a newer version has written: nobody works on it, and nothing of it changes.
@Suite struct NewerStoreCommandTests {
    private let configuration: ScratchConfiguration

    init() throws {
        configuration = try ScratchConfiguration()
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-03T09:00:00+02:00")
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try configuration.awaitEmptySpool()
        try daemon.signalAndAwaitStop()
        _ = try ShellCommand([
            "sqlite3", "\(configuration.state)/fristd.sqlite",
            "INSERT INTO grdb_migrations VALUES ('999 of a later version')",
        ]).output()
    }

    /// Every byte of the state directory but for SQLite's shared memory and a log that holds nothing.
    private func bytes() throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: configuration.state) {
            let data = FileManager.default.contents(atPath: "\(configuration.state)/\(name)") ?? Data()
            if !name.hasSuffix("-shm"), !name.hasPrefix("fristd.lock"), !data.isEmpty { found[name] = data }
        }
        return found
    }

    @Test func `the daemon ends`() throws {
        let before = try bytes()
        let daemon = try DaemonProcess(configuration)
        #expect(daemon.awaitExit() == 1)
        #expect(daemon.logged.contains { $0.contains("written by a newer fristd") }, "\(daemon.logged)")
        #expect(try bytes() == before)
    }

    @Test(arguments: [
        ["deadlines"], ["case", "2026-0417"], ["explain", "2026-0417", "opfoelgning-foerste"], ["notices"],
        ["compliance", "--from", "2026-01-01", "--to", "2026-12-31"], ["digest", "--for", "tln", "--period", "week"],
        ["ack", "abc", "--as", "mhs"], ["snooze", "abc", "--until", "2099-06-30", "--reason", "andet", "--as", "mhs"],
        ["retry", "abc"],
        ["rules", "diff", "--last"], ["audit"], ["backup", "COPY"], ["backup", "--force", "COPY"],
        ["purge", "--closed-before", "2026-01-01", "--dry-run"], ["status"],
    ])
    func `every command that needs it refuses`(words: [String]) throws {
        let before = try bytes()
        let copy = configuration.path("copy.sqlite")
        let outcome = try fristctl(configuration, arguments: words.map { $0 == "COPY" ? copy : $0 })
        #expect(outcome.status == (words == ["status"] ? 2 : 1), "\(words): \(outcome)")
        #expect((outcome.output + outcome.errors).contains("was written by a newer fristd"), "\(words): \(outcome)")
        #expect(try bytes() == before, "\(words)")
        #expect(!FileManager.default.fileExists(atPath: copy))
    }
}
