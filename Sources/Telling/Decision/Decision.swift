package import Deadlines

/// What becomes of one notice, as things stand in its case at one moment.
package struct Decision: Hashable, Sendable {
    /// The notice.
    package let notice: PlannedNotice
    /// What becomes of it.
    package let outcome: Outcome

    /// What becomes of a notice.
    package enum Outcome: Hashable, Sendable {
        /// The person has been told.
        case told
        /// It goes out at this time; where that has passed, now.
        case tells(at: Instant, NoticeReason)
        /// It does not go out.
        case withheld(NoticeReason)
    }
}

/// What a case asks to be told, before it is asked what has been told: each step of its requirements, and its lists.
struct Proposals {
    /// Those that nothing in the case stands against.
    var wanted: [PlannedNotice] = []
    /// Those that something in the case stands against, and what that is.
    var hindered: [(notice: PlannedNotice, reason: NoticeReason)] = []
    /// When the first of those falls that lie at or beyond the horizon and were not worked out.
    var beyond: Instant?

    /// Puts aside, as hindered by `reason`, those wanted that `condition` holds for.
    mutating func hinder(_ reason: NoticeReason, where condition: (PlannedNotice) -> Bool) {
        let kept = wanted.filter { notice in
            guard condition(notice) else { return true }
            hindered.append((notice, reason))
            return false
        }
        wanted = kept
    }

    /// Notes a step that falls beyond the horizon.
    mutating func note(beyond instant: Instant) {
        beyond = min(beyond ?? instant, instant)
    }
}
