import Dispatch

/// The timer of a loop, which fires in its turn. By the wall clock, so that it follows that when it is set.
struct LoopTimer: Sendable {
    // Dispatch objects may be used from any thread; its declarations do not say so.
    nonisolated(unsafe) private let source: any DispatchSourceTimer

    /// A timer on a loop's queue, not armed yet.
    init(on queue: LoopQueue) { source = DispatchSource.makeTimerSource(queue: queue.serial) }

    /// Has it do `body` whenever it fires; to be called once.
    func start<Owner: Loop>(_ loop: Owner, _ body: @escaping @Sendable (isolated Owner) -> Void) {
        source.setEventHandler { [weak loop] in loop?.assumeIsolated(body) }
        source.activate()
    }

    /// Arms it for `time`; nil is never.
    func arm(at time: DispatchWallTime?, leeway: DispatchTimeInterval = .nanoseconds(0)) {
        source.schedule(wallDeadline: time ?? .distantFuture, leeway: leeway)
    }

    func cancel() { source.cancel() }
}
