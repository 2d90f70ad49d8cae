import Deadlines
import Dispatch
import GRDB

/// The daemon's memory: updates, and what follows from them, in one SQLite database.
///
/// Every change is one transaction that is on disk when it returns. Other processes may read at any time.
package final class Store: Sendable {
    /// The file's name inside the state directory.
    package static let fileName = "fristd.sqlite"

    let database: any DatabaseWriter
    /// Kept as long as the store: releasing a connection makes libdispatch run its pool monitor, which then wakes the
    /// process once a second as long as it lives.
    let versionReader: Store?

    /// Opens the store in `directory` for the daemon, creates it where there is none, and brings it up to date.
    ///
    /// - Throws: ``StoreError``; a store of a newer version is left untouched.
    package convenience init(directory: String) throws(StoreError) {
        let path = "\(directory)/\(Store.fileName)"
        let versionReader = try Store.refusingNewer(in: directory)
        var configuration = Store.configuration(named: "fristd")
        configuration.journalMode = .wal
        try self.init(path: path, configuration: configuration, versionReader: versionReader)
        do {
            let isNewer = try database.read { try Schema.migrator.hasBeenSuperseded($0) }
            if isNewer { throw StoreError.newer(path: path) }
            // GRDB sets NORMAL when it turns WAL on, after the connection was prepared; NORMAL can lose the last
            // commits at a power failure.
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Schema.migrator.migrate(database)
        } catch {
            throw StoreError(opening: path, error)
        }
        let synchronous = try synchronous()
        guard synchronous == 2 else { throw .notDurable(path: path, synchronous: synchronous) }
    }

    /// Opens the store in `directory` for reading alone. A process that lives long keeps it rather than opening it anew.
    package static func reading(directory: String) throws(StoreError) -> Store {
        let path = "\(directory)/\(fileName)"
        var configuration = configuration(named: "fristctl")
        configuration.readonly = true
        let store = try Store(path: path, configuration: configuration)
        let isNewer = try store.read { try Schema.migrator.hasBeenSuperseded($0) }
        if isNewer { throw .newer(path: path) }
        return store
    }

    /// Looks at the version through a connection that cannot write: one that can moves the commits of the write-ahead
    /// log into the database when it closes, so looking with it would touch the store.
    private static func refusingNewer(in directory: String) throws(StoreError) -> Store? {
        do throws(StoreError) {
            return try reading(directory: directory)
        } catch {
            // Whatever else is wrong, opening it for writing mends or tells.
            if case .newer = error { throw error }
            return nil
        }
    }

    private init(path: String, configuration: GRDB.Configuration, versionReader: Store? = nil) throws(StoreError) {
        self.versionReader = versionReader
        do {
            database = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw StoreError(opening: path, error)
        }
    }

    private static func configuration(named label: String) -> GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.label = label
        // GRDB asks for user-initiated, which a service under a system-call filter may not set for its threads.
        configuration.qos = .default
        // A reader may hold the database for a moment; failing at once would lose nothing but patience.
        configuration.busyMode = .timeout(10)
        return configuration
    }

    /// SQLite's `synchronous`: 2 is FULL, every commit flushed.
    func synchronous() throws(StoreError) -> Int {
        try read { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
    }

    /// Looks at the database for real: what the watchdog is told rests on it.
    package func check() throws(StoreError) {
        _ = try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM (SELECT 1 FROM cases LIMIT 1)") }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try database.read(body) } catch { throw StoreError(using: database.path, error) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try database.write(body) } catch { throw StoreError(using: database.path, error) }
    }
}
