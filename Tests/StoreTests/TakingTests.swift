import Deadlines
import Store
import TestSupport
import Testing

@Suite struct TakingTests {
    private let room: StoreRoom
    private let store: Store
    private let received: Instant

    init() throws {
        room = try StoreRoom()
        store = try room.open()
        received = try Instant(known: "2026-03-02T10:00:00+01:00")
    }

    private func take(_ updates: Update...) throws -> [IntakeVerdict] {
        try store.take(updates, at: received, using: room.reckoner)
    }

    @Test func `a new update is accepted, the same again is known, another under its id is a conflict`() throws {
        let placement = try StoreRoom.placement("u1", of: "2026-0417")
        let other = try StoreRoom.placement("u1", of: "2026-0417", type: "aflastning")
        #expect(try take(placement) == [.accepted])
        #expect(try take(placement) == [.known])
        #expect(try take(other) == [.conflict])
        #expect(try store.updates(of: placement.caseID).map(\.update) == [placement])
    }

    @Test func `an id is unique across cases`() throws {
        let here = try StoreRoom.placement("u1", of: "2026-0417")
        let there = try StoreRoom.placement("u1", of: "2026-0418")
        #expect(try take(here) == [.accepted])
        #expect(try take(there) == [.conflict])
        #expect(try store.updates(of: there.caseID).isEmpty)
        #expect(try store.requirements().allSatisfy { $0.requirement.key.caseID == here.caseID })
    }

    @Test func `verdicts inside one batch follow its order`() throws {
        let placement = try StoreRoom.placement("u1", of: "2026-0417")
        let conflict = try StoreRoom.placement("u1", of: "2026-0417", type: "aflastning")
        let other = try StoreRoom.placement("u2", of: "2026-0418")
        #expect(
            try take(placement, placement, conflict, other, other, placement)
                == [.accepted, .known, .conflict, .accepted, .known, .known])
        #expect(try store.counts(at: received).updates == 2)
    }

    @Test func `every form of value comes back as it was`() throws {
        let updates = try CaseUpdates.read(
            """
            {"id": "a", "case": "2026-0417", "event": "sag.oprettet", "at": "2026-01-05", \
            "data": {"foedt": "2015-02", "fylder_18": "2033-02-28"}}
            {"id": "b", "case": "2026-0417", "event": "underretning.modtaget", "at": "2026-01-05T09:12:33.456+01:00", \
            "ref": "und/1", "data": {"overgreb": false, "fagperson": true}}
            {"id": "c", "case": "kilde/dubu", "event": "kilde.opdateret", "at": "2026-01-05", \
            "data": {"til": "2026-01-05T06:00:00Z"}}
            {"id": "d", "case": "2026-0417", "event": "frist.sat-i-bero", "at": "2026-01-06", "caseworker": "m.h_s-1", \
            "team": "nord", "data": {"regel": "bfu-4-maaneder", "begrundelse": "andet"}}
            """)
        #expect(try store.take(updates, at: received, using: room.reckoner) == updates.map { _ in .accepted })
        #expect(try store.take(updates, at: received, using: room.reckoner) == updates.map { _ in .known })
        let found = try (store.updates(of: updates[0].caseID) + store.updates(of: updates[2].caseID)).map(\.update)
        #expect(Set(found) == Set(updates))
    }
}
