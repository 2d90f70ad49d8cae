import Deadlines
import Store
import TestSupport
import Testing

@Suite struct ConcurrentReadingTests {
    private let room: StoreRoom

    init() throws { room = try StoreRoom() }

    /// Each batch holds two cases; a reader must never see one without the other, and never wait for the writer to end.
    @Test func `a reader beside a writer sees whole batches`() throws {
        let store = try room.open()
        let received = try Instant(known: "2026-03-02T10:00:00+01:00")
        let reader = try RepeatedReading(of: Store.reading(directory: room.path))
        var batches = 0
        // Until the reader has seen the store grow several times, which it cannot while it waits.
        while reader.counts.count < 5, batches < 5000 {
            let batch = try ["a", "b"].map { try StoreRoom.placement("\($0)\(batches)", of: "\($0)/\(batches)") }
            _ = try store.take(batch, at: received, using: room.reckoner)
            batches += 1
        }
        let counts = try reader.stop()
        #expect(counts.count >= 5 && counts == counts.sorted())
        #expect(counts.allSatisfy { $0 % 2 == 0 && $0 <= 2 * batches })
    }

    @Test func `a reader cannot write`() throws {
        _ = try room.open()
        let reader = try Store.reading(directory: room.path)
        #expect(throws: StoreError.self) { try reader.setReckonedBy("x") }
        #expect(throws: StoreError.self) {
            try reader.take([StoreRoom.placement("u1", of: "c")], at: Instant(milliseconds: 0), using: room.reckoner)
        }
        #expect(try room.open().reckonedBy() == nil)
    }
}
