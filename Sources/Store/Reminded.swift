package import Deadlines
import GRDB
import Telling

extension Store {
    /// What somebody was reminded of before it was due, of what was due on the days from `first` to `last`, by case.
    package func reminded(
        from first: LocalDate, until last: LocalDate, in zone: Zone
    ) throws(StoreError) -> [CaseID: Set<RequirementKey>] {
        // Moments are texts, which for one sort of them are in the order of time.
        let days = [Moment.date(first), .date(last)].map(\.column)
        let instants = [Moment.instant(zone.instant(of: first)), .instant(zone.instant(of: last.adding(days: 1)))].map(
            \.column)
        return try read { database in
            let sql = """
                SELECT c.reference, n.rule, n.ref, n.start FROM notices n JOIN cases c ON c.id = n.case_id
                WHERE n.stage = ? AND n.sent IS NOT NULL
                AND (n.due BETWEEN ? AND ? OR (n.due >= ? AND n.due < ?))
                """
            let rows = try Row.fetchCursor(
                database, sql: sql, arguments: StatementArguments([Stage.reminder.rawValue] + days + instants))
            var found: [CaseID: Set<RequirementKey>] = [:]
            while let row = try rows.next() {
                let caseID = CaseID(rawValue: row[0])
                guard let start = Moment(column: row[3]) else { throw UnreadableRow(table: "notices") }
                let key = RequirementKey(
                    caseID: caseID, ref: Reference(column: row[2]), rule: RuleID(rawValue: row[1]), start: start)
                found[caseID, default: []].insert(key)
            }
            return found
        }
    }
}
