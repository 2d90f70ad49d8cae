import Configuration
import Deadlines
import Foundation
import Notices
import Store
import Telling
import TestSupport
import Testing

/// One sink fails, then another: what becomes of each notice.
@Suite(.ownJournal) struct SinkTests {
    private let room: SendingRoom
    private let clock: SteppingClock

    init() throws {
        room = try SendingRoom()
        clock = try SteppingClock(SendingRoom.evening)
        try room.takeOneOfEach()
    }

    private func states() throws -> [QueuedNotice.State: Int] {
        try Dictionary(grouping: room.store.notices(in: Set(QueuedNotice.State.allCases)), by: \.queued.state)
            .mapValues(\.count)
    }

    @Test func `while the record cannot be written people are told, and it has every line afterwards`() throws {
        let breakage = Breakage(log: room.log)
        let sender = try room.sender(by: clock.clock)
        try breakage.breakFile("notices.jsonl")
        sender.reopen()
        #expect(try sender.sendDue() == 0)
        let told = try PersonLog.all(in: room.log).flatMap(\.value.entries).map(\.key)
        let held = try room.store.heldUp()
        #expect(held.count == told.count && told.count > 8)
        #expect(
            held.allSatisfy { $0.queued.isTold && $0.trouble?.sink == .record && $0.trouble?.failure.attempts == 1 })
        // Told is told: meeting the requirement now takes nothing back.
        try room.take(
            #"{"id": "z", "case": "CASE", "event": "opfoelgning.afholdt", "at": "2026-06-02", "ref": "overdue"}"#,
            at: SendingRoom.evening)
        #expect(try room.store.heldUp().count == told.count)
        try breakage.mendFile("notices.jsonl")
        let before = clock.now
        clock.advance(minutes: 20)
        #expect(try sender.sendDue() == told.count)
        #expect(try room.recordedKeys().sorted() == told.sorted())
        for line in try room.recordLines() {
            let sent = try Instant(known: #require(line["sent"] as? String))
            #expect(sent == before, "it says when the person was told, not when the record was written")
        }
    }

    @Test(.enabled(if: MountNamespace.isPossible, "needs root with CAP_SYS_ADMIN"))
    func `a journal that takes nothing stops neither people nor record, and has every notice afterwards`() async throws
    {
        let journal = try JournalDaemon()
        let keys = try await journal.inside { [room, clock] in
            let breakage = Breakage(log: room.log)
            try breakage.breakJournal()
            let sender = try room.sender(by: clock.clock)
            #expect(try sender.sendDue() == 0)
            let keys = try room.recordedKeys()
            #expect(try PersonLog.all(in: room.log).flatMap(\.value.entries).count == keys.count && keys.count > 8)
            let held = try room.store.heldUp()
            #expect(held.count == keys.count && held.allSatisfy { $0.trouble?.sink == .journal })
            try breakage.mendJournal()
            clock.advance(minutes: 20)
            #expect(try sender.sendDue() == keys.count)
            return keys
        }
        let entries = ExportedEntry.parse(
            try journal.journalctl(["--output=export"] + keys.map { "FRISTD_KEY=\($0)" }))
        #expect(entries.flatMap { $0["FRISTD_KEY"] }.sorted() == keys.sorted())
    }

    @Test func `newer notices to one person wait behind older ones, and nobody else waits`() throws {
        let breakage = Breakage(log: room.log)
        let sender = try room.sender(by: clock.clock)
        try breakage.breakFile("reminders/mhs.log")
        try sender.sendDue()
        let older = Set(try room.store.heldUp().map(\.queued.notice.key))
        clock.advance(minutes: 0)
        try room.take(
            #"{"id": "n", "case": "CASE", "event": "underretning.modtaget", "at": "2026-06-03T17:00:00+02:00", "ref": "n"}"#,
            at: SendingRoom.evening)
        // Mended, but its time to be tried again has not come.
        try breakage.mendFile("reminders/mhs.log")
        #expect(try sender.sendDue() == 1)
        let newer = try room.store.heldUp().filter { !older.contains($0.queued.notice.key) }
        #expect(newer.map(\.trouble?.failure.attempts) == [0])
        #expect(
            try room.store.nextWake(by: room.settings.reckoner()).map { $0 > clock.now } == true,
            "nothing is polled meanwhile")
        clock.advance(minutes: 20)
        try sender.sendDue()
        let log = try PersonLog("\(room.log)/reminders/mhs.log")
        #expect(Set(log.entries.map(\.key)) == Set((older.union(newer.map(\.queued.notice.key))).map(\.rawValue)))
    }

    @Test func `what is met while a log cannot be written is withdrawn, not sent late`() throws {
        let breakage = Breakage(log: room.log)
        let sender = try room.sender(by: clock.clock)
        try breakage.breakFile("reminders/mhs.log")
        try sender.sendDue()
        try room.take(
            #"{"id": "z", "case": "CASE", "event": "opfoelgning.afholdt", "at": "2026-06-02", "ref": "overdue"}"#,
            at: SendingRoom.evening)
        try breakage.mendFile("reminders/mhs.log")
        clock.advance(minutes: 20)
        try sender.sendDue()
        let log = try PersonLog("\(room.log)/reminders/mhs.log")
        #expect(!log.entries.isEmpty && log.entries.allSatisfy { !$0.text.contains("(overdue)") })
        // The koordinator was told before.
        #expect(try PersonLog("\(room.log)/escalations/kbe.log").entries.contains { $0.text.contains("(overdue)") })
        #expect(try room.store.heldUp().isEmpty)
    }

    @Test func `what is tried in vain long enough has failed, and is sent when somebody asks for it`() throws {
        let breakage = Breakage(log: room.log)
        let sender = try room.sender(by: clock.clock, policy: RetryPolicy(first: 1000, longest: 4000, attempts: 3))
        try breakage.breakFile("escalations/kbe.log")
        for _ in 0..<4 {
            try sender.sendDue()
            clock.advance(minutes: 1)
        }
        let failed = try room.store.notices(in: [.failed])
        #expect(failed.count == 3 && failed.allSatisfy { $0.trouble?.failure.attempts == 3 })
        #expect(try room.store.heldUp().isEmpty && room.store.nextRetry() == nil)
        // Mending alone sends nothing.
        try breakage.mendFile("escalations/kbe.log")
        clock.advance(minutes: 60)
        #expect(try sender.sendDue() == 0)
        let vocabulary = room.settings.law.vocabulary
        let updates = try failed.enumerated().map { number, notice in
            try #require(
                vocabulary.update(
                    meaning: .retries, in: CaseID(rawValue: room.name), id: UpdateID(rawValue: "again-\(number)"),
                    at: .instant(clock.now), [(.key, .word(notice.queued.notice.key.rawValue))]))
        }
        _ = try room.store.take(updates, at: clock.now, using: room.settings.reckoner())
        #expect(
            try states()[.failed] == nil
                && room.store.nextWake(by: room.settings.reckoner()) == DeliveryFailure.asSoonAsPossible)
        #expect(try sender.sendDue() == 3)
        #expect(try PersonLog("\(room.log)/escalations/kbe.log").entries.count == 3)
        // The same update again, as from a file read twice, asks for nothing.
        _ = try room.store.take(updates, at: clock.now, using: room.settings.reckoner())
        #expect(try sender.sendDue() == 0)
    }

    @Test func `a restart tries at once what was held up`() throws {
        let breakage = Breakage(log: room.log)
        let first = try room.sender(by: clock.clock)
        try breakage.breakFile("reminders/mhs.log")
        try first.sendDue()
        let held = try room.store.heldUp().count
        try breakage.mendFile("reminders/mhs.log")
        #expect(try first.sendDue() == 0)
        #expect(try room.sender(by: clock.clock).sendDue() == held && held > 0)
    }
}
