import Deadlines
import GRDB

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

extension ErasureTable {
    /// What is needed to tell updates of erased cases; nil while none has been erased.
    func guardian() throws -> ErasedGuard? {
        guard let salt = try Notes(database).text(.salt) else { return nil }
        return ErasedGuard(database: database, salt: salt)
    }

    /// What the traces are made with.
    func salt() throws -> String {
        let notes = Notes(database)
        if let known = try notes.text(.salt) { return known }
        let salt = Letters.random(32)
        try notes.set(.salt, salt)
        return salt
    }
}
