package import Deadlines
import Files
import GRDB
import Glibc
package import Telling

/// Requirements counted by what a monitor looks at.
package struct RequirementMeasures: Sendable {
    /// What is counted together.
    package struct Group: Hashable, Sendable {
        /// The rule.
        package let rule: RuleID
        /// What its limit rests on.
        package let grundlag: Grundlag
        /// How they stand.
        package let status: Status
    }

    /// How many there are.
    package let counts: [Group: Int]
    /// How many of each rule are uncertain.
    package let uncertain: [RuleID: Int]
    /// Until when the numbers hold if nothing is written; nil is for ever.
    package let holdUntil: Instant?
}

extension Store {
    /// A connection that cannot write, beside that of this store, so that long readings hold up nobody. It is kept for
    /// reading as long as the store (see ``Store/init(directory:)``).
    package func besideForReading(in directory: String) throws(StoreError) -> Store {
        if let versionReader { return versionReader }
        return try Store.reading(directory: directory)
    }

    /// A number that is another one after another connection has written.
    package func writingMark() throws(StoreError) -> Int {
        try read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }

    /// Counts every requirement as it stands at `moment`, on data that reach so far (``Requirement/status(at:)``).
    package func requirementMeasures(at moment: Instant, reach: FeedReach) throws(StoreError) -> RequirementMeasures {
        try read { database in
            let arguments: StatementArguments = ["now": moment.milliseconds, "reach": reach.milliseconds]
            let rows = try Row.fetchAll(
                database,
                sql: "\(Store.standing) SELECT rule, grundlag, status, uncertain, count(*) FROM standing "
                    + "GROUP BY rule, grundlag, status, uncertain", arguments: arguments)
            let next = try Int64.fetchOne(
                database,
                sql: """
                    SELECT min(CASE WHEN missing_from > :now THEN missing_from ELSE certain_from END) FROM requirements
                    WHERE verdict IN ('open', 'excused') AND (missing_from > :now OR certain_from > :now)
                    """, arguments: ["now": moment.milliseconds])
            var counts: [RequirementMeasures.Group: Int] = [:]
            var uncertain: [RuleID: Int] = [:]
            for row in rows {
                let rule = RuleID(rawValue: row[0])
                guard let grundlag = Grundlag(rawValue: row[1]), let status = Status(rawValue: row[2]) else {
                    throw UnreadableRow(table: "requirements")
                }
                counts[.init(rule: rule, grundlag: grundlag, status: status), default: 0] += row[4]
                if row[3] { uncertain[rule, default: 0] += row[4] }
            }
            return RequirementMeasures(
                counts: counts, uncertain: uncertain, holdUntil: next.map { Instant(milliseconds: $0) })
        }
    }

    /// As ``Requirement/status(at:)`` and ``Requirement/isUncertain(at:)`` say.
    private static let standing = """
        WITH seen AS (
            SELECT rule, grundlag, verdict, missing_from, certain_from, uncertain,
                verdict = 'open' AND due LIKE '@%' AND CAST(substr(due, 2) AS INTEGER) > :reach AS unconfirmed
            FROM requirements
        ), standing AS (
            SELECT rule, grundlag,
                CASE WHEN verdict = 'open' THEN iif(:now < missing_from OR unconfirmed, 'pending', 'missing')
                    WHEN verdict = 'excused' AND :now < missing_from THEN 'pending' ELSE verdict END AS status,
                uncertain OR (verdict = 'open' AND missing_from <= :now AND (:now < certain_from OR unconfirmed))
                    AS uncertain
            FROM seen
        )
        """

    /// How many notices stand where, and when the waiting one that has waited longest is to go out.
    package func noticeMeasures() throws(StoreError) -> (states: [QueuedNotice.State: Int], oldestWaiting: Instant?) {
        try read { (try NoticeTable($0).states(), try NoticeTable($0).oldestWaiting()) }
    }

    /// How many cases are known, those that stand for teams, people and sources included.
    package func caseCount() throws(StoreError) -> Int { try read { try CaseTable($0).count() } }

    /// When the last update was taken in; nil where there is none. It looks at every update.
    package func lastUpdate() throws(StoreError) -> Instant? { try read { try UpdateTable($0).received("max") } }

    /// When the first update was taken in; nil where there is none. It looks at every update.
    package func firstUpdate() throws(StoreError) -> Instant? { try read { try UpdateTable($0).received("min") } }

    /// Bytes that the store takes on disk, with what is not yet moved into the database itself.
    package static func size(in directory: String) -> Int {
        ["", "-wal"].reduce(0) { total, ending in
            total + (stat(of: "\(directory)/\(fileName)\(ending)")?.st_size ?? 0)
        }
    }
}

extension FeedReach {
    /// The last instant by which what has happened is known.
    fileprivate var milliseconds: Int64 {
        switch self {
        case .live: .max
        case .batched(let until): until?.milliseconds ?? .min
        }
    }
}
