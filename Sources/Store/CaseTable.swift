import Deadlines
import GRDB

/// The rows of `cases`.
struct CaseTable {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The row of what is about no case.
    static let noCase: Int64 = 0

    /// The row of a case, made where there is none.
    func row(of caseID: CaseID) throws -> Int64 {
        let select = try database.cachedStatement(sql: "SELECT id FROM cases WHERE reference = ?")
        if let row = try Int64.fetchOne(select, arguments: [caseID.rawValue]) { return row }
        try database.cachedStatement(sql: "INSERT INTO cases (reference) VALUES (?)")
            .execute(arguments: [caseID.rawValue])
        return database.lastInsertedRowID
    }

    func set(_ row: Int64, holder: Holder, changesAt: Instant?) throws {
        let sql = """
            UPDATE cases SET caseworker = ?1, team = ?2, changes_at = ?3 WHERE id = ?4
            AND (caseworker IS NOT ?1 OR team IS NOT ?2 OR changes_at IS NOT ?3)
            """
        try database.cachedStatement(sql: sql).execute(arguments: [
            holder.caseworker?.rawValue, holder.team?.rawValue, changesAt?.milliseconds, row,
        ])
    }

    /// The cases whose requirements change by themselves by `moment`.
    func changing(by moment: Instant) throws -> [(row: Int64, caseID: CaseID)] {
        try cases("changes_at <= ?", [moment.milliseconds])
    }

    /// `count` cases after a row, in the order of rows.
    func slice(after row: Int64, count: Int) throws -> [(row: Int64, caseID: CaseID)] {
        try cases("id > ? ORDER BY id LIMIT ?", [row, count])
    }

    private func cases(_ condition: String, _ arguments: StatementArguments) throws -> [(row: Int64, caseID: CaseID)] {
        let select = try database.cachedStatement(sql: "SELECT id, reference FROM cases WHERE \(condition)")
        return try Row.fetchAll(select, arguments: arguments).map { ($0[0], CaseID(rawValue: $0[1])) }
    }

    /// The next instant at which a case changes by itself.
    func nextChange() throws -> Instant? {
        let select = try database.cachedStatement(sql: "SELECT min(changes_at) FROM cases WHERE changes_at IS NOT NULL")
        return try Int64.fetchOne(select).map { Instant(milliseconds: $0) }
    }
}
