/// How long a rule gives, in the unit the law gives it.
package enum TimeLimit: Hashable, Sendable {
    /// Clock hours from an instant.
    case hours(Int)
    /// Calendar days.
    case days(Int)
    /// Calendar weeks of seven days.
    case weeks(Int)
    /// Working days; the start day is not counted, Saturdays, Sundays and public holidays are skipped.
    case workingDays(Int)
    /// Calendar months: the same day n months on, or that month's last.
    case months(Int)

    /// Whether it is counted from an instant rather than from a local date.
    package var isClockTime: Bool {
        if case .hours = self { true } else { false }
    }

    /// The number of units.
    package var count: Int {
        switch self {
        case .hours(let count), .days(let count), .weeks(let count), .workingDays(let count), .months(let count): count
        }
    }

    /// The same limit in the other direction of time.
    package var reversed: TimeLimit {
        switch self {
        case .hours(let count): .hours(-count)
        case .days(let count): .days(-count)
        case .weeks(let count): .weeks(-count)
        case .workingDays(let count): .workingDays(-count)
        case .months(let count): .months(-count)
        }
    }
}

/// The calendar a deadline is summed on: a zone, and what counts as a working day.
package struct WorkCalendar: Sendable, Equatable {
    /// The zone whose local dates are counted.
    package let zone: Zone
    /// Whether a Saturday is a working day; unsettled in law, by default it is not.
    package let saturdaysWork: Bool

    /// A calendar in `zone`.
    package init(zone: Zone, saturdaysWork: Bool = false) {
        self.zone = zone
        self.saturdaysWork = saturdaysWork
    }

    /// Whether `date` is a working day: no Sunday, no Saturday unless they work, no public holiday.
    package func isWorkingDay(_ date: LocalDate) -> Bool {
        switch date.weekday {
        case .sunday: false
        case .saturday: saturdaysWork && !Holidays.contains(date)
        default: !Holidays.contains(date)
        }
    }

    /// The last day of `limit` counted from `date`; hours count as the days they fill.
    ///
    /// With `startCounts` the start day is the first day of the limit, so the sum ends a day earlier.
    package func date(_ date: LocalDate, plus limit: TimeLimit, startCounts: Bool = false) -> LocalDate {
        let start = startCounts ? date.adding(days: -1) : date
        switch limit {
        case .hours(let count): return start.adding(days: (count + 23) / 24)
        case .days(let count): return start.adding(days: count)
        case .weeks(let count): return start.adding(days: 7 * count)
        case .months(let count): return start.adding(months: count)
        case .workingDays(let count): return workingDay(start, count)
        }
    }

    private func workingDay(_ start: LocalDate, _ count: Int) -> LocalDate {
        let step = count < 0 ? -1 : 1
        var date = start
        var left = abs(count)
        while left > 0 {
            date = date.adding(days: step)
            if isWorkingDay(date) { left -= 1 }
        }
        return date
    }
}
