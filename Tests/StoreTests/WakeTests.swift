import Deadlines
import Store
import Telling
import TestSupport
import Testing

@Suite struct WakeTests {
    private let room: StoreRoom
    private let store: Store

    init() throws {
        room = try StoreRoom()
        store = try room.open()
    }

    private func take(_ lines: String, at moment: String) throws {
        _ = try store.take(try CaseUpdates.read(lines), at: Instant(known: moment), using: room.reckoner)
    }

    @Test func `an empty store has nothing to wake for`() throws {
        #expect(try store.nextWake(by: room.reckoner) == nil)
    }

    @Test func `the earliest waiting notice wakes, and the next one after it was sent`() throws {
        _ = try store.take(
            [try StoreRoom.placement("u1", of: "2026-0417")], at: Instant(known: "2026-03-02T10:00:00+01:00"),
            using: room.reckoner)
        let first = try Instant(known: "2026-05-12T08:00:00+02:00")
        // The working day before, it comes near.
        let near = try Instant(known: "2026-05-11T00:00:00+02:00")
        #expect(try store.nextWake(by: room.reckoner) == near)
        #expect(try store.notices(in: [.waiting]).isEmpty)
        #expect(try !store.stage(at: near, using: room.reckoner))
        #expect(try store.nextWake(by: room.reckoner) == first)
        #expect(try store.due(at: first.adding(milliseconds: -1), limit: 10).isEmpty)
        let due = try store.due(at: first, limit: 10)
        #expect(due.map(\.queued.notice.step) == ["before-21-days"])
        try store.markSent(due, at: first.adding(milliseconds: 3))
        #expect(try store.notices(in: [.sent]).map(\.sent) == [first.adding(milliseconds: 3)])
        #expect(try store.due(at: first, limit: 10).isEmpty)
        // Whit Monday lies between.
        #expect(try store.nextWake(by: room.reckoner) == Instant(known: "2026-05-22T00:00:00+02:00"))
    }

    @Test func `an update of tomorrow wakes at its midnight and only then counts`() throws {
        try take(
            #"{"id": "u1", "case": "2026-0417", "event": "indsats.ivaerksat", "at": "2026-03-03", "#
                + #""ref": "ind-1", "caseworker": "mhs", "data": {"type": "anbringelse"}}"#,
            at: "2026-03-02T10:00:00+01:00")
        let midnight = try Instant(known: "2026-03-03T00:00:00+01:00")
        #expect(try store.requirements().isEmpty)
        #expect(try store.nextWake(by: room.reckoner) == midnight)
        let before = midnight.adding(milliseconds: -1)
        #expect(try store.reckonChanged(at: before, using: room.reckoner) == 0)
        #expect(try store.requirements().isEmpty)
        #expect(try store.reckonChanged(at: midnight, using: room.reckoner) == 1)
        #expect(try store.requirements().map(\.requirement.due) == [Moment("2026-06-03")])
        #expect(try store.requirements().map(\.holder.caseworker?.rawValue) == ["mhs"])
        #expect(try store.nextWake(by: room.reckoner) == Instant(known: "2026-05-12T00:00:00+02:00"))
        #expect(try store.reckonChanged(at: midnight, using: room.reckoner) == 0)
    }

    @Test func `what goes into one list is not cut`() throws {
        try take(
            (0..<5).map { number in
                #"{"id": "u\#(number)", "case": "c-\#(number)", "event": "indsats.ivaerksat", "at": "2026-03-02", "#
                    + #""caseworker": "mhs", "data": {"type": "anbringelse"}}"#
            }.joined(separator: "\n"), at: "2026-03-02T10:00:00+01:00")
        try store.reckonChanged(at: Instant(known: "2026-06-03T08:00:00+02:00"), using: room.reckoner)
        _ = try room.sqlite(
            "UPDATE notices SET stage = 'backlog' WHERE step = 'overdue'; DELETE FROM notices WHERE step <> 'overdue'")
        let due = try store.due(at: Instant(known: "2026-06-03T08:00:00+02:00"), limit: 7)
        #expect(due.filter { $0.queued.notice.recipient.person.rawValue == "mhs" }.count == 5)
        #expect(StoredNotice.joiningLists(due).count == 2 && due.count == 10)
    }

    @Test func `oldest first, one person's together, no more than asked for`() throws {
        let cases = ["2026-0001", "2026-0002", "2026-0003", "2026-0004"]
        let lines = cases.enumerated().map { number, name in
            #"{"id": "u\#(number)", "case": "\#(name)", "event": "indsats.ivaerksat", "at": "2026-03-02", "#
                + #""caseworker": "\#(number % 2 == 0 ? "mhs" : "jpe")", "data": {"type": "anbringelse"}}"#
        }
        try take(lines.joined(separator: "\n"), at: "2026-03-02T10:00:00+01:00")
        // Each of the two reminders comes near, and neither is sent.
        for day in ["2026-05-11", "2026-05-22"] {
            _ = try store.stage(at: Instant(known: "\(day)T12:00:00+02:00"), using: room.reckoner)
        }
        let moment = try Instant(known: "2026-05-26T08:00:00+02:00")
        let due = try store.due(at: moment, limit: 100)
        #expect(
            due.map(\.queued.notice.recipient.person.rawValue) == [
                "jpe", "jpe", "mhs", "mhs", "jpe", "jpe", "mhs", "mhs",
            ])
        #expect(due.map(\.queued.scheduled) == due.map(\.queued.scheduled).sorted())
        #expect(try store.due(at: moment, limit: 3).map(\.queued) == due.prefix(3).map(\.queued))
    }
}
