package import Deadlines
import GRDB
package import Telling

/// A requirement as it stands in the store, and who holds its case.
package struct StoredRequirement: Sendable {
    /// The requirement.
    package let requirement: Requirement
    /// Who holds the case.
    package let holder: Holder

    /// A requirement in a case held by `holder`.
    package init(requirement: Requirement, holder: Holder) {
        self.requirement = requirement
        self.holder = holder
    }
}

/// Which requirements to read; nil is any.
package struct RequirementFilter: Sendable {
    /// Of this case.
    package var caseID: CaseID?
    /// Of this rule.
    package var rule: RuleID?
    /// In cases of this caseworker.
    package var caseworker: PersonID?
    /// In cases of this team.
    package var team: TeamID?

    /// Any requirement.
    package init() {}

    var condition: (sql: String, arguments: StatementArguments) {
        let wanted: [(String, String?)] = [
            ("c.reference = ?", caseID?.rawValue), ("r.rule = ?", rule?.rawValue),
            ("c.caseworker = ?", caseworker?.rawValue), ("c.team = ?", team?.rawValue),
        ]
        let given = wanted.compactMap { sql, value in value.map { (sql, $0) } }
        return ((["1"] + given.map(\.0)).joined(separator: " AND "), StatementArguments(given.map(\.1)))
    }
}

/// Numbers for those who ask how it goes.
package struct StoreCounts: Sendable {
    /// Cases known.
    package let cases: Int
    /// Updates on disk.
    package let updates: Int
    /// Requirements open and not yet due, or beyond what the data reach.
    package let pending: Int
    /// Requirements open and due.
    package let missing: Int
    /// When the next open requirement is due.
    package let nextDue: Moment?
    /// The next notice's time.
    package let nextNotice: Instant?
    /// Notices by state.
    package let notices: [QueuedNotice.State: Int]
    /// When the last update was taken in.
    package let lastUpdate: Instant?
}

extension Store {
    /// The requirements that `filter` lets through, by due time, then case.
    package func requirements(_ filter: RequirementFilter = RequirementFilter()) throws(StoreError)
        -> [StoredRequirement]
    {
        let columns = RequirementTable.columns.split(separator: ", ").map { "r.\($0)" }.joined(separator: ", ")
        let (condition, arguments) = filter.condition
        return try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(columns), c.reference, c.caseworker, c.team FROM requirements r
                    JOIN cases c ON c.id = r.case_id WHERE \(condition)
                    ORDER BY r.missing_from, c.reference, r.rule, r.ref, r.start
                    """, arguments: arguments
            ).map { row in
                StoredRequirement(
                    requirement: try RequirementTable.requirement(row, CaseID(rawValue: row[21])),
                    holder: Holder(caseworker: row[22], team: row[23]))
            }
        }
    }

    /// At most so many cases whose reference begins with `beginning`, in their order.
    package func cases(beginning: String, limit: Int) throws(StoreError) -> [CaseID] {
        try read { try CaseTable($0).references(beginning: beginning, limit: limit) }
    }

    /// The updates of a case with when they were taken in; empty where the case is not known.
    package func updates(of caseID: CaseID) throws(StoreError) -> [RegisteredUpdate] {
        try read { database in
            guard let row = try CaseTable(database).knownRow(of: caseID) else { return [] }
            return try UpdateTable(database).registered(of: row, caseID)
        }
    }

    /// The updates of these ids, whichever cases they are in; none for an id that is not known.
    package func updates(_ ids: [UpdateID]) throws(StoreError) -> [UpdateID: Update] {
        try read { database in
            let table = UpdateTable(database)
            return Dictionary(try ids.compactMap { try table.update($0) }.map { ($0.id, $0) }) { first, _ in first }
        }
    }

    /// Calls `body` with each case and its updates, case by case, as all of them were at one moment.
    package func eachCase(_ body: (CaseID, [RegisteredUpdate]) throws -> Void) throws(StoreError) {
        try read { database in
            for (row, caseID) in try CaseTable(database).slice(after: CaseTable.noCase, count: .max) {
                try body(caseID, try UpdateTable(database).registered(of: row, caseID))
            }
        }
    }

    /// Calls `body` with each case and its updates, a slice of cases read at a time and nothing held open meanwhile:
    /// however long it takes, the write-ahead log can be moved into the database. Each case is whole; a later one may
    /// hold what came after an earlier one was read.
    package func eachCaseInSlices(_ body: (CaseID, [RegisteredUpdate]) throws -> Void) throws {
        try eachSlice(of: 100) { database, row, caseID in
            (caseID, try UpdateTable(database).registered(of: row, caseID))
        } _: { slice in
            for (caseID, updates) in slice { try body(caseID, updates) }
        }
    }

    /// Calls `body` with some cases at a time, each as `find` has found it in the tables: those of a slice at one moment, and
    /// nothing held open while `body` works.
    func eachSlice<Found>(
        of count: Int, only: CaseID? = nil, find: (Database, Int64, CaseID) throws -> Found,
        _ body: ([Found]) throws -> Void
    ) throws {
        var last = CaseTable.noCase
        while true {
            let slice = try read { database in
                try CaseTable(database).slice(after: last, count: count, only: only).map { row, caseID in
                    (row, try find(database, row, caseID))
                }
            }
            guard let end = slice.last else { return }
            try body(slice.map(\.1))
            last = end.0
        }
    }

    /// The cases that stand for sources which have said how far their data reach, with their updates.
    package func sources() throws(StoreError) -> [CaseID: [RegisteredUpdate]] {
        try read { database in
            let sources = try CaseTable(database).sources().map { row, caseID in
                (caseID, try UpdateTable(database).registered(of: row, caseID))
            }
            return Dictionary(uniqueKeysWithValues: sources)
        }
    }

    /// The kinds of which an update has ever been taken in.
    package func kinds() throws(StoreError) -> Set<EventKind> {
        try read { database in
            Set(try String.fetchAll(database, sql: "SELECT DISTINCT event FROM updates").map(EventKind.init(rawValue:)))
        }
    }

    /// Numbers at `moment`, on data that reach so far.
    package func counts(at moment: Instant, reach: FeedReach = .live) throws(StoreError) -> StoreCounts {
        try read { database in
            func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
                try Int.fetchOne(database.cachedStatement(sql: sql), arguments: arguments) ?? 0
            }
            let open = "FROM requirements INDEXED BY requirements_open WHERE verdict = 'open' AND missing_from"
            let now = moment.milliseconds
            // Of what is due, the hour rules that the data do not reach (``FeedReach/confirms(_:)``).
            let unconfirmed =
                switch reach {
                case .live: 0
                case .batched(let until):
                    try count(
                        "SELECT count(*) \(open) <= ? AND due LIKE '@%' AND CAST(substr(due, 2) AS INTEGER) > ?",
                        [now, until?.milliseconds ?? .min])
                }
            let notices = NoticeTable(database)
            return StoreCounts(
                cases: try CaseTable(database).count(),
                updates: try count("SELECT count(*) FROM updates"),
                pending: try count("SELECT count(*) \(open) > ?", [now]) + unconfirmed,
                missing: try count("SELECT count(*) \(open) <= ?", [now]) - unconfirmed,
                nextDue: try String.fetchOne(
                    database, sql: "SELECT due \(open) > ? ORDER BY missing_from LIMIT 1", arguments: [now]
                ).flatMap { Moment(column: $0) },
                nextNotice: try [notices.oldestWaiting(), CaseTable(database).nextNotice()].compactMap(\.self).min(),
                notices: try notices.states(), lastUpdate: try UpdateTable(database).received("max"))
        }
    }
}

extension Store {
    /// What is known of the updates whose ids begin with `prefix`.
    ///
    /// - Parameter kinds: those whose updates take others back.
    /// - Returns: these updates, and those of `kinds` in the same cases, whatever their ids.
    package func updates(
        idPrefix prefix: String, takingBack kinds: Set<EventKind>
    ) throws(StoreError) -> (own: [Update], takingBack: [Update]) {
        try read { database in
            let table = UpdateTable(database)
            return (try table.updates(idPrefix: prefix), try table.updates(of: kinds, besidePrefix: prefix))
        }
    }
}
