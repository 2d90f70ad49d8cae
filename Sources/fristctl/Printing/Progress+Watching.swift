import Dispatch
import Synchronization

extension Progress {
    /// Does `work` on another thread, looks on from this one, and erases the bar when it is done.
    ///
    /// - Parameter done: how many steps are done by now.
    /// - Throws: what `work` throws.
    func watch<Value: Sendable, Refusal: Error>(
        done: () -> Int = { 0 }, _ work: @escaping @Sendable () throws(Refusal) -> Value
    ) throws(Refusal) -> Value {
        let outcome = Outcome<Value, Refusal>()
        let isDone = DispatchSemaphore(value: 0)
        DispatchQueue.global(qos: .userInitiated).async {
            do throws(Refusal) { outcome.set(.success(try work())) } catch { outcome.set(.failure(error)) }
            isDone.signal()
        }
        defer { finish() }
        while true {
            if isDone.wait(timeout: .now() + .milliseconds(100)) == .success, let result = outcome.value {
                return try result.get()
            }
            advance(to: done())
        }
    }

    /// What came of the work; nil until then.
    private final class Outcome<Value: Sendable, Refusal: Error>: Sendable {
        private let result = Mutex<Result<Value, Refusal>?>(nil)

        var value: Result<Value, Refusal>? { result.withLock { $0 } }

        func set(_ value: Result<Value, Refusal>) { result.withLock { $0 = value } }
    }
}
