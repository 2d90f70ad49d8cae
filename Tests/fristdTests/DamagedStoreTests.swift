import Foundation
import TestSupport
import Testing

/// A store that is damaged, and one without room: each with its own way out.
@Suite struct DamagedStoreTests {
    private let configuration: ScratchConfiguration
    private var store: String { "\(configuration.state)/fristd.sqlite" }

    init() throws { configuration = try ScratchConfiguration() }

    @Test func `what is no store sends people to their backup`() throws {
        try DaemonProcess.ready(configuration).signalAndAwaitStop()
        for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + ending) }
        try Data(repeating: 0x78, count: 8192).write(to: URL(fileURLWithPath: store))
        let copy = configuration.path("copy.sqlite")
        for words in [["deadlines"], ["audit"], ["backup", copy]] {
            let outcome = try BuiltProgram("fristctl").run(words + ["--config", configuration.file])
            #expect(outcome.status == 1 && outcome.errors.contains("fristd.sqlite is damaged"), "\(outcome)")
            #expect(outcome.errors.contains("the last file that fristctl backup wrote"), "\(outcome)")
            #expect(
                !outcome.errors.contains("belongs to the service's user") && !outcome.errors.contains("there is room"))
        }
        let daemon = try DaemonProcess(configuration)
        #expect(daemon.awaitExit() == 1)
        #expect(
            daemon.logged.contains { $0.contains("is damaged") && $0.contains("fristctl backup") }, "\(daemon.logged)")
    }

    @Test func `a malformed page gives no backup, and not for want of room`() throws {
        let daemon = try DaemonProcess.ready(configuration)
        try configuration.put("a.jsonl", (0..<400).map { Lines.measure("u\($0)", of: "c\($0)") }.joined())
        try configuration.awaitEmptySpool()
        try daemon.signalAndAwaitStop()
        _ = try ShellCommand(["sqlite3", store, "PRAGMA journal_mode = DELETE"]).output()
        // Every page but the first, which has the schema, becomes rubbish.
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: store))
        let size = try file.seekToEnd()
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: Int(size) - 4096))
        try file.close()
        let outcome = try fristctl(configuration, "backup", configuration.path("copy.sqlite"))
        #expect(outcome.status == 1 && outcome.errors.contains("fristd.sqlite is damaged"), "\(outcome)")
        #expect(!outcome.errors.contains("there is room"), "\(outcome)")
    }

    @Test(.enabled(if: MountNamespace.isPossible, "no mounts of its own are allowed here"))
    func `a full disk asks for room, not for a restart`() async throws {
        let lines = try await SmallDisk.inside(kibibytes: 2048) { [configuration] path in
            try configuration.replace("directory = \"state\"", with: "directory = \"\(path)\"", in: "fristd.toml")
            let daemon = try DaemonProcess.ready(configuration)
            let ballast = try SmallDisk.fill(path)
            try configuration.put("a.jsonl", (0..<400).map { Lines.measure("u\($0)", of: "c\($0)") }.joined())
            try daemon.awaitLog("updates could not be taken in")
            try FileManager.default.removeItem(atPath: ballast)
            try configuration.awaitEmptySpool()
            try daemon.awaitLog("updates are taken in again")
            return daemon.logged
        }
        let line = try #require(lines.first { $0.contains("updates could not be taken in") })
        #expect(line.contains("make room, and fristd goes on by itself") && !line.contains("restart"), "\(line)")
        #expect(lines.count { $0.contains("updates could not be taken in") } == 1, "\(lines)")
    }

    @Test(.enabled(if: MountNamespace.isPossible, "no mounts of its own are allowed here"))
    func `a spool that the unit keeps read-only is told by the unit's setting`() async throws {
        let lines = try await SmallDisk.inside(kibibytes: 1024) { [configuration] path in
            try configuration.replace("directory = \"spool\"", with: "directory = \"\(path)/x\"", in: "fristd.toml")
            _ = try ShellCommand(["mount", "-o", "remount,ro", path]).output()
            let daemon = try DaemonProcess(configuration)
            daemon.awaitExit()
            return daemon.logged
        }
        #expect(lines.contains { $0.contains("ReadWritePaths=") && $0.contains("systemctl edit") }, "\(lines)")
    }
}
