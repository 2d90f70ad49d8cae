import Deadlines
import Foundation
import Store
import TestSupport
import Testing

@Suite struct TransactionTests {
    private let room: StoreRoom
    private let received: Instant

    init() throws {
        room = try StoreRoom()
        received = try Instant(known: "2026-03-02T10:00:00+01:00")
    }

    @Test func `a failure midway leaves nothing of the batch`() throws {
        let broken = try StoreRoom.placement("u1", of: "2026-0417")
        let store = try room.open()
        _ = try store.take([broken], at: received, using: room.reckoner)
        _ = try room.sqlite("UPDATE updates SET at = 'some day' WHERE id = 'u1'")
        let before = try room.sqlite(".dump")
        let batch = [try StoreRoom.placement("u2", of: "2026-0418"), try StoreRoom.placement("u3", of: "2026-0417")]
        let error = #expect(throws: StoreError.self) { try store.take(batch, at: received, using: room.reckoner) }
        #expect(error?.description.contains("a row of updates is not readable; fristctl audit says which") == true)
        #expect(try room.sqlite(".dump") == before)
    }

    @Test(.enabled(if: MountNamespace.isPossible, "needs root with CAP_SYS_ADMIN"))
    func `a full disk leaves whole batches, and the next try works`() async throws {
        let (reckoner, received) = (room.reckoner, received)
        try await SmallDisk.inside(kibibytes: 2048) { path in
            let store = try Store(directory: path)
            let ballast = try SmallDisk.fill(path)
            var taken = 0
            func batch() throws -> [Update] {
                try (0..<20).map { try StoreRoom.placement("u\(taken)-\($0)", of: "c\(taken)-\($0)") }
            }
            // The write-ahead log has a little room of its own: some batches may fit.
            let error = #expect(throws: StoreError.self) {
                while taken < 1000 {
                    _ = try store.take(try batch(), at: received, using: reckoner)
                    taken += 1
                }
            }
            #expect(error?.description.contains("full") == true, "\(error?.description ?? "")")
            #expect(try store.counts(at: received).updates == 20 * taken)
            #expect(try store.requirements().count == 20 * taken)
            try FileManager.default.removeItem(atPath: ballast)
            #expect(try store.take(try batch(), at: received, using: reckoner).allSatisfy { $0 == .accepted })
            #expect(try store.requirements().count == 20 * (taken + 1))
        }
    }
}
