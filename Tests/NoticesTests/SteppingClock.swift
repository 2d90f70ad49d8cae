import Deadlines
import Notices
import Synchronization
import TestSupport

/// A clock that stands still until a test moves it.
final class SteppingClock: Sendable {
    private let shown: Mutex<Instant>

    init(_ start: String) throws {
        shown = Mutex(try Instant(known: start))
    }

    var now: Instant { shown.withLock { $0 } }

    /// As the daemon reads it.
    var clock: DaemonClock { DaemonClock { self.now } }

    /// Moves it on, or back when negative.
    func advance(minutes: Int) {
        shown.withLock { $0 = $0.adding(milliseconds: Int64(minutes) * 60_000) }
    }

    /// Sets it.
    func set(_ moment: String) throws {
        let moment = try Instant(known: moment)
        shown.withLock { $0 = moment }
    }
}
