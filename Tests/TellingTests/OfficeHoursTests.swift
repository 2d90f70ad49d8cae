import TestSupport
import Testing

@testable import Deadlines
@testable import Telling

/// When the office opens.
@Suite struct OfficeHoursTests {
    private func office(_ closed: Set<OfficeHours.ClosingDay> = []) throws -> OfficeHours {
        OfficeHours(
            opens: 480, weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday], closed: closed,
            zone: try Shipped.zone)
    }

    @Test(arguments: [
        ("2024-03-04T07:59:00+01:00", "2024-03-04T08:00:00.000+01:00"),
        ("2024-03-04T08:00:00+01:00", "2024-03-04T08:00:00.000+01:00"),
        ("2024-03-04T08:00:00.001+01:00", "2024-03-05T08:00:00.000+01:00"),
        ("2024-03-01T12:00:00+01:00", "2024-03-04T08:00:00.000+01:00"),
        ("2024-03-27T12:00:00+01:00", "2024-04-02T08:00:00.000+02:00"),
        ("2024-06-04T12:00:00+02:00", "2024-06-05T08:00:00.000+02:00"),
    ])
    func theNextOpeningIsFound(from: String, opening: String) throws {
        #expect(try Shipped.zone.text(of: office().nextOpening(from: #require(Instant(from)))) == opening)
    }

    @Test func aClosingDayMovesSendingAndNoSum() throws {
        let date = try #require(LocalDate("2024-06-05"))
        let yearly = try office([.yearly(month: 6, day: 5)])
        let once = try office([.date(date)])
        #expect(yearly.firstDay(onOrAfter: date).description == "2024-06-06")
        #expect(yearly.lastDay(onOrBefore: date).description == "2024-06-04")
        #expect(once.firstDay(onOrAfter: date).description == "2024-06-06")
        #expect(once.isOpen(on: try #require(LocalDate("2025-06-05"))))
        #expect(!yearly.isOpen(on: try #require(LocalDate("2025-06-05"))))
        #expect(try Shipped.calendar.isWorkingDay(date))
    }
}
