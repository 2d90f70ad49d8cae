package import Deadlines

/// The figures of one digest; text, JSON and page are made of these and nothing else.
package struct DigestFigures: Sendable {
    /// Whose it is.
    package let recipient: DigestRecipient
    /// What it covers.
    package let period: DigestPeriod
    /// When it was written.
    package let moment: Instant
    /// When the one before was to be written.
    package let since: Instant
    /// How far the data reach.
    package let reach: FeedReach
    /// Whether nothing was known then, so that there is nothing to compare with.
    package let isFirst: Bool
    /// How many children's cases are open.
    package let cases: Int
    /// What is overdue now.
    package let overdue: OverdueFigures
    /// What is due soon.
    package let soon: SoonFigures
    /// What falls due in the coming eight weeks; nothing for the committee.
    package let ahead: AheadFigures
    /// What was kept and missed in the period, by rule: `lov` first, and of each basis what was missed most (for the
    /// committee by title).
    package let rules: [RuleFigures]
    /// The same together, by what the limits rest on.
    package let totals: [TotalFigures]
    /// Of what was missed in the period, how much somebody was reminded of before it was due; nil where that is not known, and for the
    /// committee.
    package let reminded: Ratio?
    /// Twelve weeks, oldest first.
    package let weeks: [WeekFigures]
    /// Open cases by caseworker, those with most that can still be done first; empty for the committee.
    package let load: [LoadFigures]
    /// What the packs declare besides.
    package let statistics: [StatisticFigures]
}

/// What is overdue now, and how it came.
package struct OverdueFigures: Sendable {
    /// How many.
    package let now: Int
    /// By what the limits rest on.
    package let byGrundlag: [Grundlag: Int]
    /// By what can become of them, likewise; hidden from the committee where any part is few.
    package let byState: Figure<[OverdueState: [Grundlag: Int]]>
    /// How many there were when the last digest was written, as it was known then: `before + new − resolved = now`.
    package let before: Int
    /// How many have come since.
    package var new: Int { newByGrundlag.values.reduce(0, +) }
    /// The same by what the limits rest on.
    package let newByGrundlag: [Grundlag: Int]
    /// How many of those can still be done, likewise; nothing for the committee.
    package let newDoable: [Grundlag: Int]
    /// How many a leader is to look at for the first time, likewise: they could still be done when the last digest was written,
    /// or were not overdue.
    package let newToSettle: [Grundlag: Int]
    /// How many of those before are gone: done, or their registration corrected.
    package let resolved: Int
    /// How many may be overdue, because a registration lacks its time of day or the data do not reach so far; not among
    /// `now`.
    package let uncertain: Int
    /// By age, in the order of ``Age``.
    package let ages: [Figure<Int>]
    /// What can still be done, the most serious first: limits of hours in the statute, other limits of the statute, then the
    /// rest, of each the oldest first; none for the committee, and no more than ``mostListed``.
    package let doable: [DigestItem]
    /// What a leader is to look at for the first time: limits of the statute first, of each the newest first; likewise.
    package let toSettle: [DigestItem]

    /// How many are in open cases, by what the limits rest on; nil where that is hidden.
    package var open: [Grundlag: Int]? {
        byState.value.map { byGrundlag.merging($0[.closed] ?? [:]) { all, closed in all - closed } }
    }

    /// How many stand so; nil where that is hidden.
    package func count(_ state: OverdueState) -> Int? { byState.value.map { $0[state]?.values.reduce(0, +) ?? 0 } }

    /// No list in a digest is longer: it is read in a minute, and `deadlines` has the rest.
    package static let mostListed = 10

    /// How long something has been overdue.
    package enum Age: String, CaseIterable, Sendable {
        /// Up to a week.
        case week = "0-7"
        /// Up to a month.
        case month = "8-30"
        /// Up to three months.
        case quarter = "31-90"
        /// Longer still.
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
package struct SoonFigures: Sendable {
    /// How many, by what the limits rest on.
    package let byGrundlag: [Grundlag: Int]
    /// The soonest first; none for the committee.
    package let items: [DigestItem]

    /// How many.
    package var count: Int { byGrundlag.values.reduce(0, +) }
}

/// One requirement in a list.
package struct DigestItem: Sendable {
    /// What it is, when it is due.
    package let requirement: Requirement
    /// Who holds its case.
    package let holder: Holder
    /// Whether its rule asks for a formality.
    package var isFormality = false
    /// Days from the due date until the digest was written; negative when that lies ahead.
    package let daysOver: Int
}
