import Deadlines
import GRDB
import Telling

/// The rows of `deliveries`.
struct DeliveryTable {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Whether there are any rows.
    func isInUse() throws -> Bool {
        try Bool.fetchOne(database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM deliveries)")) ?? false
    }

    /// When the next notice is tried again.
    func nextRetry() throws -> Instant? {
        let select = try database.cachedStatement(
            sql: "SELECT min(retry_at) FROM deliveries WHERE retry_at IS NOT NULL")
        return try Instant.fetchOne(select)
    }

    /// What each sink has of a notice.
    func delivery(of key: NoticeKey, case row: Int64) throws -> Delivery {
        let select = try database.cachedStatement(
            sql: "SELECT sink, at, attempts, since, retry_at, reason FROM deliveries WHERE case_id = ? AND key = ?")
        var delivery = Delivery()
        for columns in try Row.fetchAll(select, arguments: [row, key.rawValue]) {
            guard let sink = Sink(rawValue: columns[0]) else {
                throw UnreadableRow(table: "deliveries")
            }
            if let at = columns[1] as Int64? {
                delivery[sink] = .done(Instant(milliseconds: at))
            } else {
                delivery[sink] = .failing(
                    DeliveryFailure(
                        reason: columns[5] ?? "", attempts: columns[2],
                        since: Instant(milliseconds: columns[3] ?? 0),
                        retry: columns[4]))
            }
        }
        return delivery
    }

    /// Writes down how far a notice has come.
    func mark(_ key: NoticeKey, case row: Int64, from old: Delivery, to new: Delivery) throws {
        let state = new.state
        if state == .sent, let told = new.told {
            let mark = try database.cachedStatement(
                sql: "UPDATE notices SET state = 'sent', sent = ? WHERE case_id = ? AND key = ?")
            try mark.execute(arguments: [told.milliseconds, row, key.rawValue])
            if old.hasBegun { try remove("", key, row) }
            return
        }
        let mark = try database.cachedStatement(
            sql: """
                UPDATE notices SET state = ?1, sent = ?2 WHERE case_id = ?3 AND key = ?4
                AND (state <> 'withdrawn' OR ?2 IS NOT NULL)
                """)
        try mark.execute(arguments: [state.rawValue, new.told?.milliseconds, row, key.rawValue])
        guard database.changesCount > 0 else { return }
        for sink in Sink.allCases where new[sink] != old[sink] { try put(new[sink], of: sink, key, row) }
    }

    private func put(_ progress: Delivery.Progress, of sink: Sink, _ key: NoticeKey, _ row: Int64) throws {
        let put = try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO deliveries (case_id, key, sink, at, attempts, since, retry_at, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let failure = progress.failure
        try put.execute(arguments: [
            row, key.rawValue, sink.rawValue, progress.done?.milliseconds, failure?.attempts ?? 0,
            failure?.since.milliseconds, failure?.retry?.milliseconds, failure?.reason,
        ])
    }

    /// What could not be sent and is not to be sent any more, or not yet, is not tried; which sinks have it stays known.
    func forgetTrouble(of key: NoticeKey, case row: Int64) throws {
        try remove(
            """
            AND at IS NULL AND EXISTS (SELECT 1 FROM notices n WHERE n.case_id = deliveries.case_id
                AND n.key = deliveries.key AND n.state IN ('waiting', 'withdrawn'))
            """, key, row)
    }

    private func remove(_ condition: String, _ key: NoticeKey, _ row: Int64) throws {
        let remove = try database.cachedStatement(
            sql: "DELETE FROM deliveries WHERE case_id = ? AND key = ? \(condition)")
        try remove.execute(arguments: [row, key.rawValue])
    }

    /// A notice of the case, or of none, that could not be sent is tried again at once, and as long as the first time.
    func retry(_ key: NoticeKey, case row: Int64) throws {
        for row in [row, CaseTable.noCase] {
            let again = try database.cachedStatement(
                sql: """
                    UPDATE deliveries SET attempts = 0, retry_at = ? WHERE case_id = ? AND key = ? AND at IS NULL
                    AND EXISTS (SELECT 1 FROM notices n WHERE n.case_id = deliveries.case_id
                        AND n.key = deliveries.key AND n.state IN ('sending', 'failed'))
                    """)
            try again.execute(arguments: [DeliveryFailure.asSoonAsPossible.milliseconds, row, key.rawValue])
            let state = try database.cachedStatement(
                sql: "UPDATE notices SET state = 'sending' WHERE case_id = ? AND key = ? AND state = 'failed'")
            try state.execute(arguments: [row, key.rawValue])
        }
    }
}
