import Deadlines
import Foundation
import Notices
import Store
import Telling
import TestSupport
import Testing

@Suite(.ownJournal) struct RecordTests {
    private let room: SendingRoom

    init() throws {
        room = try SendingRoom()
        try room.takeOneOfEach()
    }

    @Test func `a line has the fields of the contract, in their order`() throws {
        try room.sender(at: SendingRoom.evening).sendDue()
        let lines = WholeLines.of(room.record)
        #expect(lines.count > 8)
        for line in lines {
            #expect(
                line.matches(of: #/"(\w+)": /#).map { String($0.1) } == [
                    "key", "sent", "scheduled", "stage", "case", "ref", "rule", "law", "grundlag", "due", "recipient",
                    "role", "reason", "message",
                ], "\(line)")
        }
    }

    @Test func `a line says what was sent to whom, and why`() throws {
        try room.sender(at: SendingRoom.evening).sendDue()
        let line = try #require(
            try room.recordLines().first { line in
                line["ref"] as? String == "overdue" && line["stage"] as? String == "overdue"
                    && line["recipient"] as? String == "mhs"
            })
        let texts = line.compactMapValues { $0 as? String }.filter { $0.key != "key" && $0.key != "sent" }
        #expect(
            texts == [
                "scheduled": "2026-06-03T08:00:00.000+02:00", "stage": "overdue", "case": room.name, "ref": "overdue",
                "rule": "opfoelgning-foerste", "law": "Barnets lov § 95, stk. 2", "grundlag": "lov",
                "due": "2026-06-02", "recipient": "mhs", "role": "raadgiver", "reason": "Du er sagens rådgiver.",
                "message": "Fristen tirsdag den 2. juni 2026 er passeret, og der er ikke registreret en opfølgning på "
                    + "indsatsen. Er det gjort, så registrér det med den rigtige dato; ellers tag hånd om det nu.",
            ])
        #expect((line["key"] as? String)?.wholeMatch(of: #/[a-z]{24}/#) != nil)
    }

    @Test func `what does not apply is null, and an hour rule is due at an instant`() throws {
        try room.sender(at: SendingRoom.evening).sendDue()
        let reports = try room.recordLines().filter { $0["rule"] as? String == "underretning-24-timer" }
        #expect(!reports.isEmpty)
        #expect(reports.allSatisfy { $0["ref"] is NSNull })
        #expect(reports.allSatisfy { $0["due"] as? String == "2026-06-03T12:00:00.000+02:00" })
    }

    @Test func `nothing was sent before its time, and the store knows of all of it`() throws {
        #expect(try room.sender(at: SendingRoom.evening).sendDue() == room.recordLines().count)
        let lines = try room.recordLines()
        #expect(
            Set(lines.compactMap { $0["stage"] as? String }) == [
                "reminder", "overdue", "escalation", "breach", "handover",
            ])
        for line in lines {
            let sent = try Instant(known: #require(line["sent"] as? String))
            #expect(try sent >= Instant(known: #require(line["scheduled"] as? String)))
        }
        let sent = try room.store.notices(in: [.sent]).map(\.queued.notice.key.rawValue)
        #expect(try room.recordedKeys().sorted() == sent.sorted())
        #expect(try room.sender(at: SendingRoom.evening).sendDue() == 0)
    }
}
