package import Deadlines
import GRDB
package import Telling

/// What became of an update that was handed to the store.
package enum IntakeVerdict: Hashable, Sendable {
    /// It is on disk.
    case accepted
    /// It was there before, with the same content; nothing changed.
    case known
    /// Its id was there before with other content; it was not taken.
    case conflict
    /// It is of a case that was erased, and of what was known then; it was not taken.
    case erased
}

extension Store {
    /// Takes in a batch of updates in one transaction: the updates, the requirements of every case they touch and the
    /// queue's changes are on disk together, or none of them is. One that asks for another try to send something has that
    /// effect once, now.
    ///
    /// - Returns: a verdict for each update, in order.
    package func take(
        _ updates: [Update], at received: Instant, using reckoner: CaseReckoner
    ) throws(StoreError) -> [IntakeVerdict] {
        try reckonMissed(at: received, using: reckoner)
        return try write { database in
            let cases = CaseTable(database)
            let table = UpdateTable(database)
            var touched: [Int64: CaseID] = [:]
            var retried: [(row: Int64, key: NoticeKey)] = []
            let erasures = ErasureTable(database)
            let salt = try Notes(database).text(.salt)
            let verdicts = try updates.map { update in
                if let known = try table.update(update.id) { return known == update ? IntakeVerdict.known : .conflict }
                let named = reckoner.law.vocabulary.value(.caseID, of: update)?.asWord.map { CaseID(rawValue: $0) }
                if let salt,
                    try erasures.isErased(update, naming: named, salt: salt, zone: reckoner.calendar.zone)
                {
                    return .erased
                }
                let row = try cases.row(of: update.caseID)
                try table.insert(update, case: row, received: received)
                touched[row] = update.caseID
                if let key = reckoner.law.retried(by: update) { retried.append((row, key)) }
                if let day = reckoner.law.erasure(askedBy: update) {
                    try erasures.ask(update.id.rawValue, before: day, at: received)
                }
                return .accepted
            }
            try reckon(touched, at: received, using: reckoner, in: database)
            let answering = reckoner.law.answering
            if zip(updates, verdicts).contains(where: { $1 == .accepted && !answering.contains($0.event) }) {
                try Notes(database).set(.feedHeard, received)
            }
            for (row, key) in retried { try DeliveryTable(database).retry(key, case: row) }
            return verdicts
        }
    }

    /// Reckons cases that updates touched, and those that a source has now come to reach.
    private func reckon(
        _ touched: [Int64: CaseID], at moment: Instant, using reckoner: CaseReckoner, in database: Database
    ) throws {
        let cases = CaseTable(database)
        let reckoning = CaseReckoning(database, at: moment, using: reckoner)
        let before = try cases.reach()
        for (row, caseID) in touched { try reckoning.reckon(row, caseID) }
        let after = try cases.reach()
        guard reckoner.isBatched, before != after else { return }
        for (row, caseID) in try cases.waiting(between: before, and: after) { try reckoning.reckon(row, caseID) }
    }

    /// Where a reckoning of all cases has come to.
    package struct Progress: Sendable {
        fileprivate var last: Int64 = 0
        /// How many cases have been reckoned.
        package fileprivate(set) var cases = 0
        /// How many open due times moved.
        package fileprivate(set) var moved = 0
        /// Which of them moved in the last slice.
        package fileprivate(set) var lastMoves: [RuleChange] = []
        /// When the change was made.
        package let changed: Instant

        /// Before the first case, of a change made at `changed`.
        package init(changed: Instant) {
            self.changed = changed
        }
    }

    /// Reckons some more cases anew, as after a change of the rules or the organisation: a slice, so that others get
    /// their turn between. Which open due times it moved is kept.
    ///
    /// - Returns: whether there are more.
    package func reckonMore(
        _ progress: inout Progress, at moment: Instant, using reckoner: CaseReckoner
    ) throws(StoreError) -> Bool {
        let (slice, moved) = try write { database in
            if progress.last == 0 { try Notes(database).forget(.reckonedBy) }
            let slice = try CaseTable(database).slice(after: progress.last, count: 500)
            let reckoning = CaseReckoning(database, at: moment, using: reckoner)
            var moved: [RuleChange] = []
            for (row, caseID) in slice {
                let (before, after) = try reckoning.reckon(row, caseID)
                let moves = RuleChange.moves(from: before, to: after, at: moment)
                try MoveTable(database).insert(moves, of: row, changed: progress.changed)
                moved += moves
            }
            return (slice, moved)
        }
        progress.lastMoves = moved
        guard let end = slice.last else { return false }
        progress.last = end.row
        progress.cases += slice.count
        progress.moved += moved.count
        return true
    }
}
