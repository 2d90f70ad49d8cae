package import Deadlines
import GRDB

/// The rows of `moves`: which open due times each change of the rules moved.
struct MoveTable {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    func insert(_ moves: [RuleChange], of row: Int64, changed: Instant) throws {
        guard !moves.isEmpty else { return }
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO moves (case_id, changed, rule, ref, start, due_before, due_after)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        for move in moves {
            try insert.execute(arguments: [
                row, changed.milliseconds, move.key.rule.rawValue, move.key.ref?.rawValue ?? "", move.key.start.column,
                move.before?.column, move.after?.column,
            ])
        }
    }
}

extension Store {
    /// What the last change of the rules moved, and when that was; nil when none has moved anything.
    package func lastMoves() throws(StoreError) -> (changed: Instant, moves: [RuleChange])? {
        try read { database in
            guard let changed = try Int64.fetchOne(database, sql: "SELECT max(changed) FROM moves") else { return nil }
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT c.reference, m.rule, m.ref, m.start, m.due_before, m.due_after
                    FROM moves m JOIN cases c ON c.id = m.case_id WHERE m.changed = ?
                    ORDER BY c.reference, m.rule, m.ref, m.start
                    """, arguments: [changed])
            let moves = try rows.map { row in
                guard let start = Moment(column: row[3]) else { throw UnreadableRow(table: "moves") }
                return RuleChange(
                    key: RequirementKey(
                        caseID: CaseID(rawValue: row[0]), ref: Reference(column: row[2]),
                        rule: RuleID(rawValue: row[1]), start: start),
                    before: (row[4] as String?).flatMap { Moment(column: $0) },
                    after: (row[5] as String?).flatMap { Moment(column: $0) })
            }
            return (Instant(milliseconds: changed), moves)
        }
    }
}
