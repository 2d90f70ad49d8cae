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
    /// How far the data reach.
    public let reach: FeedReach
    /// Whether nothing was known then, so that there is nothing to compare with.
    public let isFirst: Bool
    /// How many children's cases are open.
    public let cases: Int
    /// What is overdue now.
    public let overdue: OverdueFigures
    /// What is due soon.
    public let soon: SoonFigures
    /// What was kept and missed in the period, by rule: `lov` first, and of each basis what was missed most (for the
    /// committee by title).
    public let rules: [RuleFigures]
    /// The same together, by what the limits rest on.
    public let totals: [TotalFigures]
    /// Twelve weeks, oldest first.
    public let weeks: [WeekFigures]
    /// Open cases by caseworker, those with most for what they should have first; empty for the committee.
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
    /// How many of them are in closed cases, where nobody will mend them, likewise; hidden from the committee where it is
    /// few.
    public let closed: Figure<[Grundlag: Int]>
    /// How many there were when the last digest was written, as it was known then: `before + new − resolved = now`.
    public let before: Int
    /// How many have come since.
    public var new: Int { newByGrundlag.values.reduce(0, +) }
    /// The same by what the limits rest on.
    public let newByGrundlag: [Grundlag: Int]
    /// How many of those are in open cases, likewise; hidden from the committee where either part is few.
    public let newOpen: Figure<[Grundlag: Int]>
    /// How many of those before are gone: done, or their registration corrected.
    public let resolved: Int
    /// How many may be overdue, because a registration lacks its time of day or the data do not reach so far; not among
    /// `now`.
    public let uncertain: Int
    /// By age, in the order of ``Age``.
    public let ages: [Figure<Int>]
    /// In open cases: limits of the statute first, the oldest before the newer; none for the committee, and no more than
    /// ``mostListed``.
    public let oldest: [DigestItem]
    /// What has come since the last digest, likewise, but the newest before the older.
    public let newest: [DigestItem]

    /// How many are in open cases, by what the limits rest on; nil where that is hidden.
    public var open: [Grundlag: Int]? {
        closed.value.map { byGrundlag.merging($0) { all, closed in all - closed } }
    }

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
    /// How many, by what the limits rest on.
    public let byGrundlag: [Grundlag: Int]
    /// The soonest first; none for the committee.
    public let items: [DigestItem]

    /// How many.
    public var count: Int { byGrundlag.values.reduce(0, +) }
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
