import Deadlines
import Foundation
import Notices
import Store
import Telling
import TestSupport
import Testing

/// What happens to each notice of a morning when each sink fails in turn: printed as a table, and held against what must be.
@Suite(.enabled(if: MountNamespace.isPossible, "needs root with CAP_SYS_ADMIN"))
struct EachSinkInTurnTests {
    private struct Fate: Sendable {
        let notice: String
        let file: String
        let state: String
        let lacks: String
        let key: String
        let isRecorded: Bool
        let isTold: Bool
    }

    @Test(arguments: ["reminders/mhs.log", "escalations/kbe.log", "notices.jsonl", "journal"])
    func `each notice goes everywhere else meanwhile, and there once it is mended`(broken: String) async throws {
        let journal = try JournalDaemon()
        let room = try SendingRoom()
        try room.takeOneOfEach()
        let (meanwhile, afterwards) = try await journal.inside {
            let clock = try SteppingClock(SendingRoom.evening)
            let breakage = Breakage(log: room.log)
            let sender = try room.sender(by: clock.clock)
            try broken == "journal" ? breakage.breakJournal() : breakage.breakFile(broken)
            sender.reopen()
            try sender.sendDue()
            let meanwhile = try EachSinkInTurnTests.fates(room, breakage)
            try broken == "journal" ? breakage.mendJournal() : breakage.mendFile(broken)
            clock.advance(minutes: 20)
            try sender.sendDue()
            return (meanwhile, try EachSinkInTurnTests.fates(room, breakage))
        }
        let entries = ExportedEntry.parse(
            try journal.journalctl(["--output=export"] + meanwhile.map { "FRISTD_KEY=\($0.key)" }))
        let journalled = Dictionary(grouping: entries.flatMap { $0["FRISTD_KEY"] }) { $0 }.mapValues(\.count)
        print("\n\(broken) fails:")
        for (fate, after) in zip(meanwhile, afterwards) {
            let isHit = fate.file == broken || ["notices.jsonl", "journal"].contains(broken)
            print(
                "  \(fate.notice.padding(40)) \(fate.state.padding(8)) lacks: \(fate.lacks.padding(8))"
                    + " told: \(fate.isTold ? "yes" : "no ")  recorded: \(fate.isRecorded ? "yes" : "no ")"
                    + "  → \(after.state), journal \(journalled[after.key] ?? 0)×")
            #expect(fate.state == (isHit ? "sending" : "sent"))
            #expect(
                fate.lacks
                    == (isHit ? (broken.hasSuffix(".log") ? "person" : broken == "journal" ? "journal" : "record") : "")
            )
            #expect(
                fate.isTold == (fate.file != broken) && fate.isRecorded == (fate.isTold && broken != "notices.jsonl"))
            #expect(after.state == "sent" && after.isTold && after.isRecorded && journalled[after.key] == 1)
        }
        #expect(meanwhile.count > 8 && meanwhile.map(\.key) == afterwards.map(\.key))
    }

    private static func fates(_ room: SendingRoom, _ breakage: Breakage) throws -> [Fate] {
        let recorded = try room.recordedKeys(of: breakage.content("notices.jsonl"))
        let logs = try PersonLog.all(in: room.log)
        return try room.store.notices(in: [.sending, .sent, .failed]).map { stored in
            let notice = stored.queued.notice
            let folder =
                ["raadgiver", "vagt", "drift"].contains(notice.recipient.role.rawValue) ? "reminders" : "escalations"
            let file = "\(folder)/\(notice.recipient.person).log"
            let count = logs[file]?.entries.count { $0.key == notice.key.rawValue } ?? 0
            #expect(count <= 1 && recorded.count { $0 == notice.key.rawValue } <= 1)
            return Fate(
                notice: "\(notice.stage) to \(notice.recipient.person) (\(notice.step))", file: file,
                state: stored.queued.state.rawValue, lacks: stored.trouble?.sink.rawValue ?? "",
                key: notice.key.rawValue, isRecorded: recorded.contains(notice.key.rawValue), isTold: count == 1)
        }
    }
}

extension String {
    fileprivate func padding(_ length: Int) -> String {
        padding(toLength: length, withPad: " ", startingAt: 0)
    }
}
