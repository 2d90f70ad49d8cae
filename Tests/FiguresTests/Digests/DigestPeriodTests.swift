import Configuration
import Deadlines
import Figures
import Foundation
import TestSupport
import Testing

/// Which days a digest covers, and when it is written.
@Suite struct DigestPeriodTests {
    @Test(arguments: [
        (PeriodKind.day, "2026-05-12", "2025-05-13"), (.week, "2026-05-12", "2025-W20"),
        (.month, "2024-02-29", "2023-02"),
        (.quarter, "2026-01-01", "2025-Q1"), (.halfYear, "2026-12-31", "2025-H2"), (.year, "2026-12-31", "2025"),
        (.week, "2026-12-31", "2026-W01"),
    ])
    func `the same a year before`(kind: PeriodKind, day: String, name: String) throws {
        #expect(DigestPeriod(kind, containing: try #require(LocalDate(day))).yearBefore.name == name)
    }

    @Test(arguments: [
        (PeriodKind.day, "2026-05-12", "2026-05-12", "2026-05-12", "2026-05-12"),
        (.week, "2026-05-12", "2026-05-11", "2026-05-17", "2026-W20"),
        (.week, "2027-01-03", "2026-12-28", "2027-01-03", "2026-W53"),
        (.week, "2025-12-29", "2025-12-29", "2026-01-04", "2026-W01"),
        (.month, "2024-02-10", "2024-02-01", "2024-02-29", "2024-02"),
        (.quarter, "2026-06-30", "2026-04-01", "2026-06-30", "2026-Q2"),
        (.halfYear, "2026-07-01", "2026-07-01", "2026-12-31", "2026-H2"),
        (.year, "2026-12-31", "2026-01-01", "2026-12-31", "2026"),
    ])
    func `a period is its days and its name`(kind: PeriodKind, day: String, from: String, until: String, name: String)
        throws
    {
        let period = DigestPeriod(kind, containing: try #require(LocalDate(day)))
        #expect("\(period.from)" == from && "\(period.until)" == until && period.name == name)
    }

    /// The week's number as Foundation counts it, for every day of forty years.
    @Test func `weeks are numbered as ISO 8601 does`() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for days in 0..<(40 * 365) {
            let date = Date(timeIntervalSince1970: Double(days) * 86_400 + 43_200)
            let parts = calendar.dateComponents([.weekOfYear, .yearForWeekOfYear], from: date)
            let number = DigestPeriod(.week, containing: LocalDate(daysSinceEpoch: days)).number
            try #require(number.year == parts.yearForWeekOfYear && number.number == parts.weekOfYear, "day \(days)")
        }
    }

    @Test(arguments: PeriodKind.allCases)
    func `periods follow one another without a gap`(kind: PeriodKind) {
        var period = DigestPeriod(kind, containing: LocalDate(daysSinceEpoch: 19_000))
        for _ in 0..<200 {
            let next = period.next
            #expect(next.from == period.until.adding(days: 1) && next.previous == period && next.name > period.name)
            #expect(DigestPeriod(kind, containing: period.until) == period)
            period = next
        }
    }

    /// Easter Monday 2026 is 6 April; the New Year's days of 2027 are a Friday and a weekend.
    @Test(arguments: [
        (PeriodKind.week, "2026-05-12", "2026-05-18T08:00:00+02:00"),
        (.week, "2026-03-30", "2026-04-07T08:00:00+02:00"),
        (.year, "2026-05-12", "2027-01-04T08:00:00+01:00"),
        (.month, "2026-02-28", "2026-03-02T08:00:00+01:00"),
        (.day, "2026-05-15", "2026-05-18T08:00:00+02:00"),
    ])
    func `written at opening on the first open day after it`(kind: PeriodKind, day: String, written: String) throws {
        let period = DigestPeriod(kind, containing: try #require(LocalDate(day)))
        #expect(DigestSchedule.writing(of: period, in: try Shipped.settings.office) == Instant(written))
    }

    @Test(arguments: [
        ("2026-05-18T07:59:59+02:00", "2026-W19"), ("2026-05-18T08:00:00+02:00", "2026-W20"),
        ("2026-05-24T23:00:00+02:00", "2026-W20"), ("2026-04-06T12:00:00+02:00", "2026-W13"),
    ])
    func `the last one is the last whose time has come`(moment: String, name: String) throws {
        let settings = try Shipped.settings
        let moment = try #require(Instant(moment))
        #expect(
            DigestSchedule.last(.week, at: moment, in: settings.office, settings.calendar.zone).name == name)
    }
}
