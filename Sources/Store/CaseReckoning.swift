package import Deadlines
import GRDB
package import Telling

/// Reckons cases in one transaction at one moment, and writes what they come to: requirements, the queue's near rows, and when
/// each case is to be looked at again.
struct CaseReckoning {
    private let database: Database
    private let reckoner: CaseReckoner
    private let moment: Instant
    private let horizon: Instant

    init(_ database: Database, at moment: Instant, using reckoner: CaseReckoner) {
        self.database = database
        self.reckoner = reckoner
        self.moment = moment
        horizon = reckoner.horizon(at: moment)
    }

    /// - Parameter knownFrom: what falls from then on was known although it has no row.
    /// - Returns: the case's requirements before and after.
    @discardableResult
    func reckon(
        _ row: Int64, _ caseID: CaseID, knownFrom: Instant? = nil
    ) throws -> (before: [Requirement], after: [Requirement]) {
        let queue = NoticeTable(database)
        let outcome = reckoner.outcome(
            of: caseID, updates: try UpdateTable(database).registered(of: row, caseID),
            queue: try queue.notices(of: row, caseID),
            reach: reckoner.isBatched ? .batched(until: try CaseTable(database).reach()) : .live, at: moment,
            horizon: horizon, knownFrom: knownFrom)
        let before = try RequirementTable(database).replace(outcome.requirements, of: row, caseID)
        for change in outcome.changes { try queue.apply(change, case: row) }
        try CaseTable(database).set(row, of: outcome)
        return (before, outcome.requirements)
    }
}

extension Store {
    /// Calls `body` with what each case comes to at `moment`, however far ahead its notices lie, and writes nothing: of one case where
    /// one is named. A slice of cases is read at a time, and nothing held open meanwhile.
    ///
    /// - Parameter isPast: leaves out what was registered or told later.
    package func eachOutcome(
        of only: CaseID?, at moment: Instant, isPast: Bool, reach: FeedReach, using reckoner: CaseReckoner,
        _ body: (CaseOutcome) throws -> Void
    ) throws {
        try eachSlice(of: Store.slice, only: only) { database, row, caseID in
            (
                caseID, try UpdateTable(database).registered(of: row, caseID),
                try NoticeTable(database).notices(of: row, caseID)
            )
        } _: { slice in
            for (caseID, updates, queue) in slice {
                let known = isPast ? updates.filter { $0.received <= moment } : updates
                let told = isPast ? queue.filter { $0.isTold && $0.scheduled <= moment } : queue
                try body(reckoner.outcome(of: caseID, updates: known, queue: told, reach: reach, at: moment))
            }
        }
    }
}

/// What time alone changes.
extension Store {
    /// Reckons again, and decides anew, what time has changed by `moment`: what changes by itself (a dated update begins to exist,
    /// a planned date passes), and what could not go out in its time. Afterwards what is due is true.
    ///
    /// - Returns: how many cases changed by themselves.
    @discardableResult
    package func reckonChanged(at moment: Instant, using reckoner: CaseReckoner) throws(StoreError) -> Int {
        try reckonMissed(at: moment, using: reckoner)
        let changed = try read { try CaseTable($0).changing(by: moment) }
        try reckon(changed, at: moment, using: reckoner)
        try reckon(try read { try CaseTable($0).holdingLate(at: moment) }, at: moment, using: reckoner)
        return changed.count
    }

    /// Reckons the cases whose next notice has come although nobody saw it come near: the daemon was down, or the clock was set.
    func reckonMissed(at moment: Instant, using reckoner: CaseReckoner) throws(StoreError) {
        while try stage(before: moment.adding(milliseconds: 1), at: moment, using: reckoner) {}
    }

    /// Puts into the queue what has come near by `moment`, of some cases, so that others get their turn between.
    ///
    /// - Returns: whether there are more.
    package func stage(at moment: Instant, using reckoner: CaseReckoner) throws(StoreError) -> Bool {
        try stage(before: reckoner.horizon(at: moment), at: moment, using: reckoner)
    }

    private func stage(
        before instant: Instant, at moment: Instant, using reckoner: CaseReckoner
    ) throws(StoreError) -> Bool {
        let near = try read { try CaseTable($0).nearing(before: instant, limit: Store.slice) }
        if near.isEmpty { return false }
        try write { database in
            let reckoning = CaseReckoning(database, at: moment, using: reckoner)
            for (row, caseID, next) in near { try reckoning.reckon(row, caseID, knownFrom: next) }
        }
        return near.count == Store.slice
    }

    static let slice = 200

    private func reckon(
        _ cases: [(row: Int64, caseID: CaseID)], at moment: Instant, using reckoner: CaseReckoner
    ) throws(StoreError) {
        for start in stride(from: 0, to: cases.count, by: Store.slice) {
            try write { database in
                let reckoning = CaseReckoning(database, at: moment, using: reckoner)
                for (row, caseID) in cases[start..<min(start + Store.slice, cases.count)] {
                    try reckoning.reckon(row, caseID)
                }
            }
        }
    }
}
