import CSystemd
package import Dispatch
import Files
import Glibc

/// Tells when the system's clock was set: a timer alone only learns it when it fires.
///
/// Costs nothing while the clock runs on: a kernel timer far ahead that is cancelled when the clock is set
/// (timerfd_create(2), `TFD_TIMER_CANCEL_ON_SET`).
package final class ClockWatch {
    private let source: any DispatchSourceRead

    /// Calls `changed` on `queue` each time the clock was set, until this object goes.
    ///
    /// - Throws: ``ClockWatchError``.
    package init(queue: DispatchQueue, changed: @escaping @Sendable () -> Void) throws(ClockWatchError) {
        let descriptor = timerfd_create(CLOCK_REALTIME, Int32(O_CLOEXEC) | Int32(O_NONBLOCK))
        guard descriptor >= 0 else { throw ClockWatchError(code: errno) }
        guard ClockWatch.arm(descriptor) else {
            let code = errno
            close(descriptor)
            throw ClockWatchError(code: code)
        }
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler {
            var expirations: UInt64 = 0
            // ECANCELED: the clock was set. It must be armed anew either way.
            let count = read(descriptor, &expirations, MemoryLayout<UInt64>.size)
            let wasSet = count < 0 && errno == ECANCELED
            _ = ClockWatch.arm(descriptor)
            if wasSet { changed() }
        }
        source.setCancelHandler { close(descriptor) }
        source.activate()
    }

    deinit { source.cancel() }

    /// Centuries ahead.
    private static let never = timespec(tv_sec: 1 << 33, tv_nsec: 0)

    private static func arm(_ descriptor: Int32) -> Bool {
        var time = itimerspec(it_interval: timespec(), it_value: never)
        return timerfd_settime(descriptor, absoluteAndCancelled, &time, nil) == 0
    }

    /// `TFD_TIMER_ABSTIME` and `TFD_TIMER_CANCEL_ON_SET`, which are macros of enumerators.
    private static let absoluteAndCancelled: Int32 = 1 | 2
}

/// The clock cannot be watched.
package struct ClockWatchError: Error, Hashable, CustomStringConvertible {
    /// The `errno` of timerfd_create(2) or timerfd_settime(2).
    package let code: Int32

    /// One sentence for the one who runs the service.
    package var description: String {
        "The clock cannot be watched for being set (\(ErrorText(code))); notices are still sent at their time by the clock, "
            + "but after it is set back a retry may come late: restart fristd then."
    }
}
