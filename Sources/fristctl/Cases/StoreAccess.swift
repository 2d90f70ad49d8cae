import Configuration
import Deadlines
import Notices
import Store

/// The daemon's store, for a command that only looks.
enum StoreAccess {
    /// Opens it for reading.
    static func open(_ settings: Settings) throws -> Store { try open(settings.directories, of: settings.unit) }

    /// The same for the service that works in these directories.
    static func open(_ directories: Settings.Directories, of unit: ServiceUnit) throws -> Store {
        do { return try Store.reading(directory: directories.state) } catch {
            guard case .denied = error else { throw error }
            throw Failure(.failed, ["\(error): be in the group \(unit.group)"])
        }
    }

    /// The time it is for the daemon, which may run on a clock of its own for a trial, or else the system's.
    static func now(_ settings: Settings) -> Instant { now(settings.directories) }

    /// The same for the daemon that works in these directories.
    static func now(_ directories: Settings.Directories) -> Instant {
        guard case .running(_, let offset) = ServiceLock.sight(of: directories.state) else { return systemNow }
        return systemNow.adding(milliseconds: offset)
    }

    static var systemNow: Instant { DaemonClock().now }
}
