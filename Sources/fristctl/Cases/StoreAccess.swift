import Configuration
import Deadlines
import Notices
import Store

/// The daemon's store, for a command that only looks.
enum StoreAccess {
    /// Opens it for reading.
    static func open(_ settings: Settings) throws -> Store {
        do { return try Store.reading(directory: settings.directories.state) } catch { throw Failure(.failed, error) }
    }

    /// The time it is for the daemon, which may run on a clock of its own for a trial, or else the system's.
    static func now(_ settings: Settings) -> Instant {
        ServiceLock.clockOffset(in: settings.directories.state).map {
            systemNow.adding(milliseconds: $0)
        } ?? systemNow
    }

    /// The system's time.
    static var systemNow: Instant { DaemonClock().now }
}
