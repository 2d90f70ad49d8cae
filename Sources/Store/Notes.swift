import Deadlines
import GRDB

/// Small texts the daemon leaves for its next run.
extension Store {
    /// The fingerprint of the settings that every case was last reckoned by; nil before the first time.
    public func reckonedBy() throws(StoreError) -> String? {
        try read { try String.fetchOne($0, sql: "SELECT text FROM notes WHERE name = 'reckoned by'") }
    }

    /// Notes that every case has been reckoned by the settings of this fingerprint.
    public func setReckonedBy(_ fingerprint: String) throws(StoreError) {
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO notes (name, text) VALUES ('reckoned by', ?)", arguments: [fingerprint])
        }
    }
}
