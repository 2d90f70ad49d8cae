import Foundation
import TestSupport
import Testing

/// A daemon that is killed while many files come in: the spool, the store and the record must agree at the end.
@Suite(.noJournal) struct BurstTests {
    private let configuration: ScratchConfiguration
    private let now = "2026-06-02T12:00:00+02:00"
    private let rounds = 4
    private let files = 500

    init() throws { configuration = try ScratchConfiguration() }

    @Test func `killed in several bursts, every update is there once, and told once`() throws {
        var seed = Seed(for: "kills in a burst")
        for round in 0..<rounds {
            let daemon = try DaemonProcess.ready(configuration, now: now)
            let left = Int.random(in: 1..<files, using: &seed)
            for number in 0..<files {
                let id = "r\(round)-\(number)"
                try configuration.put("\(id).json", Lines.report(id, of: "case-\(id)", at: now))
            }
            try FileWatch.await("a half-empty spool", in: configuration.incoming) {
                try waiting() <= left ? true : nil
            }
            daemon.signal(SIGKILL)
            #expect(daemon.awaitExit() == SIGKILL)
        }
        let daemon = try DaemonProcess.ready(configuration, now: now)
        try configuration.awaitEmptySpool()
        let all = rounds * files
        // Each report is told to the one on duty and to the caseworker.
        let lines = try FileWatch.lines(2 * all, of: configuration.record)
        try daemon.signalAndAwaitStop()
        let database = "\(configuration.state)/fristd.sqlite"
        #expect(
            try sqlite(database, "SELECT count(*), count(DISTINCT id), count(DISTINCT case_id) FROM updates")
                == "\(all)|\(all)|\(all)\n")
        #expect(
            try sqlite(database, "SELECT state, count(*) FROM notices WHERE step = 'at-once' GROUP BY 1")
                == "sent|\(2 * all)\n")
        #expect(try sqlite(database, "PRAGMA integrity_check") == "ok\n")
        let keys = try lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(object?["key"] as? String)
        }
        #expect(keys.count == 2 * all && Set(keys).count == keys.count, "\(seed.advice)")
        let done = try FileManager.default.subpathsOfDirectory(atPath: "\(configuration.spool)/done")
        #expect(done.filter { $0.hasSuffix(".json") }.count == all)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(configuration.spool)/rejected").isEmpty)
        for person in ["mhs", "vagt"] {
            let log = WholeLines.of("\(configuration.log)/reminders/\(person).log")
            let entries = log.compactMap { $0.firstMatch(of: #/\[([a-z]{24})\]$/#)?.1 }
            #expect(entries.count == all && Set(entries).count == all, "\(seed.advice) \(person)")
        }
    }

    private func waiting() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: configuration.incoming).count
    }

    private func sqlite(_ database: String, _ sql: String) throws -> String {
        String(decoding: try ShellCommand(["sqlite3", database, sql]).output(), as: UTF8.self)
    }
}

extension DaemonProcess {
    /// Stops it as systemd does.
    func signalAndAwaitStop() throws {
        signal(SIGTERM)
        try awaitState("STOPPING=1")
        #expect(awaitExit() == 0)
    }
}
