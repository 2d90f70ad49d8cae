import Deadlines
import GRDB

/// The rows of `updates`.
struct UpdateTable {
    static let columns = "id, event, at, ref, caseworker, team, data, received"
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The updates whose ids begin with `prefix`.
    func updates(idPrefix prefix: String) throws -> [Update] {
        let sql = "\(UpdateTable.select) WHERE u.id >= ?1 AND u.id < ?1 || char(0x10FFFF)"
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [prefix]).map { row in
            try UpdateTable.update(row, CaseID(rawValue: row[7]))
        }
    }

    /// The updates of `kinds` in the cases that have an update whose id begins with `prefix`.
    func updates(of kinds: Set<EventKind>, besidePrefix prefix: String) throws -> [Update] {
        let sql = """
            \(UpdateTable.select) WHERE u.event = ?2 AND u.case_id IN
            (SELECT DISTINCT case_id FROM updates WHERE id >= ?1 AND id < ?1 || char(0x10FFFF))
            """
        return try kinds.sorted().flatMap { kind in
            try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [prefix, kind.rawValue]).map { row in
                try UpdateTable.update(row, CaseID(rawValue: row[7]))
            }
        }
    }

    private static let select = """
        SELECT u.id, u.event, u.at, u.ref, u.caseworker, u.team, u.data, c.reference
        FROM updates u JOIN cases c ON c.id = u.case_id
        """

    /// The update of this id, whichever case it is in.
    func update(_ id: UpdateID) throws -> Update? {
        let select = try database.cachedStatement(sql: "\(UpdateTable.select) WHERE u.id = ?")
        return try Row.fetchOne(select, arguments: [id.rawValue]).map { row in
            try UpdateTable.update(row, CaseID(rawValue: row[7]))
        }
    }

    /// All updates of a case, with when they were taken in.
    func registered(of row: Int64, _ caseID: CaseID) throws -> [RegisteredUpdate] {
        let sql = "SELECT \(UpdateTable.columns) FROM updates WHERE case_id = ?"
        let select = try database.cachedStatement(sql: sql)
        return try Row.fetchAll(select, arguments: [row]).map { row in
            RegisteredUpdate(try UpdateTable.update(row, caseID), received: row[7])
        }
    }

    /// The updates that name one of `cases` in a field, by that case. It looks at every update.
    func updates(naming cases: Set<CaseID>, in fields: [EventKind: FieldName]) throws -> [CaseID: [Update]] {
        var found: [CaseID: [Update]] = [:]
        for (kind, field) in fields {
            let sql = "\(UpdateTable.select) WHERE u.event = ?"
            let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: [kind.rawValue])
            while let row = try rows.next() {
                let update = try UpdateTable.update(row, CaseID(rawValue: row[7]))
                guard let named = update.data[field]?.asWord.map({ CaseID(rawValue: $0) }), cases.contains(named) else {
                    continue
                }
                found[named, default: []].append(update)
            }
        }
        return found
    }

    func delete(_ ids: [UpdateID]) throws {
        for id in ids {
            try database.execute(sql: "DELETE FROM updates WHERE id = ?", arguments: [id.rawValue])
        }
    }

    /// When the first (`min`) or the last (`max`) of all was taken in; nil where there is none. It looks at every update.
    func received(_ which: String) throws -> Instant? {
        try Instant.fetchOne(database.cachedStatement(sql: "SELECT \(which)(received) FROM updates"))
    }

    func insert(_ update: Update, case row: Int64, received: Instant) throws {
        let sql = """
            INSERT INTO updates (case_id, id, received, event, at, ref, caseworker, team, data)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        try database.cachedStatement(sql: sql).execute(arguments: [
            row, update.id.rawValue, received.milliseconds, update.event.rawValue, update.at.column,
            update.ref?.rawValue ?? "", update.caseworker?.rawValue, update.team?.rawValue,
            DataColumn.text(of: update.data),
        ])
    }

    /// The update in the columns of ``columns``.
    static func update(_ row: Row, _ caseID: CaseID) throws -> Update {
        guard let at = Moment(column: row[2]), let data = DataColumn.data(of: row[6]) else {
            throw UnreadableRow(table: "updates")
        }
        return Update(
            id: UpdateID(rawValue: row[0]), caseID: caseID, event: EventKind(rawValue: row[1]), at: at,
            ref: Reference(column: row[3]), caseworker: row[4], team: row[5], data: data)
    }
}

/// A row that this program cannot have written. Which one is not said: this comes to the journal, which may not be to know.
struct UnreadableRow: Error, CustomStringConvertible {
    let table: String

    var description: String { "a row of \(table) is not readable; fristctl audit says which" }
}

extension Identifier where Subject == Deadlines.Subject.Thing {
    /// A ref from its column, where the empty text is none.
    init?(column: String) {
        if column.isEmpty { return nil }
        self.init(rawValue: column)
    }
}
