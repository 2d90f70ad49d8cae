package import Deadlines
import GRDB
package import Telling

/// What an audit reads of one case.
package struct AuditedCase: Sendable {
    /// The case, but for rows that cannot be read.
    package let stored: StoredCase
    /// How far the data reached when it was read.
    package let reach: Instant?
    /// The rows that cannot be read.
    package let unreadable: [AuditFinding]
}

extension Store {
    /// Calls `body` with each case as it stands in the tables, a slice of cases read at a time.
    package func eachStoredCase(_ body: ([AuditedCase]) throws -> Void) throws {
        try eachSlice(of: Store.slice) { database, row, caseID in
            try CaseRows(database).audited(row, caseID, reach: try CaseTable(database).reach())
        } _: {
            try body($0)
        }
    }

    /// What does not hold together in the database itself: damaged pages, rows that belong to none.
    package func faults() throws(StoreError) -> [AuditFinding] {
        try read { database in
            let damage = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let strays = try Row.fetchAll(
                database, sql: "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2"
            ).map { "\($0[2] as Int) rows of \($0[0] as String) belong to no row of \($0[1] as String)" }
            return (damage + strays).map { AuditFinding(nil, .database, stored: $0, expected: nil) }
        }
    }
}

/// The rows of one case, read one by one.
private struct CaseRows {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    func audited(_ id: Int64, _ caseID: CaseID, reach: Instant?) throws -> AuditedCase {
        var unreadable: [AuditFinding] = []
        func read<Value>(_ table: String, _ columns: String, key: (Row) -> String, _ body: (Row) throws -> Value) throws
            -> [Value]
        {
            let select = try database.cachedStatement(sql: "SELECT \(columns) FROM \(table) WHERE case_id = ?")
            return try Row.fetchAll(select, arguments: [id]).compactMap { row in
                do { return try body(row) } catch is UnreadableRow {
                    let finding = AuditFinding.Row.unreadable(table: table, key: key(row))
                    unreadable.append(AuditFinding(caseID, finding, stored: "not readable", expected: nil))
                    return nil
                }
            }
        }
        let updates = try read("updates", UpdateTable.columns, key: { $0[0] ?? "" }) {
            RegisteredUpdate(try UpdateTable.update($0, caseID), received: $0[7])
        }
        let requirements = try read("requirements", RequirementTable.columns, key: { $0[0] ?? "" }) {
            try RequirementTable.requirement($0, caseID)
        }
        let notices = try read("notices", NoticeTable.columns, key: { $0[0] ?? "" }) { row in
            (try NoticeTable.notice(row, caseID), row[14] as Instant?)
        }
        _ = try read("deliveries", "key, sink", key: { $0[0] ?? "" }) { row in
            guard Sink(rawValue: row[1]) != nil else { throw UnreadableRow(table: "deliveries") }
        }
        let select = try database.cachedStatement(
            sql: "SELECT caseworker, team, reaches, changes_at, tells_at FROM cases WHERE id = ?")
        guard let row = try Row.fetchOne(select, arguments: [id]) else { throw UnreadableRow(table: "cases") }
        let stored = StoredCase(
            caseID: caseID, updates: updates, requirements: requirements, notices: notices,
            holder: Holder(caseworker: row[0], team: row[1]), reach: row[2], nextChange: row[3], nextNotice: row[4])
        return AuditedCase(stored: stored, reach: reach, unreadable: unreadable)
    }
}
