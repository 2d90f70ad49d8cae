/// One statistic, in the period and the one before.
public struct StatisticFigures: Sendable {
    /// The statistic.
    public let statistic: Statistic
    /// What it comes to.
    public let result: Result

    /// What a statistic comes to.
    public enum Result: Sendable {
        /// How often, and what is set beside it.
        case count(now: Int, before: Int, against: Int, againstBefore: Int)
        /// All, then by what was waited for; and those who wait still, with the longest of them in days.
        case waiting(
            all: Wait, before: Wait, bySort: [(sort: String, wait: Figure<Wait>)], still: Int, longestStill: Int)
        /// All, then by team; nil is the cases without one.
        case share(all: Ratio, before: Ratio, byTeam: [(team: TeamID?, share: Figure<Ratio>)])
    }

    /// Waits that ended in the period.
    public struct Wait: Sendable, Equatable {
        /// How many.
        public let count: Int
        /// The middle one in days, of an even number the mean of the middle two; nil where there is none.
        public let median: Double?
        /// The longest.
        public let longest: Int?

        init(_ days: [Int]) {
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
