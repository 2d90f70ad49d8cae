import Deadlines
import GRDB
import Telling
import TestSupport
import Testing

@testable import Store

@Suite struct DurabilityTests {
    private let room: StoreRoom

    init() throws { room = try StoreRoom() }

    @Test func `every commit is flushed, and readers are not in its way`() throws {
        let store = try room.open()
        let pragmas = try store.database.read { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA synchronous"),
                try String.fetchOne(database, sql: "PRAGMA journal_mode")
            )
        }
        #expect(pragmas.0 == 2, "2 is FULL")
        #expect(pragmas.1 == "wal")
    }

    @Test func `it stays so when the store is opened again`() throws {
        _ = try room.open()
        #expect(try room.open().synchronous() == 2)
        #expect(try room.sqlite("PRAGMA journal_mode") == "wal\n")
    }

    @Test func `what was taken is there after opening again`() throws {
        let placement = try StoreRoom.placement("u1", of: "2026-0417")
        let received = try Instant(known: "2026-03-02T10:00:00+01:00")
        let (requirements, notices) = try {
            let store = try room.open()
            _ = try store.take([placement], at: received, using: room.reckoner)
            // Its first reminder falls the day after.
            _ = try store.stage(at: Instant(known: "2026-05-11T10:00:00+02:00"), using: room.reckoner)
            return (try store.requirements().map(\.requirement), try store.notices(in: [.waiting]).map(\.queued))
        }()
        let store = try room.open()
        #expect(try store.updates(of: placement.caseID) == [RegisteredUpdate(placement, received: received)])
        #expect(try store.requirements().map(\.requirement) == requirements && !requirements.isEmpty)
        #expect(try store.notices(in: [.waiting]).map(\.queued) == notices && !notices.isEmpty)
    }

    @Test func `a directory that is not there is told with its path`() throws {
        let error = #expect(throws: StoreError.self) { try Store(directory: "\(room.path)/none") }
        #expect(error?.description.contains("\(room.path)/none/fristd.sqlite cannot be opened") == true)
    }
}
