package import Deadlines

/// One statistic, in the period and the one before.
package struct StatisticFigures: Sendable {
    /// The statistic.
    package let statistic: Statistic
    /// What it comes to.
    package let result: Result

    /// What a statistic comes to.
    package enum Result: Sendable {
        /// How often, and what is set beside it; and by a field, the most frequent first, where it is asked for by one.
        case count(
            now: Int, before: Int, against: Int, againstBefore: Int, bySort: [(sort: String, count: Figure<Int>)])
        /// How long it took until something was registered.
        case delay(now: Delay, before: Delay)
        /// All, then by what was waited for; and those who wait still, with the longest of them, which the committee is
        /// not told.
        case waiting(
            all: Wait, before: Wait, bySort: [(sort: String, wait: Figure<Wait>)], still: Int,
            longestStill: StillWaiting?)
        /// All, then by team; nil is the cases without one.
        case share(all: Figure<Ratio>, before: Figure<Ratio>, byTeam: [(team: TeamID?, share: Figure<Ratio>)])
    }

    /// How long it took until things were registered that were so in the period.
    package struct Delay: Sendable {
        /// How many, and their median in days.
        package let wait: Wait
        /// How many took long.
        package let late: Figure<Ratio>

        init(_ days: [Int], lateAfter limit: Int, isOpen: Bool) {
            wait = Wait(days).told(isOpen: isOpen)
            late = Discretion.total(Ratio(days.count { $0 > limit }, of: days.count), isOpen: isOpen)
        }
    }

    /// A wait that has not ended.
    package struct StillWaiting: Sendable, Equatable {
        /// How long, in days.
        package let days: Int
        /// In which case.
        package let caseID: CaseID

        /// Whether it is told rather than `other`: the longer, of equals the first by case.
        func outlasts(_ other: StillWaiting) -> Bool {
            days == other.days ? caseID < other.caseID : days > other.days
        }
    }

    /// Waits that ended in the period.
    package struct Wait: Sendable, Equatable {
        /// How many.
        package let count: Int
        /// The middle one in days, of an even number the mean of the middle two; nil where there is none, or too few to
        /// tell it to the committee.
        package private(set) var median: Double?
        /// The longest; the committee is never told it, for it is one child's.
        package private(set) var longest: Int?

        /// What may be told of it; with `isOpen` all.
        func told(isOpen: Bool) -> Wait {
            var told = self
            if !isOpen, count < Discretion.fewest { told.median = nil }
            if !isOpen { told.longest = nil }
            return told
        }

        /// Waits of so many days each.
        package init(_ days: [Int]) {
            let sorted = days.sorted()
            count = days.count
            let middle = count / 2
            median =
                if sorted.isEmpty { nil } else if count.isMultiple(of: 2) {
                    Double(sorted[middle - 1] + sorted[middle]) / 2
                } else { Double(sorted[middle]) }
            longest = sorted.last
        }
    }
}
