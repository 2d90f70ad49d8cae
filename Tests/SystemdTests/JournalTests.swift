import Foundation
import Glibc
import Systemd
import TestSupport
import Testing

@Suite struct JournalTests {
    @Test func `an entry arrives with every field, byte by byte`() async throws {
        let journal = try JournalDaemon.shared()
        let key = UUID().uuidString
        let raw = "\u{FF}\u{0}\n\u{C3}(\n"
        let id: JournalMessageID = "c2c0fa2c5c2e4b7e9c4b7c9b4c5b0a11"
        try await journal.inside {
            var entry = JournalEntry("Første linje\nanden linje\u{0}slut", priority: .notice, id: id)
            entry.append("FRISTD_KEY", key)
            entry.append("FRISTD_RAW", raw)
            entry.append("FRISTD_EMPTY", "")
            entry.append("FRISTD_ABSENT", nil)
            entry.append("FRISTD_ROLE", "raadgiver")
            entry.append("FRISTD_ROLE", "leder")
            entry.append("FRISTD_LONG", String(repeating: "=", count: 300_000))
            let outcome = try Journal.send(entry)
            #expect(outcome == .taken)
        }
        let found = try journal.entries("FRISTD_KEY=\(key)")
        try #require(found.count == 1)
        #expect(found[0]["MESSAGE"] == ["Første linje\nanden linje\u{0}slut"])
        #expect(found[0]["PRIORITY"] == ["5"])
        #expect(found[0]["MESSAGE_ID"] == [id.description])
        #expect(found[0].fields["FRISTD_RAW"] == [Data(raw.utf8)])
        #expect(found[0]["FRISTD_EMPTY"] == [""])
        #expect(found[0].fields["FRISTD_ABSENT"] == nil)
        #expect(Set(found[0]["FRISTD_ROLE"]) == ["raadgiver", "leder"])
        #expect(found[0]["FRISTD_LONG"].first?.count == 300_000)
        #expect(found[0]["_TRANSPORT"] == ["journal"])
        #expect(found[0]["_PID"] == ["\(getpid())"])
    }

    @Test func `what no datagram holds keeps the beginning of its message`() async throws {
        let journal = try JournalDaemon.shared()
        let key = UUID().uuidString
        try await journal.inside {
            var entry = JournalEntry("Liste:" + String(repeating: " sag", count: 3_000_000), priority: .notice)
            entry.append("FRISTD_KEY", key)
            let outcome = try Journal.send(entry)
            #expect(outcome == .taken)
        }
        let found = try journal.entries("FRISTD_KEY=\(key)")
        try #require(found.count == 1)
        let message = try #require(found[0]["MESSAGE"].first)
        #expect(message.hasPrefix("Liste: sag sag") && message.hasSuffix(" …") && message.utf8.count > 60_000)
    }

    @Test func `journalctl prints what is no printable text as numbers`() async throws {
        let journal = try JournalDaemon.shared()
        let key = UUID().uuidString
        try await journal.inside {
            var entry = JournalEntry("raw", priority: .informational)
            entry.append("FRISTD_KEY", key)
            entry.append("FRISTD_RAW", "\u{1}\n")
            try Journal.send(entry)
        }
        let json = try journal.journalctl(["--output=json", "FRISTD_KEY=\(key)"])
        let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        #expect(object["MESSAGE"] as? String == "raw")
        #expect(object["FRISTD_RAW"] as? [Int] == [0x01, 0x0A])
    }

    @Test func `a message cannot forge a field`() async throws {
        let journal = try JournalDaemon.shared()
        let key = UUID().uuidString
        try await journal.inside {
            var entry = JournalEntry("quiet\nPRIORITY=0\nFRISTD_FORGED=1\n\nMESSAGE=second", priority: .debug)
            entry.append("FRISTD_KEY", key)
            try Journal.send(entry)
        }
        let found = try journal.entries("FRISTD_KEY=\(key)")
        #expect(found.count == 1)
        #expect(found.first?["PRIORITY"] == ["7"])
        #expect(found.first?.fields["FRISTD_FORGED"] == nil)
    }

    @Test func `a journald that listens is seen`() async throws {
        #expect(try await JournalDaemon.shared().inside { Journal.isListening })
    }

    @Test(.enabled(if: MountNamespace.isPossible, "needs root with CAP_SYS_ADMIN"))
    func `without a journald nothing is taken, and that is said`() async throws {
        try await EmptyRun.inside {
            #expect(!Journal.isListening)
            let outcome = try Journal.send(JournalEntry("into the void", priority: .debug))
            #expect(outcome == .noJournal)
        }
    }

    @Test(.enabled(if: MountNamespace.isPossible, "needs root with CAP_SYS_ADMIN"))
    func `a journald that is gone is a typed error`() async throws {
        try await EmptyRun.inside {
            try EmptyRun.leaveDeadSocket()
            #expect(!Journal.isListening)
            let error = #expect(throws: JournalError.self) {
                try Journal.send(JournalEntry("refused", priority: .debug))
            }
            #expect(error?.code == ECONNREFUSED)
        }
    }

    @Test func `of many entries in a row none is lost`() async throws {
        let journal = try JournalDaemon.shared()
        let key = UUID().uuidString
        let count = 5000
        let duration = try await journal.inside {
            try ContinuousClock().measure {
                for number in 0..<count { try Journal.send(Self.notice(number, run: key)) }
            }
        }
        let found = try journal.entries("FRISTD_RUN=\(key)").count
        print("journal: \(Int(Double(count) / (duration / .seconds(1)))) entries a second")
        #expect(found == count)
    }

    private static func notice(_ number: Int, run: String) -> JournalEntry {
        var entry = JournalEntry("Der er ikke registreret en børnesamtale i sag 2026-0417.", priority: .notice)
        entry.append("FRISTD_RUN", run)
        entry.append("FRISTD_KEY", "\(number)")
        entry.append("FRISTD_STAGE", "reminder")
        entry.append("FRISTD_CASE", "2026-0417")
        entry.append("FRISTD_REF", "ind-1")
        entry.append("FRISTD_RULE", "opfoelgning-foerste")
        entry.append("FRISTD_DUE", "2026-06-02")
        entry.append("FRISTD_RECIPIENT", "mhs")
        entry.append("FRISTD_ROLE", "raadgiver")
        return entry
    }
}
