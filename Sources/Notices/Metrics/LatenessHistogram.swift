import Deadlines
import Synchronization

/// How late people were told since the daemon started: what was sent, minus what was scheduled.
package final class LatenessHistogram: Sendable {
    /// The upper bounds of the buckets, in milliseconds: from what a timer takes to what an outage takes.
    package static let bounds: [Int64] = [
        1, 2, 5, 10, 50, 100, 1000, 10_000, 60_000, 600_000, 3_600_000, 86_400_000,
    ]
    private let state = Mutex(Counts())

    /// What it has counted.
    package struct Counts: Sendable {
        /// How many were at most as late as each bound, those of the bounds before included.
        package fileprivate(set) var buckets = [Int](repeating: 0, count: LatenessHistogram.bounds.count)
        /// How many there were.
        package fileprivate(set) var count = 0
        /// Milliseconds in all.
        package fileprivate(set) var sum: Int64 = 0
    }

    /// One that has counted nothing.
    package init() {}

    /// What has been counted so far.
    package var counts: Counts { state.withLock { $0 } }

    /// Counts a message that went out at `sent`.
    func count(scheduled: Instant, sent: Instant) {
        let lateness = max(0, sent.milliseconds - scheduled.milliseconds)
        state.withLock { state in
            for (index, bound) in LatenessHistogram.bounds.enumerated() where lateness <= bound {
                state.buckets[index] += 1
            }
            state.count += 1
            state.sum += lateness
        }
    }
}
