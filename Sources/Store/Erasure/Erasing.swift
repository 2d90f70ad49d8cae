package import Deadlines
import GRDB
package import Telling

/// How an erasure is asked for, and what comes of it.
extension Store {
    /// What was asked for and is not done.
    package func openErasures() throws(StoreError) -> [Erasure] {
        try read { try ErasureTable($0).erasures("done IS NULL") }
    }

    /// The erasure that an update of this id asked for.
    package func erasure(_ id: String) throws(StoreError) -> Erasure? {
        try read { try ErasureTable($0).erasures("id = ?", [id]).first }
    }

    /// When what is kept for a time was last looked at; nil before the first time.
    package func lastRetention() throws(StoreError) -> Instant? { try read { try Notes($0).instant(.retention) } }

    /// Notes that it was, and asks that cases closed before a day be erased where some are.
    package func noteRetention(at moment: Instant, erasingBefore day: LocalDate?) throws(StoreError) {
        try write { database in
            if let day { try ErasureTable(database).ask("\(Erasure.retention)\(day)", before: day, at: moment) }
            try Notes(database).set(.retention, moment)
        }
    }

    /// The children's cases that are to go with those closed before a day, with when they were closed.
    ///
    /// - Parameter closing: how a case was closed; nil where it is not.
    package func cases(
        closedBefore day: LocalDate, askedBy asker: ErasureAsker, by kinds: Set<EventKind>,
        closing: (CaseID, [RegisteredUpdate]) -> CaseClosing?
    ) throws(StoreError) -> [(caseID: CaseID, closed: LocalDate)] {
        let names = kinds.map(\.rawValue).sorted()
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let rows = try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT c.id, c.reference FROM updates u JOIN cases c ON c.id = u.case_id
                    WHERE u.event IN (\(marks)) ORDER BY c.reference
                    """, arguments: StatementArguments(names)
            ).map { (row: $0[0] as Int64, caseID: CaseID(rawValue: $0[1])) }
        }
        var found: [(CaseID, LocalDate)] = []
        for (row, caseID) in rows {
            let updates = try read { try UpdateTable($0).registered(of: row, caseID) }
            guard let closing = closing(caseID, updates), closing.lies(before: day, askedBy: asker) else { continue }
            found.append((caseID, closing.closed))
        }
        return found
    }

    /// Takes those of these cases that are still to go out of every table, with what names them in other cases, and notes that
    /// their traces in files are to follow.
    ///
    /// Cases that named one are reckoned anew, at `moment`.
    package func erase(
        _ cases: some Collection<CaseID>, for erasure: Erasure, at moment: Instant, using reckoner: CaseReckoner,
        closing: (CaseID, [RegisteredUpdate]) -> CaseClosing?
    ) throws(StoreError) {
        try write { database in
            let table = ErasureTable(database)
            let naming = reckoner.law.vocabulary.namingCases
            let others = try UpdateTable(database).updates(naming: Set(cases), in: naming)
            var touched: Set<CaseID> = []
            var count = 0
            for caseID in cases {
                guard let row = try CaseTable(database).knownRow(of: caseID) else { continue }
                let updates = try UpdateTable(database).registered(of: row, caseID)
                // Something may have come since they were looked for.
                guard let closing = closing(caseID, updates),
                    closing.lies(before: erasure.before, askedBy: erasure.asker)
                else { continue }
                let naming = others[caseID] ?? []
                try table.erase(
                    row, caseID, updates: updates.map(\.update) + naming, zone: reckoner.calendar.zone)
                try UpdateTable(database).delete(naming.map(\.id))
                touched.formUnion(naming.map(\.caseID))
                count += 1
            }
            let reckoning = CaseReckoning(database, at: moment, using: reckoner)
            for caseID in touched {
                if let row = try CaseTable(database).knownRow(of: caseID) { try reckoning.reckon(row, caseID) }
            }
            try database.execute(
                sql: "UPDATE erasures SET cases = cases + ? WHERE id = ?", arguments: [count, erasure.id])
        }
    }

    /// The cases whose traces in files are still to be erased.
    package func erasing() throws(StoreError) -> ErasedCases { try read { try ErasureTable($0).erasing() } }

    /// Forgets which cases files were searched for, when all have been.
    package func forgetErasing() throws(StoreError) {
        try write { try $0.execute(sql: "DELETE FROM erasing") }
    }

    /// Notes what came of erasures: how many files were changed, and what could not be looked through. Without such a trouble
    /// they are done.
    package func note(
        _ erasures: [Erasure], files: Int, trouble: String?, at moment: Instant
    ) throws(StoreError) {
        try write { database in
            for erasure in erasures {
                try database.execute(
                    sql: "UPDATE erasures SET files = files + ?, trouble = ?, done = ? WHERE id = ?",
                    arguments: [files, trouble, trouble == nil ? moment.milliseconds : nil, erasure.id])
            }
        }
    }

    /// Writes the database anew, so that nothing is left of what was deleted: neither in free pages nor in the write-ahead log.
    ///
    /// - Throws: ``StoreError`` also when somebody reads for so long that the log cannot be emptied; then it is to be tried again.
    package func scrub() throws(StoreError) {
        do {
            let isBusy = try database.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                return try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") != 0
            }
            if isBusy { throw StoreError.failed(reason: "a reader keeps the write-ahead log from being emptied") }
        } catch let error as StoreError { throw error } catch { throw .failed(reason: "\(error)") }
    }
}
