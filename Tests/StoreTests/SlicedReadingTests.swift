import Deadlines
import Store
import TestSupport
import Testing

/// Reading all cases for so long that others want the store meanwhile.
@Suite struct SlicedReadingTests {
    private let room: StoreRoom

    init() throws { room = try StoreRoom() }

    @Test func `each case is read once and whole, while the log is moved into the database`() throws {
        let store = try room.open()
        let received = try Instant(known: "2026-03-02T10:00:00+01:00")
        let updates = try (1...250).flatMap { number in
            try ["a", "b"].map { try StoreRoom.placement("\($0)\(number)", of: "k-\(number)") }
        }
        _ = try store.take(updates, at: received, using: room.reckoner)
        let reader = try Store.reading(directory: room.path)
        var read: [CaseID: Int] = [:]
        var checkpoints: Set<String> = []
        try reader.eachCaseInSlices { caseID, updates in
            read[caseID, default: 0] += updates.count
            guard read.count.isMultiple(of: 90) else { return }
            let late = try StoreRoom.placement("c\(read.count)", of: "k-\(read.count)")
            _ = try store.take([late], at: received, using: room.reckoner)
            // Its first column tells whether somebody reading was in the way.
            let answer = try room.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
            checkpoints.insert(String(answer.prefix(2)))
        }
        #expect(read.count == 250 && read.values.allSatisfy { $0 == 2 || $0 == 3 })
        #expect(checkpoints == ["0|"])
    }

    @Test func `the sources are the cases that say how far their data reach`() throws {
        let store = try room.open()
        let said = try CaseUpdates.read(
            #"{"id": "s", "case": "kilde/dubu", "event": "kilde.opdateret", "at": "2026-03-02T05:00:00+01:00", "#
                + #""data": {"til": "2026-03-02T04:00:00+01:00"}}"#)
        let received = try Instant(known: "2026-03-02T10:00:00+01:00")
        _ = try store.take(said + [StoreRoom.placement("u", of: "k-1")], at: received, using: room.reckoner)
        let sources = try store.sources()
        #expect(sources.mapValues { $0.map(\.update) } == [CaseID(rawValue: "kilde/dubu"): said])
        #expect(sources.values.joined().map(\.received) == [received])
    }
}
