import Dispatch

/// One of the daemon's loops: an actor on a serial queue of its own, so that the compiler sees to it that what it holds is
/// touched there alone.
///
/// Others have something done in its turn, soon or at once, and its timers fire there. Nothing awaits a loop: no thread is
/// needed but its queue's, and what it has begun it ends before it begins anything else.
protocol Loop: Actor {
    nonisolated var queue: LoopQueue { get }
}

extension Loop {
    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// Has `body` done in its turn, after `delay`, and does not wait for it.
    nonisolated func soon(
        after delay: DispatchTimeInterval = .seconds(0), _ body: @escaping @Sendable (isolated Self) -> Void
    ) {
        guard delay != .seconds(0) else { return queue.serial.async { self.assumeIsolated(body) } }
        queue.serial.asyncAfter(deadline: .now() + delay) { self.assumeIsolated(body) }
    }

    /// Does `body` in its turn, and waits for it. Not to be called in the loop's own turn, nor in that of one for which it
    /// waits itself.
    nonisolated func inTurn<Result: Sendable>(_ body: (isolated Self) throws -> Result) rethrows -> Result {
        try queue.serial.sync { try assumeIsolated(body) }
    }
}

/// A serial queue of Dispatch as an actor's executor. The system has no such thing outside Apple's platforms.
///
/// It has no quality of service: raising a thread's priority is a system call that the unit forbids.
final class LoopQueue: SerialExecutor {
    let serial: DispatchQueue

    init(_ label: String) { serial = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        serial.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func checkIsolated() { dispatchPrecondition(condition: .onQueue(serial)) }
}
