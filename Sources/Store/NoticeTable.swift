import Deadlines
import GRDB
import Telling

/// The rows of `notices`: the queue.
struct NoticeTable {
    static let columns =
        "key, rule, ref, start, due, step, stage, person, role, reason, falls, scheduled, items, state, sent"
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

    func apply(_ change: QueueChange, case row: Int64) throws {
        switch change {
        case .add(let notice, let scheduled): try insert(notice, scheduled, case: row)
        case .amend(let notice, let scheduled):
            let sql = """
                UPDATE notices SET role = ?1, reason = ?2, items = ?3, falls = ?4, scheduled = ?5,
                state = CASE WHEN state = 'withdrawn' OR ?5 > scheduled THEN 'waiting' ELSE state END WHERE case_id = ?6 AND key = ?7
                """
            try database.cachedStatement(sql: sql).execute(arguments: [
                notice.recipient.role.rawValue, notice.recipient.reason.column, ItemsColumn.text(of: notice.items),
                notice.falls.milliseconds, scheduled.milliseconds, row, notice.key.rawValue,
            ])
            try DeliveryTable(database).forgetTrouble(of: notice.key, case: row)
        case .withdraw(let key):
            let sql = "UPDATE notices SET state = 'withdrawn' WHERE case_id = ? AND key = ?"
            try database.cachedStatement(sql: sql).execute(arguments: [row, key.rawValue])
            try DeliveryTable(database).forgetTrouble(of: key, case: row)
        }
    }

    private func insert(_ notice: PlannedNotice, _ scheduled: Instant, case row: Int64) throws {
        let sql = """
            INSERT INTO notices (case_id, \(NoticeTable.columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', NULL)
            """
        let subject = SubjectColumns(notice.subject)
        try database.cachedStatement(sql: sql).execute(arguments: [
            row, notice.key.rawValue, subject.rule, subject.ref, subject.start, subject.due,
            notice.step, notice.stage.rawValue, notice.recipient.person.rawValue, notice.recipient.role.rawValue,
            notice.recipient.reason.column, notice.falls.milliseconds, scheduled.milliseconds,
            ItemsColumn.text(of: notice.items),
        ])
    }

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
                key: NoticeKey(rawValue: key), subject: subject, step: row[5], stage: stage, recipient: recipient,
                falls: Instant(milliseconds: row[10]), items: items),
            scheduled: Instant(milliseconds: row[11]), state: state, isTold: (row[14] as Int64?) != nil)
    }
}
