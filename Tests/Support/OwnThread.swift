import Foundation

/// Work that blocks, or that changes its thread, away from those that Swift's tasks share.
package enum OwnThread {
    /// Runs `body` on a new thread.
    package static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
        }
    }
}
