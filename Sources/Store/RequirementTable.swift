import Deadlines
import GRDB

/// The rows of `requirements`.
struct RequirementTable {
    static let columns = """
        rule, ref, start, due, law, grundlag, ladder, verdict, met_at, missing_from, certain_from, uncertain, at_once, \
        planned, paused, progress, closed, cut_short, excuse, lapsed, settled
        """
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Makes the case's rows those of `requirements`, touching only what differs.
    ///
    /// - Returns: the rows as they were.
    @discardableResult
    func replace(_ requirements: [Requirement], of row: Int64, _ caseID: CaseID) throws -> [Requirement] {
        let select = try database.cachedStatement(
            sql: "SELECT \(RequirementTable.columns) FROM requirements WHERE case_id = ?")
        let before = try Row.fetchAll(select, arguments: [row]).map { try RequirementTable.requirement($0, caseID) }
        var gone = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for requirement in requirements where gone.removeValue(forKey: requirement.key) != requirement {
            try put(requirement, of: row)
        }
        for key in gone.keys { try remove(key, of: row) }
        return before
    }

    private func put(_ requirement: Requirement, of row: Int64) throws {
        let sql = """
            INSERT OR REPLACE INTO requirements (case_id, \(RequirementTable.columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        let key = requirement.key
        try database.cachedStatement(sql: sql).execute(arguments: [
            row, key.rule.rawValue, key.ref?.rawValue ?? "", key.start.column, requirement.due.column, requirement.law,
            requirement.grundlag.rawValue, requirement.ladder.rawValue, requirement.verdict.column,
            requirement.metAt?.column, requirement.missingFrom.milliseconds, requirement.certainFrom.milliseconds,
            requirement.verdictUncertain, requirement.atOnce, requirement.planned, requirement.paused,
            requirement.progress, requirement.background.closed?.description, requirement.background.isCutShort,
            requirement.background.excuse, requirement.background.lapsed?.description,
            requirement.background.isSettled,
        ])
    }

    private func remove(_ key: RequirementKey, of row: Int64) throws {
        let sql = "DELETE FROM requirements WHERE case_id = ? AND rule = ? AND ref = ? AND start = ?"
        try database.cachedStatement(sql: sql).execute(arguments: [
            row, key.rule.rawValue, key.ref?.rawValue ?? "", key.start.column,
        ])
    }

    /// The requirement in the columns of ``columns``.
    static func requirement(_ row: Row, _ caseID: CaseID) throws -> Requirement {
        let rule: String = row[0]
        let metAt = (row[8] as String?).flatMap { Moment(column: $0) }
        guard let start = Moment(column: row[2]), let due = Moment(column: row[3]),
            let grundlag = Grundlag(rawValue: row[5]), let verdict = Verdict(column: row[7], metAt: metAt)
        else { throw UnreadableRow(table: "requirements") }
        return Requirement(
            key: RequirementKey(
                caseID: caseID, ref: Reference(column: row[1]), rule: RuleID(rawValue: rule), start: start),
            law: row[4], grundlag: grundlag, ladder: LadderID(rawValue: row[6]), due: due, verdict: verdict,
            missingFrom: row[9], certainFrom: row[10],
            verdictUncertain: row[11], atOnce: row[12], planned: row[13], paused: row[14],
            progress: row[15], background: background(row, from: 16))
    }

    /// The background in the last five columns of ``columns``, which begin at `first`.
    static func background(_ row: Row, from first: Int) -> Background {
        Background(
            closed: date(row[first]), isCutShort: row[first + 1], excuse: row[first + 2], lapsed: date(row[first + 3]),
            isSettled: row[first + 4])
    }

    private static func date(_ text: String?) -> LocalDate? { text.flatMap { LocalDate($0) } }
}
