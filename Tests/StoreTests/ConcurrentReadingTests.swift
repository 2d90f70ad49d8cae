import Deadlines
import Store
import TestSupport
import Testing

@Suite struct ConcurrentReadingTests {
    private let room: StoreRoom

    init() throws { room = try StoreRoom() }

    /// Each batch holds two cases; a reader must never see one without the other, nor wait for the writer to end.
    @Test func `a reader beside a writer sees whole batches`() async throws {
        let store = try room.open()
        let received = try Instant(known: "2026-03-02T10:00:00+01:00")
        let batches = 200
        async let writing: Void = OwnThread.run { [reckoner = room.reckoner] in
            for number in 0..<batches {
                let batch = try ["a", "b"].map {
                    try StoreRoom.placement("\($0)\(number)", of: "\($0)/\(number)")
                }
                _ = try store.take(batch, at: received, using: reckoner)
            }
        }
        let reader = try Store.reading(directory: room.path)
        var seen: [Int] = []
        // Should the writer fail, nothing more comes: the bound ends the loop.
        for _ in 0..<100_000 where seen.last != 2 * batches {
            var cases: Set<String> = []
            var updates = 0
            try reader.eachCase { caseID, all in
                cases.insert(caseID.rawValue)
                updates += all.count
            }
            let alone = cases.filter { !cases.contains(($0.hasPrefix("a") ? "b" : "a") + $0.dropFirst()) }
            try #require(alone.isEmpty)
            try #require(updates == cases.count)
            seen.append(updates)
        }
        try await writing
        #expect(seen.last == 2 * batches && seen == seen.sorted())
        #expect(seen.contains { 0 < $0 && $0 < 2 * batches }, "the two did not run beside each other")
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
