import Deadlines
package import Figures

/// A sentence of a digest, or a part of one.
enum DigestWord: String, Phrase {
    case aboutAges, aboutOverdue, aboutWeeks, against, ahead, allShares, also, asked, cases, change, committee, count
    case country, countryYear, delay, delayBefore, excess, first, headlineCrowded
    case headlineDoable, headlineHours, headlineMissed, headlineNew, headlineSoon, headlineStanding, headlineToSettle
    case headlineUnassigned, hidden
    case hiddenNote, holder, item, kept, law, moreDoable, moreSoon, moreToSettle, noCases, noTeam, nobody, noneJudged,
        noneOverdue
    case nothing, office, offices, over, overdue, part, reach, reachUnknown, registered, reminded, rule, share, soon,
        sort,
        states, still
    case stood, title, toSettle, total, totals, uncertain, unconfirmedNote, unjudged, waits, waitsBefore, week, written

    enum Gaps: String, Gap {
        case against, againstBefore, all, asks, at, batched, before, breach, `case`, caseworker, confirmed, count, day
        case days, end, first, grundlag, hidden, judged, kept, keptHidden, late, law, longest, lov, median, missed,
            most, name
        case new, number, offices, one, only, open, other, part, parts, percent, period, previous, resolved, rest, role
        case second, share, since, sort, standHidden, start, team, title, what, whole, yearAgo, yearBefore, zero
    }

    var table: String? { "digest" }
}

/// What a digest calls what limits rest on.
struct GrundlagHeading: Phrase {
    let grundlag: Grundlag

    static let allCases = Grundlag.allCases.map(GrundlagHeading.init)
    var table: String? { "digest_grundlag" }
    var key: String { grundlag.rawValue }
}

/// What can become of so much that is overdue.
struct OverdueStateWord: Phrase {
    let state: OverdueState

    enum Gaps: String, Gap { case count }

    static let allCases = OverdueState.allCases.map(OverdueStateWord.init)
    var table: String? { "digest_state" }
    var key: String { state.rawValue }
}

extension OverdueFigures.Age: Phrase {
    package var table: String? { "digest_age" }
}

/// What a period is called.
struct PeriodWord: Phrase {
    let use: Use
    let kind: PeriodKind

    /// In what sense.
    enum Use: String, CaseIterable {
        /// `uge 19, 4. maj – 10. maj 2026`.
        case covered = "digest_period"
        /// `i uge 19`.
        case inside = "digest_in"
        /// `ugen før`.
        case previous = "digest_previous"
        /// `samme uge året før`.
        case yearBefore = "digest_year_before"
        /// `ugens`.
        case whole = "digest_whole"
    }

    enum Gaps: String, Gap { case date, fromDay, fromMonth, month, number, until, year }

    static let allCases = Use.allCases.flatMap { use in PeriodKind.allCases.map { PeriodWord(use: use, kind: $0) } }
    var table: String? { use.rawValue }
    var key: String { kind.rawValue }
}

extension Words {
    /// How far the data reach; nil where they come as things happen.
    func reach(_ reach: FeedReach, in zone: Zone) -> String? {
        switch reach {
        case .live: nil
        case .batched(let until?): say(DigestWord.reach, [.at: instant(until, in: zone)])
        case .batched: say(DigestWord.reachUnknown)
        }
    }

    /// A period in one of the senses.
    func period(_ period: DigestPeriod, _ use: PeriodWord.Use) -> String {
        let (year, number) = period.number
        return say(
            PeriodWord(use: use, kind: period.kind),
            [
                .date: date(period.from), .number: String(number), .year: String(year),
                .fromDay: String(period.from.components.day), .fromMonth: month(period.from),
                .until: shortDate(period.until), .month: month(period.from),
            ])
    }
}
