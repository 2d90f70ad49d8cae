/// The figures of one digest; text, JSON and page are made of these and nothing else.
public struct DigestFigures: Sendable {
    /// Whose it is.
    public let recipient: DigestRecipient
    /// What it covers.
    public let period: DigestPeriod
    /// When it was written.
    public let moment: Instant
    /// When the one before was to be written.
    public let since: Instant
    /// Whether nothing was known then, so that there is nothing to compare with.
    public let isFirst: Bool
    /// How many children's cases are open.
    public let cases: Int
    /// What is overdue now.
    public let overdue: OverdueFigures
    /// What is due soon.
    public let soon: SoonFigures
    /// What was kept and missed in the period, by rule: `lov` first, and of each basis what was missed most (for the
    /// committee by rule).
    public let rules: [RuleFigures]
    /// The same together, by what the limits rest on.
    public let totals: [TotalFigures]
    /// Twelve weeks, oldest first.
    public let weeks: [WeekFigures]
    /// Cases by caseworker, those with most for what they should have first; empty for the committee.
    public let load: [LoadFigures]
    /// What the packs declare besides.
    public let statistics: [StatisticFigures]
}

/// What is overdue now, and how it came.
public struct OverdueFigures: Sendable {
    /// How many.
    public let now: Int
    /// By what the limits rest on.
    public let byGrundlag: [Grundlag: Int]
    /// How many there were when the last digest was written, as it was known then: `before + new − resolved = now`.
    public let before: Int
    /// How many have come since.
    public let new: Int
    /// How many of those before are gone: done, or their registration corrected.
    public let resolved: Int
    /// How many may be overdue, because a registration lacks its time of day; not among `now`.
    public let uncertain: Int
    /// By age, in the order of ``Age``.
    public let ages: [Figure<Int>]
    /// The oldest first; none for the committee, and no more than ``mostListed``.
    public let oldest: [DigestItem]
    /// What has come since the last digest, likewise.
    public let newest: [DigestItem]

    /// No list in a digest is longer: it is read in a minute, and `deadlines` has the rest.
    public static let mostListed = 10

    /// How long something has been overdue.
    public enum Age: String, CaseIterable, Sendable {
        case week = "0-7"
        case month = "8-30"
        case quarter = "31-90"
        case longer = "91-"

        init(days: Int) {
            self =
                switch days {
                case ...7: .week
                case ...30: .month
                case ...90: .quarter
                default: .longer
                }
        }
    }
}

/// What is due within ``DigestView/soonDays``.
public struct SoonFigures: Sendable {
    /// How many.
    public let count: Int
    /// The soonest first; none for the committee.
    public let items: [DigestItem]
}

/// One requirement in a list.
public struct DigestItem: Sendable {
    /// What it is, when it is due.
    public let requirement: Requirement
    /// Who holds its case.
    public let holder: Holder
    /// Days from the due date until the digest was written; negative when that lies ahead.
    public let daysOver: Int
}

/// One rule on one basis, in the period and the one before.
public struct RuleFigures: Sendable {
    /// The rule.
    public let rule: RuleID
    /// What its limits rest on.
    public let grundlag: Grundlag
    /// Met in time, of those judged.
    public let kept: Figure<Ratio>
    /// The same in the period before.
    public let keptBefore: Figure<Ratio>
    /// All columns of `compliance`; nil for the committee.
    public let counts: Compliance.Counts?
    /// The same of the period before.
    public let countsBefore: Compliance.Counts?
    /// What stood unmet at the end of the period before, whatever its due date.
    public let atStart: Figure<Int>
    /// The same at the end of this one.
    public let atEnd: Figure<Int>
}

/// All rules on one basis together. Totals are never hidden.
public struct TotalFigures: Sendable {
    /// What the limits rest on.
    public let grundlag: Grundlag
    /// Met in time, of those judged.
    public let kept: Ratio
    /// The same in the period before.
    public let keptBefore: Ratio
    /// What stood unmet at the end of the period before.
    public let atStart: Int
    /// The same at the end of this one.
    public let atEnd: Int
}

/// One week's requirements.
public struct WeekFigures: Sendable {
    /// The week.
    public let week: DigestPeriod
    /// Met in time, of those judged, by what the limits rest on.
    public let kept: [Grundlag: Figure<Ratio>]
}

/// One caseworker's load.
public struct LoadFigures: Sendable {
    /// Who; nil is nobody.
    public let caseworker: PersonID?
    /// Open cases.
    public let cases: Int
    /// How many there should be at most, where the organisation says so.
    public let most: Int?
    /// What is overdue in them.
    public let overdue: Int
    /// What is due soon in them.
    public let soon: Int

    /// How many cases too many.
    public var excess: Int { most.map { max(0, cases - $0) } ?? 0 }
}

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
