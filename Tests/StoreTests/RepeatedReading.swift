import Deadlines
import Foundation
import Store

/// A reader of a store that reads all of it again and again, on a thread of its own.
final class RepeatedReading: @unchecked Sendable {
    private let store: Store
    /// Guards what follows.
    private let condition = NSCondition()
    private var seen: [Int] = []
    private var isAsked = false
    private var outcome: Result<Void, any Error>?

    init(of store: Store) {
        self.store = store
        Thread.detachNewThread { [self] in
            let outcome = Result { while !condition.withLock({ isAsked }) { try read() } }
            condition.withLock {
                self.outcome = outcome
                condition.broadcast()
            }
        }
    }

    /// How many updates it has found, each number once.
    var counts: [Int] { condition.withLock { seen } }

    /// Ends it.
    ///
    /// - Throws: what went wrong while reading.
    func stop() throws -> [Int] {
        try condition.withLock {
            isAsked = true
            while outcome == nil { condition.wait() }
            try outcome?.get()
            return seen
        }
    }

    private func read() throws {
        var cases: Set<String> = []
        var updates = 0
        try store.eachCase { caseID, all in
            cases.insert(caseID.rawValue)
            updates += all.count
        }
        let alone = cases.filter { !cases.contains(($0.hasPrefix("a") ? "b" : "a") + $0.dropFirst()) }
        guard alone.isEmpty, updates == cases.count else { throw HalfABatch(alone: alone) }
        condition.withLock {
            if seen.last != updates { seen.append(updates) }
        }
    }

    /// A case without the other of its batch.
    private struct HalfABatch: Error {
        let alone: Set<String>
    }
}
