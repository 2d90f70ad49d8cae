import Deadlines
import GRDB
import Telling

/// The rows of `cases`.
struct CaseTable {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The row of what is about no case.
    static let noCase: Int64 = 0

    /// The row of a case; nil where there is none.
    func knownRow(of caseID: CaseID) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM cases WHERE reference = ?"), arguments: [caseID.rawValue])
    }

    /// How many there are, those that stand for teams, people and sources included.
    func count() throws -> Int {
        try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM cases WHERE id <> 0")) ?? 0
    }

    /// The row of a case, made where there is none.
    func row(of caseID: CaseID) throws -> Int64 {
        if let row = try knownRow(of: caseID) { return row }
        try database.cachedStatement(sql: "INSERT INTO cases (reference) VALUES (?)")
            .execute(arguments: [caseID.rawValue])
        return database.lastInsertedRowID
    }

    func set(_ row: Int64, of outcome: CaseOutcome) throws {
        let sql = """
            UPDATE cases SET caseworker = ?1, team = ?2, changes_at = ?3, reaches = ?4, tells_at = ?5 WHERE id = ?6
            AND (caseworker IS NOT ?1 OR team IS NOT ?2 OR changes_at IS NOT ?3 OR reaches IS NOT ?4 OR tells_at IS NOT ?5)
            """
        try database.cachedStatement(sql: sql).execute(arguments: [
            outcome.holder.caseworker?.rawValue, outcome.holder.team?.rawValue, outcome.nextChange?.milliseconds,
            outcome.reach?.milliseconds, outcome.nextNotice?.milliseconds, row,
        ])
    }

    /// The cases that stand for sources which have said how far their data reach.
    func sources() throws -> [(row: Int64, caseID: CaseID)] {
        try cases("reaches IS NOT NULL", [])
    }

    /// At most so many cases whose reference begins with `beginning`, in their order. References are ASCII, so that DEL comes
    /// after each.
    func references(beginning: String, limit: Int) throws -> [CaseID] {
        let select = try database.cachedStatement(
            sql:
                "SELECT reference FROM cases WHERE reference >= ?1 AND reference < ?2 AND id <> ?3 ORDER BY reference LIMIT ?4"
        )
        return try String.fetchAll(
            select, arguments: [beginning, beginning + "\u{7F}", CaseTable.noCase, limit]
        ).map { CaseID(rawValue: $0) }
    }

    /// How far the data reach: as far as those of the source that is furthest behind; nil when none has said.
    func reach() throws -> Instant? {
        let select = try database.cachedStatement(sql: "SELECT min(reaches) FROM cases WHERE reaches IS NOT NULL")
        return try Instant.fetchOne(select)
    }

    /// The cases with something open that counts hours and is due, or certainly so, between two reaches, whichever is the
    /// later; nil is before everything.
    func waiting(between one: Instant?, and other: Instant?) throws -> [(row: Int64, caseID: CaseID)] {
        let bounds = [one, other].map { $0?.milliseconds ?? CaseTable.beforeAll }.sorted()
        let select = try database.cachedStatement(
            sql: """
                SELECT DISTINCT c.id, c.reference FROM requirements r INDEXED BY requirements_open
                JOIN cases c ON c.id = r.case_id
                WHERE r.verdict = 'open' AND r.missing_from > ?1 - ?3 AND r.missing_from <= ?2 AND r.certain_from > ?1
                AND r.due LIKE '@%'
                """)
        return try Row.fetchAll(select, arguments: [bounds[0], bounds[1], CaseTable.doubt]).map {
            ($0[0], CaseID(rawValue: $0[1]))
        }
    }

    private static let beforeAll: Int64 = .min / 2

    /// No longer than this lies between when something is due and when it certainly is, in milliseconds: a date is one day,
    /// at most 25 hours long.
    private static let doubt: Int64 = 48 * 3_600_000

    /// The cases whose requirements change by themselves by `moment`.
    func changing(by moment: Instant) throws -> [(row: Int64, caseID: CaseID)] {
        try cases("changes_at <= ?", [moment.milliseconds])
    }

    /// At most so many cases whose next notice that has no row falls before `instant`, with when it does, the first first.
    func nearing(before instant: Instant, limit: Int) throws -> [(row: Int64, caseID: CaseID, next: Instant)] {
        let select = try database.cachedStatement(
            sql: "SELECT id, reference, tells_at FROM cases WHERE tells_at < ? ORDER BY tells_at LIMIT ?")
        return try Row.fetchAll(select, arguments: [instant.milliseconds, limit]).map {
            ($0[0], CaseID(rawValue: $0[1]), $0[2])
        }
    }

    /// The cases that hold notices which could not go out in their time by `moment`.
    func holdingLate(at moment: Instant) throws -> [(row: Int64, caseID: CaseID)] {
        try cases("id <> \(CaseTable.noCase) AND id IN (\(NoticeTable.late))", [moment.milliseconds])
    }

    /// When the first notice falls that has no row.
    func nextNotice() throws -> Instant? {
        let select = try database.cachedStatement(sql: "SELECT min(tells_at) FROM cases WHERE tells_at IS NOT NULL")
        return try Instant.fetchOne(select)
    }

    /// `count` cases after a row, in the order of rows; or the one that is named.
    func slice(after row: Int64, count: Int, only: CaseID? = nil) throws -> [(row: Int64, caseID: CaseID)] {
        if let only { return try cases("id > ? AND reference = ?", [row, only.rawValue]) }
        return try cases("id > ? ORDER BY id LIMIT ?", [row, count])
    }

    private func cases(_ condition: String, _ arguments: StatementArguments) throws -> [(row: Int64, caseID: CaseID)] {
        let select = try database.cachedStatement(sql: "SELECT id, reference FROM cases WHERE \(condition)")
        return try Row.fetchAll(select, arguments: arguments).map { ($0[0], CaseID(rawValue: $0[1])) }
    }

    /// The next instant at which a case changes by itself.
    func nextChange() throws -> Instant? {
        let select = try database.cachedStatement(sql: "SELECT min(changes_at) FROM cases WHERE changes_at IS NOT NULL")
        return try Instant.fetchOne(select)
    }
}
