package import Deadlines
import GRDB

/// Small texts the daemon leaves for its next run.
struct Notes {
    enum Name: String {
        /// The fingerprint of the settings that every case was last reckoned by.
        case reckonedBy = "reckoned by"
        /// When a source was last heard.
        case feedHeard = "feed heard"
        /// When the daemon first began to watch over what this store holds.
        case begun = "begun"
        /// What the traces of erased cases are made with.
        case salt = "salt"
        /// When cases were last looked at for the time they are kept.
        case retention = "retention"
    }

    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    func text(_ name: Name) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT text FROM notes WHERE name = ?"), arguments: [name.rawValue])
    }

    func set(_ name: Name, _ text: String) throws {
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO notes (name, text) VALUES (?, ?)")
            .execute(arguments: [name.rawValue, text])
    }

    func forget(_ name: Name) throws {
        try database.cachedStatement(sql: "DELETE FROM notes WHERE name = ?").execute(arguments: [name.rawValue])
    }

    func instant(_ name: Name) throws -> Instant? {
        try text(name).flatMap { Int64($0) }.map { Instant(milliseconds: $0) }
    }

    func set(_ name: Name, _ instant: Instant) throws {
        try set(name, String(instant.milliseconds))
    }
}

extension Store {
    /// The fingerprint of the settings that every case was last reckoned by; nil before the first time, and while they are being
    /// reckoned by others: what was broken off half way leaves cases of both.
    package func reckonedBy() throws(StoreError) -> String? {
        try read { try Notes($0).text(.reckonedBy) }
    }

    /// Notes that every case has been reckoned by the settings of this fingerprint.
    package func setReckonedBy(_ fingerprint: String) throws(StoreError) {
        try write { try Notes($0).set(.reckonedBy, fingerprint) }
    }

    /// When the daemon first began to watch over what the store holds; nil before that.
    package func begun() throws(StoreError) -> Instant? {
        try read { try Notes($0).instant(.begun) }
    }

    /// Notes `moment` as the beginning, unless one is known: of a store that was filled before beginnings were noted,
    /// its first update.
    ///
    /// - Returns: the beginning.
    package func begin(at moment: Instant) throws(StoreError) -> Instant {
        try write { database in
            if let known = try Notes(database).instant(.begun) { return known }
            let begun = try UpdateTable(database).received("min") ?? moment
            try Notes(database).set(.begun, begun)
            return begun
        }
    }
}
