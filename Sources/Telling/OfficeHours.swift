package import Deadlines

/// When a municipality's office opens: it moves the sending of notices, never a sum of working days (spec §9).
package struct OfficeHours: Sendable, Equatable {
    /// A closing day: one date, or the same day every year.
    package enum ClosingDay: Hashable, Sendable {
        /// Only on this date.
        case date(LocalDate)
        /// Every year on this day.
        case yearly(month: Int, day: Int)
    }

    /// Minutes past midnight.
    package let opens: Int
    /// The days of the week on which it opens at all.
    package let weekdays: Set<Weekday>
    /// Days on which it stays closed besides public holidays.
    package let closed: Set<ClosingDay>
    private let zone: Zone
    /// Monday first: whether it opens at all.
    private let opensOn: [Bool]

    /// An office that opens at `opens` minutes past midnight.
    ///
    /// - Parameter weekdays: must not be empty, or there is no next opening.
    package init(opens: Int, weekdays: Set<Weekday>, closed: Set<ClosingDay>, zone: Zone) {
        self.opens = opens
        self.weekdays = weekdays
        self.closed = closed
        self.zone = zone
        opensOn = Weekday.allCases.map { weekdays.contains($0) }
    }

    /// Whether the office opens on `date`.
    package func isOpen(on date: LocalDate) -> Bool {
        guard opensOn[date.weekdayIndex], !Holidays.contains(date) else { return false }
        guard !closed.isEmpty else { return true }
        let (_, month, day) = date.components
        return !closed.contains(.date(date)) && !closed.contains(.yearly(month: month, day: day))
    }

    /// The first day on or after `date` on which it opens.
    package func firstDay(onOrAfter date: LocalDate) -> LocalDate {
        day(from: date, step: 1)
    }

    /// The last day on or before `date` on which it opens.
    package func lastDay(onOrBefore date: LocalDate) -> LocalDate {
        day(from: date, step: -1)
    }

    private func day(from date: LocalDate, step: Int) -> LocalDate {
        // A year without an open day is a configuration nobody can mean; the bound keeps the sum finite.
        var day = date
        for _ in 0..<366 where !isOpen(on: day) { day = day.adding(days: step) }
        return day
    }

    /// The instant of opening on `date`.
    package func opening(on date: LocalDate) -> Instant {
        zone.instant(of: date, minute: opens)
    }

    /// `instant` itself when the office has opened that day, else the next opening.
    package func sinceOpening(_ instant: Instant) -> Instant {
        let today = zone.date(of: instant)
        return isOpen(on: today) && instant >= opening(on: today) ? instant : nextOpening(from: instant)
    }

    /// The next opening at or after `instant`.
    package func nextOpening(from instant: Instant) -> Instant {
        let today = zone.date(of: instant)
        if isOpen(on: today), instant <= opening(on: today) { return opening(on: today) }
        return opening(on: firstDay(onOrAfter: today.adding(days: 1)))
    }
}
