package import Deadlines

/// What can become of something overdue.
package enum OverdueState: String, CaseIterable, Sendable {
    /// Doing it now would end it: in a case that is open, or by a rule that outlives the case.
    case doable
    /// It cannot be done any more, in a case that is open, and no leader has looked at it.
    case toSettle = "to_settle"
    /// It cannot be done any more, and a leader has said so.
    case settled
    /// It cannot be done any more, and its case is closed: it stays in the totals, for a number that falls when a case is closed would tell nothing.
    case closed

    /// Where something overdue stands at `moment`.
    package init(_ requirement: Requirement, inClosed isClosed: Bool, at moment: Instant) {
        if requirement.isDoable(at: moment) {
            self = .doable
        } else if isClosed {
            self = .closed
        } else {
            self = requirement.isSettled(at: moment) ? .settled : .toSettle
        }
    }
}
