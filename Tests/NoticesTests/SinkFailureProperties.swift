import Configuration
import Deadlines
import Foundation
import Notices
import Store
import Telling
import TestSupport
import Testing

/// Every sink fails at random and heals at random, while things happen in the cases and time goes on.
@Suite(.enabled(if: MountNamespace.isPossible, "needs root with CAP_SYS_ADMIN"))
struct SinkFailureProperties {
    private static let files = [
        "reminders/mhs.log", "reminders/jpe.log", "reminders/vagt.log", "escalations/kbe.log", "escalations/tln.log",
        "notices.jsonl",
    ]

    @Test func `every true notice comes to every sink once and in order, and the store tells the truth meanwhile`()
        async throws
    {
        let journal = try JournalDaemon()
        var seed = Seed(for: "failing sinks")
        var told = 0
        for _ in 0..<6 {
            let room = try SendingRoom()
            let start = seed
            let end = try await journal.inside { try SinkFailureProperties.live(in: room, start) }
            seed = end
            let keys = try room.recordedKeys()
            let matches = keys.map { "FRISTD_KEY=\($0)" }
            let entries = ExportedEntry.parse(try journal.journalctl(["--output=export"] + matches))
            #expect(entries.flatMap { $0["FRISTD_KEY"] }.sorted() == keys.sorted(), "\(seed.advice)")
            told += keys.count
        }
        // One life may have little to tell; six that had would prove nothing.
        #expect(told > 60, "\(seed.advice)")
    }

    private static func live(in room: SendingRoom, _ start: Seed) throws -> Seed {
        var seed = start
        let clock = try SteppingClock("2026-05-29T10:00:00+02:00")
        let sender = try room.sender(by: clock.clock)
        let breakage = Breakage(log: room.log)
        for round in 0..<30 {
            try happen(round, room, clock, &seed)
            for file in files where seed.once(in: 4) {
                if breakage.isBroken(file) { try breakage.mendFile(file) } else { try breakage.breakFile(file) }
                // As after a rotation: what is open must not go on into the file that was put aside.
                sender.reopen()
            }
            if seed.once(in: 4) {
                try breakage.isJournalBroken ? breakage.mendJournal() : breakage.breakJournal()
            }
            clock.advance(minutes: seed.one(of: [1, 7, 45, 300, 1440, 4000]))
            try room.store.reckonChanged(at: clock.now, using: room.settings.reckoner())
            try sender.sendDue()
            try expectTruth(room, breakage, clock.now, "\(seed.advice) round \(round)")
        }
        for file in files { try breakage.mendFile(file) }
        try breakage.mendJournal()
        // On a working day after opening, later than any pause.
        try clock.set("2026-09-01T10:00:00+02:00")
        try sender.sendDue()
        try expectTruth(room, breakage, clock.now, "\(seed.advice) at the end")
        #expect(try room.store.notices(in: [.sending, .failed]).isEmpty)
        #expect(try room.store.due(at: clock.now, limit: 1).isEmpty)
        return seed
    }

    /// Something is registered, or nothing.
    private static func happen(
        _ round: Int, _ room: SendingRoom, _ clock: SteppingClock, _ seed: inout Seed
    ) throws {
        let zone = room.settings.calendar.zone
        let today = zone.date(of: clock.now)
        let ref = "r\(seed.one(of: Array(0...5)))"
        let worker = seed.one(of: ["mhs", "jpe"])
        let common =
            #"{"id": "u\#(round)", "case": "CASE", "ref": "\#(ref)", "caseworker": "\#(worker)", "team": "nord", "#
        let measure = common + #""event": "indsats.ivaerksat", "data": {"type": "anbringelse"}, "at": "#
        switch seed.one(of: [0, 1, 2, 3, 4, 5]) {
        case 0: try take(measure + "\"\(today.adding(days: -seed.one(of: [60, 85, 91, 100])))\"}")
        case 1: try take(measure + "\"\(today.adding(days: -91))\"}")
        case 2: try take(common + #""event": "underretning.modtaget", "at": "\#(zone.text(of: clock.now))"}"#)
        case 3: try take(common + #""event": "opfoelgning.afholdt", "at": "\#(today)"}"#)
        case 4: try take(common + #""event": "underretning.vurderet", "at": "\#(zone.text(of: clock.now))"}"#)
        default: break
        }
        func take(_ line: String) throws { try room.take(line, at: zone.text(of: clock.now)) }
    }

    /// What the store says of each notice against what stands in the files.
    private static func expectTruth(
        _ room: SendingRoom, _ breakage: Breakage, _ now: Instant, _ advice: String
    ) throws {
        let all = try room.store.notices(in: Set(QueuedNotice.State.allCases))
        let recorded = try room.recordedKeys(of: breakage.content("notices.jsonl"))
        var told: [String] = []
        for file in files where file.hasSuffix(".log") {
            let log = try PersonLog(breakage.content(file))
            told += log.entries.map(\.key)
            expectOrder(log, all, "\(advice) \(file)")
        }
        for extra in ["escalations/afd.log", "escalations/kor.log", "escalations/cch.log", "reminders/kor.log"] {
            told += try PersonLog("\(room.log)/\(extra)").entries.map(\.key)
        }
        #expect(Set(told).count == told.count && Set(recorded).count == recorded.count, "\(advice): twice")
        let saidTold = all.filter(\.queued.isTold).map(\.queued.notice.key.rawValue)
        #expect(told.sorted() == saidTold.sorted(), "\(advice): told")
        let saidRecorded = all.filter { $0.queued.state == .sent || $0.delivery[.record].done != nil }
        #expect(recorded.sorted() == saidRecorded.map(\.queued.notice.key.rawValue).sorted(), "\(advice): record")
        for notice in all {
            if let sent = notice.sent { #expect(sent >= notice.queued.scheduled && sent <= now, "\(advice)") }
            let isHeld = notice.delivery.failures.contains { $0.failure.retry != nil }
            #expect((notice.queued.state == .sending) == isHeld, "\(advice): \(notice.queued.state)")
        }
    }

    /// What was to go out later never stands before what was to go out earlier, but in one block the most urgent comes first.
    private static func expectOrder(_ log: PersonLog, _ all: [StoredNotice], _ advice: String) {
        let scheduled = Dictionary(
            all.map { ($0.queued.notice.key.rawValue, $0.queued.scheduled) }, uniquingKeysWith: { first, _ in first })
        var latest = Instant(milliseconds: 0)
        for block in log.blocks {
            let times = block.entries.compactMap { scheduled[$0.key] }
            #expect(times.allSatisfy { $0 >= latest }, "\(advice): order")
            latest = max(latest, times.max() ?? latest)
        }
    }
}
