package import Deadlines

extension Seed {
    /// A day of years 1 to 9999.
    package mutating func anyDate() -> LocalDate {
        LocalDate(daysSinceEpoch: Int.random(in: -719_162...2_932_896, using: &self))
    }

    /// A day of the years in which updates are taken.
    package mutating func date(years: ClosedRange<Int> = 2000...2060) -> LocalDate {
        let first = LocalDate(validYear: years.lowerBound, month: 1, day: 1)
        let last = LocalDate(validYear: years.upperBound, month: 12, day: 31)
        return LocalDate(daysSinceEpoch: Int.random(in: first.daysSinceEpoch...last.daysSinceEpoch, using: &self))
    }

    /// An instant of the same years.
    package mutating func instant(years: ClosedRange<Int> = 2000...2060) -> Instant {
        let days = date(years: years).daysSinceEpoch
        return Instant(milliseconds: Int64(days) * 86_400_000 + Int64.random(in: 0..<86_400_000, using: &self))
    }

    /// An instant within two hours of a clock change: the last Sunday of March or October, 01:00 UTC.
    package mutating func instantNearClockChange() -> Instant {
        let month = Bool.random(using: &self) ? 3 : 10
        let lastDay = LocalDate(validYear: Int.random(in: 2000...2060, using: &self), month: month, day: 31)
        let sunday = lastDay.adding(days: -((lastDay.daysSinceEpoch + 4) % 7))
        let change = Int64(sunday.daysSinceEpoch * 24 + 1) * 3_600_000
        return Instant(milliseconds: change + Int64.random(in: -7_200_000...7_200_000, using: &self))
    }
}
