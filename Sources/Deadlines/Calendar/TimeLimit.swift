/// How long a rule gives, in the unit the law gives it.
package struct TimeLimit: Hashable, Sendable {
    /// What a limit is counted in, as packs and the steps of ladders write it.
    package enum Unit: String, CaseIterable, Sendable {
        /// Clock hours from an instant.
        case hours
        /// Calendar days.
        case days
        /// Calendar weeks of seven days.
        case weeks
        /// Working days; the start day is not counted, Saturdays, Sundays and public holidays are skipped.
        case workingDays = "working_days"
        /// Calendar months: the same day n months on, or that month's last.
        case months
    }

    /// The number of units; negative back in time.
    package let count: Int
    /// The unit.
    package let unit: Unit

    /// So many of a unit.
    package init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// So many times the limit.
    package static func * (limit: TimeLimit, factor: Int) -> TimeLimit { TimeLimit(limit.count * factor, limit.unit) }

    /// The same limit in the other direction of time.
    package var reversed: TimeLimit { self * -1 }
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

    /// Whether `today` is the date, or later by less than a limit.
    package func isWithin(_ limit: TimeLimit, of date: LocalDate, _ today: LocalDate) -> Bool {
        date <= today && self.date(date, plus: limit) > today
    }

    /// The last day of `limit` counted from `date`; hours count as the days they fill.
    ///
    /// With `startCounts` the start day is the first day of the limit, so the sum ends a day earlier.
    package func date(_ date: LocalDate, plus limit: TimeLimit, startCounts: Bool = false) -> LocalDate {
        let start = startCounts ? date.adding(days: -1) : date
        return switch limit.unit {
        case .hours: start.adding(days: (limit.count + 23) / 24)
        case .days: start.adding(days: limit.count)
        case .weeks: start.adding(days: 7 * limit.count)
        case .months: start.adding(months: limit.count)
        case .workingDays: workingDay(start, limit.count)
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
