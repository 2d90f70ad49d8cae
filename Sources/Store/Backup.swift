import Files
import GRDB

extension Store {
    /// Copies the store, as it is at one moment, into the new file `path` while others read and write. What was erased
    /// from the store is not in the copy.
    ///
    /// - Returns: the copy, which is to be verified before anybody relies on it.
    /// - Throws: ``BackupError``; the file is then not to be used.
    package func copy(to path: String) throws(BackupError) -> StoreCopy {
        do { try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) } } catch {
            // SQLite does not say which of both files it means; only the store can be damaged.
            let store = StoreError(using: database.path, error)
            if case .damaged = store { throw BackupError("no backup: \(store)") }
            throw BackupError("\(path) cannot be written (\(error)); see that there is room as large as the store")
        }
        return StoreCopy(path: path)
    }

    /// How many bytes the store has on disk without its write-ahead log; a copy has about as many.
    package func fileSize() throws(StoreError) -> Int {
        try read { database in
            let (pages, size) = (
                try Int.fetchOne(database, sql: "PRAGMA page_count"),
                try Int.fetchOne(database, sql: "PRAGMA page_size")
            )
            return (pages ?? 0) * (size ?? 0)
        }
    }
}

/// A copy of a store that has been written.
package struct StoreCopy: Sendable {
    /// Where it is.
    package let path: String

    /// Looks every page through, and flushes it to disk.
    ///
    /// - Throws: ``BackupError``; the file is then not to be used.
    package func verify() throws(BackupError) {
        try lookThrough()
        do {
            let file = try OpenFile(path)
            try file.setMode(0o600)
            try file.sync()
        } catch { throw BackupError("\(error)") }
    }

    /// Reads every page of a copy, and sees that it is a store of this version.
    private func lookThrough() throws(BackupError) {
        do {
            var configuration = GRDB.Configuration()
            configuration.readonly = true
            let copy = try DatabaseQueue(path: path, configuration: configuration)
            try copy.read { database in
                let damage = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                let strays = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
                let isWhole = try Schema.migrator.hasCompletedMigrations(database)
                guard damage.isEmpty, strays == 0, isWhole else {
                    throw BackupError(
                        "\(path) is damaged, as the store probably is (\(damage.first ?? "rows that belong nowhere")); "
                            + "see fristctl audit")
                }
            }
            try copy.close()
        } catch let error as BackupError { throw error } catch {
            throw BackupError("\(path) cannot be read again: \(error)")
        }
    }
}

/// Why there is no backup.
package struct BackupError: Error, CustomStringConvertible {
    /// One sentence that says what to do.
    package let description: String

    init(_ description: String) { self.description = description }
}
