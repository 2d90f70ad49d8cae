import TestSupport
import Testing

@testable import Deadlines

/// Public holidays and sums of working days, by hand.
@Suite struct WorkingDayTests {
    @Test(arguments: [
        "2024-01-01", "2024-03-28", "2024-03-29", "2024-03-31", "2024-04-01", "2024-05-09", "2024-05-19", "2024-05-20",
        "2024-12-25", "2024-12-26", "2023-05-05", "2022-05-13", "2000-05-19",
    ])
    func holidaysAreKnown(date: String) throws {
        #expect(Holidays.contains(try #require(LocalDate(date))))
    }

    /// Store bededag after 2023, and the days that are the municipality's choice.
    @Test(arguments: [
        "2024-04-26", "2025-05-16", "2024-05-01", "2024-06-05", "2024-12-24", "2024-12-31", "2024-03-24", "2024-04-07",
    ])
    func otherDaysAreNone(date: String) throws {
        #expect(!Holidays.contains(try #require(LocalDate(date))))
    }

    @Test(arguments: [
        ("2024-03-25", 6, "2024-04-05"), ("2024-03-27", 1, "2024-04-02"), ("2024-03-29", 1, "2024-04-02"),
        ("2024-03-02", 1, "2024-03-04"), ("2024-04-25", 1, "2024-04-26"), ("2023-05-04", 1, "2023-05-08"),
        ("2024-12-23", 6, "2025-01-03"), ("2024-06-04", 1, "2024-06-05"), ("2024-04-02", -2, "2024-03-26"),
    ])
    func workingDaysSkipWeekendsAndHolidays(start: String, days: Int, end: String) throws {
        let start = try #require(LocalDate(start))
        #expect(try Shipped.calendar.date(start, plus: TimeLimit(days, .workingDays)).description == end)
    }

    @Test func saturdaysCountOnlyWhereTheyWork() throws {
        let friday = try #require(LocalDate("2024-03-01"))
        let working = WorkCalendar(zone: try Shipped.zone, saturdaysWork: true)
        #expect(working.date(friday, plus: TimeLimit(2, .workingDays)).description == "2024-03-04")
        #expect(try Shipped.calendar.date(friday, plus: TimeLimit(2, .workingDays)).description == "2024-03-05")
        #expect(!working.isWorkingDay(try #require(LocalDate("2026-12-26"))))
    }

    @Test(arguments: [
        (TimeLimit(14, .days), "2024-03-18"), (TimeLimit(8, .weeks), "2024-04-29"),
        (TimeLimit(3, .months), "2024-06-04"),
        (TimeLimit(28, .days), "2024-04-01"),
    ])
    func daysAndWeeksAreAsWritten(limit: TimeLimit, end: String) throws {
        let start = try #require(LocalDate("2024-03-04"))
        #expect(try Shipped.calendar.date(start, plus: limit).description == end)
    }

    @Test func whereTheStartDayCountsItIsADayLess() throws {
        let start = try #require(LocalDate("2024-03-04"))
        #expect(
            try Shipped.calendar.date(start, plus: TimeLimit(7, .days), startCounts: true).description == "2024-03-10")
    }
}
