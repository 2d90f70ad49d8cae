import Testing

@testable import Deadlines

/// Known days.
@Suite struct LocalDateTests {
    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2023-10-31", 4, "2024-02-29"),
        ("2024-10-31", 4, "2025-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
        ("2024-02-29", 3, "2024-05-29"), ("2024-03-31", 3, "2024-06-30"), ("2024-12-31", 6, "2025-06-30"),
        ("2024-05-31", -3, "2024-02-29"), ("2024-01-15", -1, "2023-12-15"), ("2000-01-31", 1, "2000-02-29"),
        ("2024-05-15", 0, "2024-05-15"),
    ])
    func monthsEndOnTheSameDayOrTheLast(date: String, months: Int, sum: String) throws {
        #expect(try #require(LocalDate(date)).adding(months: months).description == sum)
    }

    @Test(arguments: [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28), (2400, 29)])
    func februaryIsLongInLeapYears(year: Int, days: Int) {
        #expect(LocalDate.length(ofMonth: 2, year: year) == days)
        #expect((LocalDate(year: year, month: 2, day: 29) != nil) == (days == 29))
    }

    @Test(arguments: [
        ("1970-01-01", Weekday.thursday), ("2000-01-01", .saturday), ("2024-01-01", .monday),
        ("2024-02-29", .thursday), ("2026-06-05", .friday), ("1969-12-31", .wednesday), ("1600-02-29", .tuesday),
    ])
    func weekdaysAreKnown(date: String, weekday: Weekday) throws {
        #expect(try #require(LocalDate(date)).weekday == weekday)
    }

    @Test(arguments: [
        "2023-02-29", "2024-02-30", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32", "0000-01-01",
        "2024-1-01", "2024-01-1", "24-01-01", "2024/01/01", "2024-01-01 ", " 2024-01-01", "2024-01-01Z",
        "2024-01-01T00:00", "20240101", "+024-01-01", "-024-01-01", "2024-0a-01", "", "２０２４-01-01", "2024-01-0１",
    ])
    func whatIsNoDayIsRefused(text: String) {
        #expect(LocalDate(text) == nil)
    }

    @Test func partsThatMakeNoDayAreRefused() {
        #expect(LocalDate(year: 2024, month: 0, day: 1) == nil)
        #expect(LocalDate(year: 2024, month: 13, day: 1) == nil)
        #expect(LocalDate(year: 2024, month: 6, day: 31) == nil)
        #expect(LocalDate(year: 2024, month: 6, day: -1) == nil)
        #expect(LocalDate(year: 0, month: 6, day: 1) == nil)
        #expect(LocalDate(year: 10_000, month: 6, day: 1) == nil)
    }

    @Test(arguments: ["2024-13", "2024-00", "2024-1", "2024-01-01", "2024", "", "x024-01"])
    func whatIsNoMonthIsRefused(text: String) {
        #expect(Month(text) == nil)
    }

    @Test func aMonthIsReadAndWritten() throws {
        let month = try #require(Month("2009-05"))
        #expect(month.description == "2009-05")
        #expect(month.firstDay.description == "2009-05-01")
    }
}
