import Deadlines
import Store
import Telling
import TestSupport
import Testing

/// One person in two roles.
@Suite struct TwoRoleTests {
    private let room: StoreRoom
    private let store: Store

    init() throws {
        room = try StoreRoom()
        store = try room.open()
    }

    private func waiting() throws -> [PlannedNotice] { try store.notices(in: [.waiting]).map(\.queued.notice) }

    /// The coordinator, who was to be told because there was no caseworker, is to be told anyway: one key, two roles.
    @Test func `a caseworker named after the due date is told that it is overdue`() throws {
        let now = try Instant(known: "2026-06-10T12:00:00+02:00")
        let measure =
            #"{"id": "u1", "case": "c", "event": "indsats.ivaerksat", "at": "2026-03-02", "data": {"type": "a"}}"#
        let holder = #"{"id": "u2", "case": "c", "event": "sag.tildelt", "at": "2026-03-02", "caseworker": "mhs"}"#
        for line in [measure, holder] {
            _ = try store.take(CaseUpdates.read(line), at: now, using: room.reckoner)
        }
        let notices = try waiting().filter { $0.stage == .overdue }
        #expect(notices.contains { $0.recipient.person.rawValue == "mhs" })
        #expect(notices.allSatisfy { $0.recipient.reason != .noCaseworker(.koordinator) })
    }

    /// While the notice to the coordinator was withdrawn, the case got a caseworker.
    @Test func `what is true again is told in the role of today`() throws {
        let now = try Instant(known: "2026-06-10T12:00:00+02:00")
        for line in [
            #"{"id": "u1", "case": "c", "event": "indsats.ivaerksat", "at": "2026-03-02", "data": {"type": "a"}}"#,
            #"{"id": "u2", "case": "c", "event": "opfoelgning.afholdt", "at": "2026-03-10"}"#,
            #"{"id": "u3", "case": "c", "event": "sag.tildelt", "at": "2026-03-02", "caseworker": "mhs"}"#,
            #"{"id": "u4", "case": "c", "event": "registrering.annulleret", "at": "2026-06-10", "data": {"id": "u2"}}"#,
        ] { _ = try store.take(CaseUpdates.read(line), at: now, using: room.reckoner) }
        let coordinators = try waiting().filter { $0.stage == .overdue && $0.recipient.person.rawValue == "kor" }
        #expect(
            coordinators.map(\.recipient) == [
                Recipient(
                    person: PersonID(rawValue: "kor"), role: .koordinator, reason: .hasRole(.koordinator, nil))
            ])
    }

    /// Two steps that fall at once, to one person in two roles.
    @Test func `reckoning a late report again adds nothing`() throws {
        let now = try Instant(known: "2026-06-10T12:00:00+02:00")
        let report = #"{"id": "u1", "case": "c", "event": "underretning.modtaget", "at": "2026-06-01"}"#
        _ = try store.take(CaseUpdates.read(report), at: now, using: room.reckoner)
        let first = try waiting().count
        var progress = Store.Progress(changed: now)
        while try store.reckonMore(&progress, at: now, using: room.reckoner) {}
        let second = try waiting().count
        #expect(second == first)
    }
}
