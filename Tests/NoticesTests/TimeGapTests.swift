import Configuration
import Deadlines
import Foundation
import Notices
import Store
import Telling
import TestSupport
import Testing

/// Time that passed without the daemon, and clocks that step.
@Suite(.ownJournal) struct TimeGapTests {
    private let room: SendingRoom

    init() throws { room = try SendingRoom() }

    private func measure(_ ref: String, at date: String) -> String {
        #"{"id": "m-\#(ref)", "case": "CASE", "event": "indsats.ivaerksat", "at": "\#(date)", "ref": "\#(ref)", "#
            + #""caseworker": "mhs", "team": "nord", "data": {"type": "anbringelse"}}"#
    }

    private func texts(_ file: String) throws -> [String] {
        try PersonLog("\(room.log)/\(file)").entries.map { $0.text.split(separator: "\n")[0] + "" }
    }

    /// Due on 2 June: reminders on 12 and 26 May and 1 June, overdue on 3 June, escalations on 9 and 23 June.
    @Test func `after an outage of weeks each person gets the latest step of what is still true, once`() throws {
        try room.take(
            measure("open", at: "2026-03-02") + "\n" + measure("met", at: "2026-03-02"), at: "2026-03-02T10:00:00+01:00"
        )
        let clock = try SteppingClock("2026-06-10T09:00:00+02:00")
        try room.take(
            #"{"id": "x", "case": "CASE", "event": "opfoelgning.afholdt", "at": "2026-05-28", "ref": "met"}"#,
            at: "2026-06-10T09:00:00+02:00")
        let sender = try room.sender(by: clock.clock)
        #expect(try sender.sendDue() == 3)
        #expect(try texts("reminders/mhs.log").map { $0.prefix(11) } == ["OVERSKREDET"])
        #expect(try texts("escalations/kbe.log").map { $0.prefix(11) } == ["OVERSKREDET"])
        #expect(try texts("escalations/tln.log").map { $0.prefix(10) } == ["ESKALERING"])
        #expect(try room.recordLines().allSatisfy { $0["ref"] as? String == "open" })
        // Nor is any of it sent by reckoning the case again.
        try room.take(measure("other", at: "2026-06-09"), at: "2026-06-10T09:00:00+02:00")
        #expect(try sender.sendDue() == 0)
    }

    @Test func `what a person was told before a crash is not followed by what it had overtaken`() throws {
        try room.take(measure("open", at: "2026-03-02"), at: "2026-03-02T10:00:00+01:00")
        let store = try room.copyOfStore(at: "2026-06-10T09:00:00+02:00")
        let clock = try SteppingClock("2026-06-10T09:00:00+02:00")
        try room.sender(by: clock.clock).sendDue()
        let written = try room.recordedKeys()
        try FileManager.default.removeItem(atPath: "\(room.log)/notices.jsonl")
        try room.sender(by: clock.clock, of: store).sendDue()
        #expect(try room.recordedKeys().sorted() == written.sorted())
        #expect(try texts("reminders/mhs.log").count == 1)
    }

    @Test func `what missed its morning waits for the next one, an hour rule does not`() throws {
        try room.take(measure("open", at: "2026-03-02"), at: "2026-03-02T10:00:00+01:00")
        try room.take(
            #"{"id": "d", "case": "CASE", "event": "underretning.modtaget", "at": "2026-06-05T12:00:00+02:00"}"#,
            at: "2026-06-05T12:00:00+02:00")
        // The night to Sunday.
        let clock = try SteppingClock("2026-06-07T03:00:00+02:00")
        let sender = try room.sender(by: clock.clock)
        try sender.sendDue()
        let rules = Set(try room.recordLines().compactMap { $0["rule"] as? String })
        #expect(rules == ["underretning-24-timer"])
        let opening = try Instant(known: "2026-06-08T08:00:00+02:00")
        #expect(try room.store.notices(in: [.waiting]).map(\.queued.scheduled).min() == opening)
        try clock.set("2026-06-08T08:00:00+02:00")
        #expect(try sender.sendDue() == 2)
        let lines = try room.recordLines().filter { $0["rule"] as? String == "opfoelgning-foerste" }
        #expect(lines.count == 2 && lines.allSatisfy { $0["scheduled"] as? String == "2026-06-08T08:00:00.000+02:00" })
    }

    @Test func `a clock that steps over several notices sends the latest, one that steps back sends nothing twice`()
        throws
    {
        try room.take(measure("open", at: "2026-03-02"), at: "2026-03-02T10:00:00+01:00")
        let clock = try SteppingClock("2026-05-12T08:00:00+02:00")
        let sender = try room.sender(by: clock.clock)
        #expect(try sender.sendDue() == 1)
        try clock.set("2026-06-02T12:00:00+02:00")
        #expect(try sender.sendDue() == 1)
        let lines = try room.recordLines()
        #expect(
            lines.map { $0["scheduled"] as? String } == [
                "2026-05-12T08:00:00.000+02:00", "2026-06-01T08:00:00.000+02:00",
            ])
        try clock.set("2026-05-20T12:00:00+02:00")
        #expect(try sender.sendDue() == 0)
        #expect(try room.sender(by: clock.clock).sendDue() == 0)
        try clock.set("2026-06-03T08:00:00+02:00")
        #expect(try sender.sendDue() == 2)
        #expect(try room.recordedKeys().count == 4)
    }

    @Test func `a clock set back does not put off what is to be tried again`() throws {
        try room.take(measure("open", at: "2026-03-02"), at: "2026-03-02T10:00:00+01:00")
        let clock = try SteppingClock("2026-06-03T08:00:00+02:00")
        let breakage = Breakage(log: room.log)
        let sender = try room.sender(by: clock.clock)
        try breakage.breakFile("reminders/mhs.log")
        try sender.sendDue()
        try breakage.mendFile("reminders/mhs.log")
        try clock.set("2026-06-02T20:00:00+02:00")
        #expect(try sender.sendDue() == 1)
        for line in try room.recordLines() {
            let sent = try Instant(known: #require(line["sent"] as? String))
            #expect(try sent >= Instant(known: #require(line["scheduled"] as? String)))
        }
        #expect(try PersonLog("\(room.log)/reminders/mhs.log").entries.count == 1)
    }

    /// What stands in the queue as overdue before fristd began goes out as one list a person.
    @Test func `a list is one line with one key, marks all it lists, and is known after a crash`() throws {
        try room.take(
            (0..<5).map { measure("r\($0)", at: "2026-03-02") }.joined(separator: "\n"), at: "2026-03-02T10:00:00+01:00"
        )
        try room.store.reckonChanged(
            at: Instant(known: "2026-06-03T08:00:00+02:00"), using: room.settings.reckoner())
        try room.sqlite(
            "UPDATE notices SET stage = 'backlog' WHERE step = 'overdue'; DELETE FROM notices WHERE step <> 'overdue'")
        let store = try room.copyOfStore()
        let clock = try SteppingClock("2026-06-03T08:00:00+02:00")
        #expect(try room.sender(by: clock.clock).sendDue() == 2)
        let lines = try room.recordLines()
        #expect(lines.map { $0["stage"] as? String } == ["backlog", "backlog"])
        #expect(lines.allSatisfy { $0["case"] is NSNull && $0["law"] is NSNull })
        let log = try PersonLog("\(room.log)/reminders/mhs.log")
        #expect(log.entries.count == 1 && log.entries[0].text.matches(of: /\(r[0-4]\)/).count == 5)
        #expect(try room.store.notices(in: [.sent]).filter { $0.queued.notice.stage == .backlog }.count == 10)
        try FileManager.default.removeItem(atPath: room.record)
        try room.sender(by: clock.clock, of: store).sendDue()
        #expect(try PersonLog("\(room.log)/reminders/mhs.log").entries.map(\.key) == log.entries.map(\.key))
        #expect(try room.recordedKeys().sorted() == lines.compactMap { $0["key"] as? String }.sorted())
        #expect(try store.due(at: clock.now, limit: 1).isEmpty)
    }
}
