import Deadlines
import Files
import Glibc

/// When a file may be read that nobody has seen being closed: when it has not changed for a while.
struct Rest: Sendable {
    /// How long a file must have rested, in milliseconds.
    let usual: Int64
    /// How long one must have rested that was made here and not closed since, in milliseconds: its writer is probably
    /// slow, or it was linked in.
    let beingWritten: Int64

    static let standard = Rest(usual: 2000, beingWritten: 60_000)

    /// How many milliseconds the file of `status` must still rest at `now`; 0 when it may be read.
    func missing(_ status: stat, isBeingWritten: Bool, now: Int64) -> Int64 {
        let wanted = isBeingWritten ? beingWritten : usual
        let rested = now - status.lastWritten.milliseconds
        // A time of change well ahead of the clock was set by the producer, who thus has finished.
        return rested < -usual ? 0 : max(0, wanted - rested)
    }

    /// The system's clock in milliseconds since the epoch, which file systems stamp files by.
    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
