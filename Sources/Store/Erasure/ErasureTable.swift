import Deadlines
import GRDB
import Telling

/// The rows of `erasures`, `erasing` and `erased`.
struct ErasureTable {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Asks for an erasure, once.
    func ask(_ id: String, before: LocalDate, at moment: Instant) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO erasures (id, before, asked, cases, files) VALUES (?, ?, ?, 0, 0)",
            arguments: [id, before.description, moment.milliseconds])
    }

    func erasures(_ condition: String, _ arguments: StatementArguments = []) throws -> [Erasure] {
        try Row.fetchAll(
            database,
            sql: "SELECT id, before, done, cases, files, trouble FROM erasures WHERE \(condition) ORDER BY asked",
            arguments: arguments
        ).map { row in
            guard let before = LocalDate(row[1] as String) else { throw UnreadableRow(table: "erasures") }
            return Erasure(
                id: row[0], before: before, done: row[2], cases: row[3],
                files: row[4], trouble: row[5])
        }
    }

    /// The cases whose traces in files are still to be erased.
    func erasing() throws -> ErasedCases {
        let rows = try Row.fetchAll(database, sql: "SELECT reference, keys, lists FROM erasing")
        func keys(_ column: String) -> Set<NoticeKey> {
            Set(rows.flatMap { ($0[column] as String).split(separator: "\n") }.map { NoticeKey(rawValue: String($0)) })
        }
        return ErasedCases(
            references: Set(rows.map { CaseID(rawValue: $0[0]) }), notices: keys("keys"), lists: keys("lists"))
    }

    /// Takes a case out of every table, and leaves its trace.
    ///
    /// - Parameter updates: its own, and those of others that name it.
    func erase(_ row: Int64, _ caseID: CaseID, updates: [Update], zone: Zone) throws {
        let until = updates.map { $0.at.date(in: zone) }.max() ?? LocalDate(daysSinceEpoch: 0)
        let notices = try Row.fetchAll(
            database, sql: "SELECT key, stage, person, scheduled FROM notices WHERE case_id = ?", arguments: [row])
        // What may have gone out in a list beside others.
        let lists = notices.filter { Stage(rawValue: $0[1])?.isJoined ?? false }.map { notice in
            PlannedNotice.key(of: .list(sent: notice[3]), step: notice[1], to: notice[2])
        }
        try database.execute(
            sql: "INSERT OR REPLACE INTO erasing (reference, keys, lists) VALUES (?, ?, ?)",
            arguments: [
                caseID.rawValue, notices.map { $0[0] as String }.joined(separator: "\n"),
                Set(lists.map(\.rawValue)).sorted().joined(separator: "\n"),
            ])
        try database.execute(
            sql: "INSERT OR REPLACE INTO erased (trace, until) VALUES (?, ?)",
            arguments: [CaseTrace.of(caseID, salt: try salt()), until.description])
        try database.execute(sql: "DELETE FROM cases WHERE id = ?", arguments: [row])
    }

    /// Whether `update` is one of those that were erased: of such a case or naming it, and of the last day that was known of it
    /// then or before. What happens later begins the case anew.
    ///
    /// - Parameters:
    ///   - named: the other case that it names.
    ///   - salt: what the traces are made with.
    func isErased(_ update: Update, naming named: CaseID?, salt: String, zone: Zone) throws -> Bool {
        let select = try database.cachedStatement(sql: "SELECT until FROM erased WHERE trace = ?")
        let date = update.at.date(in: zone)
        return try [update.caseID, named].compactMap(\.self).contains { caseID in
            let trace = CaseTrace.of(caseID, salt: salt)
            let until = try String.fetchOne(select, arguments: [trace]).flatMap { LocalDate($0) }
            return until.map { date <= $0 } ?? false
        }
    }

    /// What the traces are made with; made where no case has been erased yet.
    private func salt() throws -> String {
        let notes = Notes(database)
        if let known = try notes.text(.salt) { return known }
        let salt = Letters.random(32)
        try notes.set(.salt, salt)
        return salt
    }
}
