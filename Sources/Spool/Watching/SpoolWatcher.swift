package import Dispatch
package import Files
import Synchronization

/// Tells when to look at `incoming/`: when something arrives, and now and then all the same.
///
/// inotify(7) is a hint, the directory is the truth: its queue can overflow, and on network file systems it sees
/// nothing. So the handler is called at start, whenever something was seen, after an overflow, when the directory was
/// replaced, and every five minutes. What is seen while the handler runs leads to one more call.
package final class SpoolWatcher: Sendable {
    /// Seconds between looks when nothing happens, and how late they may be: at most 12 wake-ups an hour.
    private static let period = (seconds: 300, leeway: 60)
    /// Milliseconds until a directory that could not be watched is tried again.
    private static let retry: Int64 = 10_000

    private let state: Mutex<WatchState>
    private let handler: @Sendable (Arrivals) -> Void
    // Dispatch objects may be used from any thread; its declarations do not say so.
    nonisolated(unsafe) private let events: any DispatchSourceRead
    nonisolated(unsafe) private let periodic: any DispatchSourceTimer
    nonisolated(unsafe) private let extra: any DispatchSourceTimer

    /// Begins to watch `spool`, whose directories are made when they are missing.
    ///
    /// - Parameters:
    ///   - spool: the spool; a directory of it that disappears later is made again.
    ///   - queue: a serial queue on which `handler` runs; the first time as soon as the queue is free.
    ///   - handler: looks at the spool, `Intake.look`, with what was seen since its last call.
    /// - Throws: when inotify cannot be had or the directory cannot be made.
    package init(
        _ spool: SpoolDirectory, queue: DispatchQueue, handler: @escaping @Sendable (Arrivals) -> Void
    ) throws(FileError) {
        let watch = try WatchState(spool)
        let file = watch.file
        self.handler = handler
        events = DispatchSource.makeReadSource(fileDescriptor: file.descriptor, queue: queue)
        periodic = DispatchSource.makeTimerSource(queue: queue)
        extra = DispatchSource.makeTimerSource(queue: queue)
        state = Mutex(watch)
        periodic.schedule(
            deadline: .now() + .seconds(SpoolWatcher.period.seconds), repeating: .seconds(SpoolWatcher.period.seconds),
            leeway: .seconds(SpoolWatcher.period.leeway))
        events.setEventHandler { [weak self] in self?.readEvents() }
        // The descriptor must outlive the source (dispatch_source_create(3)).
        events.setCancelHandler { withExtendedLifetime(file) {} }
        periodic.setEventHandler { [weak self] in self?.followAndLook() }
        extra.setEventHandler { [weak self] in self?.followAndLook() }
        events.activate()
        periodic.activate()
        extra.activate()
        queue.async { [weak self] in self?.followAndLook() }
    }

    deinit { stop() }

    /// Has the handler called again after `milliseconds`, or earlier when something arrives: for files that have not
    /// rested yet (`Intake.lookAgain`).
    package func lookAgain(afterMilliseconds milliseconds: Int64) {
        let due = DispatchTime.now() + .milliseconds(Int(clamping: milliseconds))
        let isEarlier = state.withLock { state in
            guard due.uptimeNanoseconds < state.extraLook ?? .max else { return false }
            state.extraLook = due.uptimeNanoseconds
            return true
        }
        if isEarlier { extra.schedule(deadline: due, leeway: .milliseconds(100)) }
    }

    /// Stops watching; called on the queue, the handler is not called any more afterwards.
    package func stop() {
        state.withLock { $0.isStopped = true }
        events.cancel()
        periodic.cancel()
        extra.cancel()
    }

    private func readEvents() {
        let (isWorthALook, isLost) = state.withLock { $0.readEvents() }
        if isLost {
            followAndLook()
        } else if isWorthALook {
            look()
        }
    }

    /// Makes sure that it is the directory at the path that is watched, and then looks, so that nothing falls between.
    private func followAndLook() {
        let isWatched = state.withLock { state in
            state.extraLook = nil
            do throws(FileError) {
                try state.follow()
            } catch {
                return false
            }
            // What these events announce is seen by this look; and whose writer they show is not read too soon.
            return !state.readEvents().isLost
        }
        look()
        // The handler meets the same trouble when it looks, and tells of it.
        if !isWatched { lookAgain(afterMilliseconds: SpoolWatcher.retry) }
    }

    private func look() {
        let arrivals = state.withLock { $0.isStopped ? nil : $0.takeArrivals() }
        if let arrivals { handler(arrivals) }
    }
}
