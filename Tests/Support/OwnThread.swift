import Foundation
import Synchronization

/// Work that blocks, or that changes its thread, away from those that Swift's tasks share.
package enum OwnThread {
    /// Runs `body` on a new thread.
    package static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
        }
    }

    /// Begins `body` on a new thread at once, however many tests wait for their turn.
    package static func begin<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) -> Begun<Value> {
        let begun = Begun<Value>()
        Thread.detachNewThread { begun.end(Result { try body() }) }
        return begun
    }

    /// Work that goes on.
    package final class Begun<Value: Sendable>: Sendable {
        private let result = Mutex<Result<Value, any Error>?>(nil)
        private let isDone = DispatchSemaphore(value: 0)

        fileprivate func end(_ value: Result<Value, any Error>) {
            result.withLock { $0 = value }
            isDone.signal()
        }

        /// What came of it, once it has ended; to be asked for once.
        package func value() throws -> Value? {
            isDone.wait()
            return try result.withLock { $0 }?.get()
        }
    }
}
