package import Deadlines
import GRDB

/// A wish that cases closed before a day be erased, and what has come of it.
package struct Erasure: Hashable, Sendable {
    /// The update that asked, or the day on which the time to keep had passed.
    package let id: String
    /// Cases closed before this day.
    package let before: LocalDate
    /// When it was asked for.
    package let asked: Instant
    /// When all of it had gone; nil until then.
    package let done: Instant?
    /// How many cases were erased.
    package let cases: Int
    /// How many files they were taken out of.
    package let files: Int
    /// Why some files could not be looked through; nil when all could.
    package let trouble: String?

    /// What the ids begin with that no update has asked for.
    static let retention = "retention-"

    /// Who asked.
    package var asker: ErasureAsker { id.hasPrefix(Erasure.retention) ? .retention : .person }
}

/// The rows of `erasures`, `erasing` and `erased`.
struct ErasureTable {
    private let database: Database

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
            sql:
                "SELECT id, before, asked, done, cases, files, trouble FROM erasures WHERE \(condition) ORDER BY asked",
            arguments: arguments
        ).map { row in
            guard let before = LocalDate(row[1] as String) else { throw UnreadableRow(table: "erasures") }
            return Erasure(
                id: row[0], before: before, asked: Instant(milliseconds: row[2]),
                done: (row[3] as Int64?).map { Instant(milliseconds: $0) }, cases: row[4], files: row[5],
                trouble: row[6])
        }
    }

    /// The cases whose traces in files are still to be erased.
    func erasing() throws -> [ErasedCase] {
        try Row.fetchAll(database, sql: "SELECT reference, keys, refs FROM erasing").map { row in
            ErasedCase(
                caseID: CaseID(rawValue: row[0]),
                keys: Set((row[1] as String).split(separator: "\n").map { NoticeKey(rawValue: String($0)) }),
                refs: Set((row[2] as String).split(separator: "\n").map { Reference(rawValue: String($0)) }))
        }
    }

    /// Takes a case out of every table, and leaves its trace.
    func erase(_ row: Int64, _ caseID: CaseID, updates: [Update], zone: Zone) throws {
        let until = updates.map { $0.at.date(in: zone) }.max() ?? LocalDate(daysSinceEpoch: 0)
        let keys = try String.fetchAll(database, sql: "SELECT key FROM notices WHERE case_id = ?", arguments: [row])
        try database.execute(
            sql: "INSERT OR REPLACE INTO erasing (reference, keys, refs) VALUES (?, ?, ?)",
            arguments: [
                caseID.rawValue, keys.joined(separator: "\n"),
                Set(updates.compactMap(\.ref?.rawValue)).sorted().joined(separator: "\n"),
            ])
        try database.execute(
            sql: "INSERT OR REPLACE INTO erased (trace, until) VALUES (?, ?)",
            arguments: [CaseTrace.of(caseID, salt: try salt()), until.description])
        try database.execute(sql: "DELETE FROM cases WHERE id = ?", arguments: [row])
    }

    private func salt() throws -> String {
        let notes = Notes(database)
        if let known = try notes.text(.salt) { return known }
        let letters = (0..<32).map { _ in UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z")) }
        let salt = String(decoding: letters, as: UTF8.self)
        try notes.set(.salt, salt)
        return salt
    }

    /// What is needed to tell updates of erased cases; nil while none has been erased.
    func guardian() throws -> ErasedGuard? {
        guard let salt = try Notes(database).text(.salt) else { return nil }
        return ErasedGuard(database: database, salt: salt)
    }
}

/// Knows updates of cases that have been erased.
struct ErasedGuard {
    let database: Database
    let salt: String

    /// The day of the last thing known of the case when it was erased, if it was and `update` is of that day or before: then
    /// it is one of those that were erased. What happens later begins the case anew.
    func day(of update: Update, zone: Zone) throws -> LocalDate? {
        let select = try database.cachedStatement(sql: "SELECT until FROM erased WHERE trace = ?")
        let trace = CaseTrace.of(update.caseID, salt: salt)
        guard let until = try String.fetchOne(select, arguments: [trace]).flatMap({ LocalDate($0) }) else { return nil }
        return update.at.date(in: zone) <= until ? until : nil
    }
}
