import TestSupport
import Testing

@testable import Deadlines

/// What holds for every day there is.
@Suite struct LocalDateProperties {
    private let count = 100_000

    @Test func partsAndTextMakeTheSameDayAgain() {
        var seed = Seed(for: "parts of a date")
        var wrong = Mismatches()
        for _ in 0..<count {
            let date = seed.anyDate()
            let (year, month, day) = date.components
            wrong.check(LocalDate(year: year, month: month, day: day) == date, "\(date): parts")
            wrong.check(LocalDate(date.description) == date, "\(date): text")
        }
        wrong.expectNone(seed)
    }

    @Test func theNextDayIsTheNextPartAndTheNextWeekday() {
        var seed = Seed(for: "day after day")
        var wrong = Mismatches()
        for _ in 0..<count {
            let date = seed.anyDate()
            let next = date.adding(days: 1)
            let (year, month, day) = date.components
            let isLast = day == LocalDate.length(ofMonth: month, year: year)
            let expected: (Int, Int, Int) =
                !isLast ? (year, month, day + 1) : month < 12 ? (year, month + 1, 1) : (year + 1, 1, 1)
            wrong.check(next.components == expected, "\(date) is followed by \(next)")
            let weekdays = Weekday.allCases
            let position = weekdays.firstIndex(of: date.weekday) ?? 0
            wrong.check(next.weekday == weekdays[(position + 1) % 7], "\(date): weekday")
            wrong.check(date < next && !(next < date) && date.days(until: next) == 1, "\(date): order")
        }
        wrong.expectNone(seed)
    }

    @Test func orderIsThatOfThePartsAndOfTheText() {
        var seed = Seed(for: "order of dates")
        var wrong = Mismatches()
        for _ in 0..<count {
            let (left, right) = (seed.anyDate(), seed.anyDate())
            wrong.check((left < right) == (left.components < right.components), "\(left) and \(right)")
            wrong.check((left < right) == (left.description < right.description), "\(left) and \(right)")
            wrong.check(left.adding(days: left.days(until: right)) == right, "\(left) to \(right)")
        }
        wrong.expectNone(seed)
    }

    @Test func monthsKeepTheDayOrTakeTheMonthsLast() {
        var seed = Seed(for: "adding months")
        var wrong = Mismatches()
        for _ in 0..<count {
            let date = seed.date(years: 1000...9000)
            let months = Int.random(in: -1200...1200, using: &seed)
            let (year, month, day) = date.components
            let sum = date.adding(months: months).components
            wrong.check(
                sum.year * 12 + sum.month == year * 12 + month + months, "\(date) + \(months) months is in \(sum)")
            let last = LocalDate.length(ofMonth: sum.month, year: sum.year)
            wrong.check(sum.day == min(day, last), "\(date) + \(months) months is \(sum)")
        }
        wrong.expectNone(seed)
    }
}
