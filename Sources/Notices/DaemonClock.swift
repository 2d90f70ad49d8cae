package import Deadlines
package import Dispatch
import Glibc

/// The time it is for the daemon: the system's, or for trials the system's moved by a constant.
package struct DaemonClock: Sendable {
    /// Milliseconds by which it is ahead of the system's clock.
    package let offset: Int64
    private let reading: @Sendable () -> Instant

    /// The system's clock.
    package init() {
        self.init(offset: 0)
    }

    /// A clock that shows `start` now and runs on from there.
    package init(startingAt start: Instant) {
        self.init(offset: start.milliseconds - DaemonClock.systemMilliseconds())
    }

    private init(offset: Int64) {
        self.offset = offset
        reading = { Instant(milliseconds: DaemonClock.systemMilliseconds() + offset) }
    }

    /// A clock that shows what `reading` says: one that steps, or that leaps over a week.
    package init(reading: @escaping @Sendable () -> Instant) {
        offset = 0
        self.reading = reading
    }

    /// What it shows.
    package var now: Instant { reading() }

    /// The system's wall-clock time at which this clock shows `instant`, for a Dispatch timer.
    package func wallTime(of instant: Instant) -> DispatchWallTime {
        let milliseconds = max(0, instant.milliseconds - offset)
        return DispatchWallTime(
            timespec: timespec(
                tv_sec: Int(milliseconds / 1000), tv_nsec: Int(milliseconds % 1000) * 1_000_000))
    }

    private static func systemMilliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
