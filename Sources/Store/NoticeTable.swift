import Deadlines
import GRDB
import Telling

/// The rows of `notices`: the queue.
struct NoticeTable {
    static let columns =
        "key, rule, ref, start, due, step, stage, person, role, reason, falls, scheduled, items, state, sent, why"
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Every notice there has been for a case, or about none.
    func notices(of row: Int64, _ caseID: CaseID?) throws -> [QueuedNotice] {
        let select = try database.cachedStatement(
            sql: "SELECT \(NoticeTable.columns) FROM notices WHERE case_id = ?")
        return try Row.fetchAll(select, arguments: [row]).map { try NoticeTable.notice($0, caseID) }
    }

    /// How many stand where.
    func states() throws -> [QueuedNotice.State: Int] {
        let rows = try Row.fetchAll(database, sql: "SELECT state, count(*) FROM notices GROUP BY state")
        return rows.reduce(into: [:]) { counts, row in
            if let state = QueuedNotice.State(rawValue: row[0]) { counts[state] = row[1] }
        }
    }

    /// When the waiting one that has waited longest is to go out.
    func oldestWaiting() throws -> Instant? {
        let sql = "SELECT min(scheduled) FROM notices INDEXED BY notices_waiting WHERE state = 'waiting'"
        return try Instant.fetchOne(database.cachedStatement(sql: sql))
    }

    func apply(_ change: QueueChange, case row: Int64) throws {
        switch change {
        case .add(let notice, let scheduled, let reason): try insert(notice, scheduled, reason, case: row)
        case .amend(let notice, let scheduled, let reason):
            let sql = """
                UPDATE notices SET role = ?1, reason = ?2, items = ?3, falls = ?4, scheduled = ?5, why = ?6,
                state = CASE WHEN state = 'withdrawn' OR ?5 > scheduled THEN 'waiting' ELSE state END WHERE case_id = ?7 AND key = ?8
                """
            try database.cachedStatement(sql: sql).execute(arguments: [
                notice.recipient.role.rawValue, notice.recipient.reason.column, ItemsColumn.text(of: notice.items),
                notice.falls.milliseconds, scheduled.milliseconds, reason.rawValue, row, notice.key.rawValue,
            ])
            try DeliveryTable(database).forgetTrouble(of: notice.key, case: row)
        case .withdraw(let key, let reason):
            let sql = "UPDATE notices SET state = 'withdrawn', why = ? WHERE case_id = ? AND key = ?"
            try database.cachedStatement(sql: sql).execute(arguments: [reason.rawValue, row, key.rawValue])
            try DeliveryTable(database).forgetTrouble(of: key, case: row)
        case .drop(let key):
            try database.cachedStatement(sql: "DELETE FROM notices WHERE case_id = ? AND key = ?")
                .execute(arguments: [row, key.rawValue])
        }
    }

    private func insert(_ notice: PlannedNotice, _ scheduled: Instant, _ reason: NoticeReason, case row: Int64) throws {
        let sql = """
            INSERT INTO notices (case_id, \(NoticeTable.columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', NULL, ?)
            """
        let subject = SubjectColumns(notice.subject)
        try database.cachedStatement(sql: sql).execute(arguments: [
            row, notice.key.rawValue, subject.rule, subject.ref, subject.start, subject.due,
            notice.step, notice.stage.rawValue, notice.recipient.person.rawValue, notice.recipient.role.rawValue,
            notice.recipient.reason.column, notice.falls.milliseconds, scheduled.milliseconds,
            ItemsColumn.text(of: notice.items), reason.rawValue,
        ])
    }

    /// What a case holds that could not go out in its time: what has waited for a minute, and what is due beside something that a
    /// log could not take. A later step may have overtaken it, and the office may be closed.
    static let late = """
        SELECT case_id FROM notices INDEXED BY notices_waiting WHERE state = 'waiting' AND scheduled <= ?1 - 60000
        UNION
        SELECT h.case_id FROM notices h INDEXED BY notices_held_up
        WHERE h.state IN ('sending', 'failed') AND h.sent IS NULL AND h.case_id IN
            (SELECT case_id FROM notices INDEXED BY notices_waiting WHERE state = 'waiting' AND scheduled <= ?1)
        """

    /// The notice in the columns of ``columns``.
    static func notice(_ row: Row, _ caseID: CaseID?) throws -> QueuedNotice {
        let key: String = row[0]
        let columns = SubjectColumns(rule: row[1], ref: row[2], start: row[3], due: row[4])
        guard let stage = Stage(rawValue: row[6]), let subject = columns.subject(of: stage, in: caseID),
            let role = Role(rawValue: row[8]), let reason = RecipientReason(column: row[9]),
            let items = ItemsColumn.items(of: row[12]), let state = QueuedNotice.State(rawValue: row[13])
        else { throw UnreadableRow(table: "notices") }
        let recipient = Recipient(person: PersonID(rawValue: row[7]), role: role, reason: reason)
        return QueuedNotice(
            PlannedNotice(
                subject, step: row[5], stage: stage, recipient: recipient, falls: row[10],
                items: items, writtenKey: NoticeKey(rawValue: key)),
            scheduled: row[11], state: state,
            reason: (row[15] as String?).flatMap(NoticeReason.init(rawValue:)), isTold: (row[14] as Int64?) != nil)
    }
}
