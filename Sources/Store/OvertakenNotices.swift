package import Deadlines
import GRDB
import Telling

/// What time has overtaken while nothing could be sent: the daemon was down, the clock stepped, a log could not be written.
extension Store {
    /// Of several steps of one subject that one person would be told together at `moment`, withdraws all but the latest, and
    /// all where a later one has been told.
    ///
    /// - Returns: how many were withdrawn.
    @discardableResult
    package func withdrawOvertaken(at moment: Instant) throws(StoreError) -> Int {
        let overtaken = try read { database in
            try Row.fetchAll(
                database.cachedStatement(sql: Store.overtaken), arguments: [moment.milliseconds]
            ).map { (row: $0[0] as Int64, key: NoticeKey(rawValue: $0[1])) }
        }
        guard !overtaken.isEmpty else { return 0 }
        return try write { database in
            let table = NoticeTable(database)
            for (row, key) in overtaken { try table.apply(.withdraw(key), case: row) }
            return overtaken.count
        }
    }

    /// A list of what was overdue before the start is about many subjects, so no step overtakes it.
    private static let overtaken = """
        WITH open AS (
            SELECT case_id, key, rule, ref, start, due, person, falls, scheduled <= ?1 - 60000 AS late
            FROM notices INDEXED BY notices_waiting
            WHERE state = 'waiting' AND scheduled <= ?1 AND stage <> 'backlog'
            UNION ALL
            SELECT case_id, key, rule, ref, start, due, person, falls, 1 FROM notices INDEXED BY notices_held_up
            WHERE state IN ('sending', 'failed') AND sent IS NULL AND stage <> 'backlog'
        ), steps AS (
            SELECT case_id, rule, ref, start, due, person, falls FROM open
            UNION ALL
            -- What goes out at its time cannot have been overtaken by what was told before.
            SELECT n.case_id, n.rule, n.ref, n.start, n.due, n.person, n.falls FROM notices n
            WHERE n.case_id IN (SELECT case_id FROM open WHERE late) AND n.sent IS NOT NULL AND n.stage <> 'backlog'
        ), ways AS (
            SELECT case_id, rule, ref, start, due, person, max(falls) AS latest FROM steps
            GROUP BY case_id, rule, ref, start, due, person HAVING min(falls) < max(falls)
        )
        SELECT o.case_id, o.key FROM ways w
        JOIN open o USING (case_id, rule, ref, start, due, person) WHERE o.falls < w.latest
        """

    /// Lets notices that wait go out at `moment` instead.
    package func postpone(_ notices: [StoredNotice], to moment: Instant) throws(StoreError) {
        guard !notices.isEmpty else { return }
        try write { database in
            let cases = CaseTable(database)
            let postpone = try database.cachedStatement(
                sql: "UPDATE notices SET scheduled = ? WHERE case_id = ? AND key = ? AND state = 'waiting'")
            for notice in notices.map(\.queued.notice) {
                let row = try notice.subject.caseID.map { try cases.row(of: $0) } ?? CaseTable.noCase
                try postpone.execute(arguments: [moment.milliseconds, row, notice.key.rawValue])
            }
        }
    }
}
