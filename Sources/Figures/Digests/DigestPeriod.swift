package import Deadlines

/// How often a digest is written.
package enum PeriodKind: String, CaseIterable, Sendable {
    /// Each day.
    case day
    /// Monday to Sunday.
    case week
    /// A calendar month.
    case month
    /// Three months.
    case quarter
    /// Six months.
    case halfYear = "half-year"
    /// A calendar year.
    case year

    /// How many months it has; nil where it is counted in days.
    fileprivate var months: Int? {
        switch self {
        case .day, .week: nil
        case .month: 1
        case .quarter: 3
        case .halfYear: 6
        case .year: 12
        }
    }
}

/// One day, week, month … of the calendar, which a digest covers.
package struct DigestPeriod: Hashable, Sendable {
    /// What it is.
    package let kind: PeriodKind
    /// Its first day.
    package let from: LocalDate
    /// Its last day.
    package let until: LocalDate

    /// The period of this kind in which `date` lies.
    package init(_ kind: PeriodKind, containing date: LocalDate) {
        self.kind = kind
        guard let months = kind.months else {
            let length = kind == .week ? 7 : 1
            from = date.adding(days: kind == .week ? -date.weekdayIndex : 0)
            until = from.adding(days: length - 1)
            return
        }
        let (year, month, _) = date.components
        from = LocalDate(validYear: year, month: (month - 1) / months * months + 1, day: 1)
        until = from.adding(months: months).adding(days: -1)
    }

    /// The one before it.
    package var previous: DigestPeriod { DigestPeriod(kind, containing: from.adding(days: -1)) }
    /// The same a year before: the week or day of 52 weeks before, so that its weekdays are the same.
    package var yearBefore: DigestPeriod {
        DigestPeriod(kind, containing: kind.months == nil ? from.adding(days: -364) : from.adding(months: -12))
    }
    /// The one after it.
    package var next: DigestPeriod { DigestPeriod(kind, containing: until.adding(days: 1)) }
    /// Its days.
    package var days: Period { Period(from: from, until: until) }

    /// The year it is counted to, and its number in that year: ISO 8601 weeks, months, quarters, half-years; the day of
    /// the month of a day, 1 of a year.
    package var number: (year: Int, number: Int) {
        let (year, month, day) = from.components
        switch kind {
        case .day: return (year, day)
        case .week:
            // A week belongs to the year in which its Thursday lies.
            let thursday = from.adding(days: 3)
            let first = LocalDate(validYear: thursday.components.year, month: 1, day: 1)
            return (thursday.components.year, first.days(until: thursday) / 7 + 1)
        case .month, .quarter, .halfYear, .year: return (year, (month - 1) / (kind.months ?? 1) + 1)
        }
    }

    /// Its name in files and programs, in the order of time: `2026-05-12`, `2026-W19`, `2026-05`, `2026-Q2`, `2026-H1`,
    /// `2026`.
    package var name: String {
        let (year, number) = number
        let prefix = Digits.padded(year, 4)
        return switch kind {
        case .day: from.description
        case .week: "\(prefix)-W\(Digits.padded(number, 2))"
        case .month: "\(prefix)-\(Digits.padded(number, 2))"
        case .quarter: "\(prefix)-Q\(number)"
        case .halfYear: "\(prefix)-H\(number)"
        case .year: prefix
        }
    }
}
