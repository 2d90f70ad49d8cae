import TestSupport
import Testing

@testable import Deadlines

/// Thousands of random questions, answered by python-dateutil, holidays and zoneinfo too.
@Suite struct CalendarAgainstPython {
    private let count = 5000

    private func compare(_ seed: Seed, _ pairs: [(question: String, answer: String)]) throws {
        var wrong = Mismatches()
        let answers = try PythonOracle.answers(to: pairs.map(\.question))
        for (pair, answer) in zip(pairs, answers) {
            wrong.check(pair.answer == answer, "\(pair.question): \(answer), not \(pair.answer)")
        }
        wrong.expectNone(seed)
    }

    @Test func dates() throws {
        var seed = Seed(for: "dates against python")
        var pairs: [(String, String)] = []
        for _ in 0..<count {
            let date = seed.date(years: 1600...4000)
            let months = Int.random(in: -600...600, using: &seed)
            let days = Int.random(in: -100_000...100_000, using: &seed)
            pairs.append(("months \(date) \(months)", date.adding(months: months).description))
            pairs.append(("days \(date) \(days)", date.adding(days: days).description))
            pairs.append(("weekday \(date)", date.weekday.rawValue))
        }
        try compare(seed, pairs)
    }

    @Test func monthEnds() throws {
        var seed = Seed(for: "month ends against python")
        var pairs: [(String, String)] = []
        for _ in 0..<count {
            let (year, month, _) = seed.date().components
            let day = LocalDate.length(ofMonth: month, year: year)
            let date = LocalDate(validYear: year, month: month, day: day)
            let months = Int.random(in: 1...36, using: &seed)
            pairs.append(("months \(date) \(months)", date.adding(months: months).description))
        }
        try compare(seed, pairs)
    }

    /// Every day of the years, so that no holiday is left to chance.
    @Test func holidays() throws {
        let seed = Seed(for: "holidays against python")
        let first = LocalDate(validYear: 2000, month: 1, day: 1)
        let last = LocalDate(validYear: 2060, month: 12, day: 31)
        let days = (0...first.days(until: last)).map(first.adding(days:))
        let holidays = days.map { ("holiday \($0)", Holidays.contains($0) ? "True" : "False") }
        let easters = (1600...4000).map { ("easter \($0)", Holidays.easter(of: $0).description) }
        try compare(seed, holidays + easters)
    }

    @Test func workingDays() throws {
        var seed = Seed(for: "working days against python")
        let calendar = try Shipped.calendar
        var pairs: [(String, String)] = []
        for _ in 0..<count {
            let date = seed.date()
            let days = Int.random(in: -60...60, using: &seed)
            let sum = calendar.date(date, plus: TimeLimit(days, .workingDays))
            pairs.append(("working-days \(date) \(days)", sum.description))
        }
        try compare(seed, pairs)
    }

    @Test func midnightsAndLocalDates() throws {
        var seed = Seed(for: "zone against python")
        let zone = try Shipped.zone
        var pairs: [(String, String)] = []
        for round in 0..<count {
            let instant = round.isMultiple(of: 2) ? seed.instant() : seed.instantNearClockChange()
            let date = round.isMultiple(of: 2) ? seed.date() : zone.date(of: instant)
            pairs.append(("midnight \(date)", String(zone.instant(of: date).milliseconds)))
            pairs.append(("date-of \(instant.milliseconds)", zone.date(of: instant).description))
            pairs.append(("text-of \(instant.milliseconds)", zone.text(of: instant)))
        }
        try compare(seed, pairs)
    }

    @Test func twentyFourHours() throws {
        var seed = Seed(for: "hours against python")
        let zone = try Shipped.zone
        var pairs: [(String, String)] = []
        for round in 0..<count {
            let start = round.isMultiple(of: 2) ? seed.instant() : seed.instantNearClockChange()
            let hours = round.isMultiple(of: 3) ? Int.random(in: -100...100, using: &seed) : 24
            pairs.append(("hours \(start.milliseconds) \(hours)", zone.text(of: start.adding(hours: hours))))
        }
        try compare(seed, pairs)
    }

    @Test func instantsRead() throws {
        var seed = Seed(for: "reading instants against python")
        var pairs: [(String, String)] = []
        for _ in 0..<count {
            let offset = Int.random(in: -23 * 60...23 * 60, using: &seed) * 60
            let zone = Zone(name: "random", first: offset, changes: [])
            let text = zone.text(of: seed.instant())
            pairs.append(("read \(text)", Instant(text).map { String($0.milliseconds) } ?? "nothing"))
        }
        try compare(seed, pairs)
    }
}
