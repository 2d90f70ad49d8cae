import TestSupport
import Testing

@testable import Deadlines

/// Local dates and instants of Europe/Copenhagen.
@Suite struct ZoneProperties {
    @Test func midnightIsTheFirstInstantOfItsDate() throws {
        var seed = Seed(for: "midnights")
        var wrong = Mismatches()
        let zone = try Shipped.zone
        for _ in 0..<100_000 {
            let date = seed.date()
            let midnight = zone.instant(of: date)
            wrong.check(zone.date(of: midnight) == date, "\(date): its midnight is of another date")
            wrong.check(
                zone.date(of: midnight.adding(milliseconds: -1)) == date.adding(days: -1),
                "\(date): it has begun before midnight")
            wrong.check(zone.minuteOfDay(of: midnight) == 0, "\(date): the clock")
        }
        wrong.expectNone(seed)
    }

    @Test func everyInstantLiesBetweenTheMidnightsOfItsDate() throws {
        var seed = Seed(for: "dates of instants")
        var wrong = Mismatches()
        let zone = try Shipped.zone
        for _ in 0..<100_000 {
            let instant = Bool.random(using: &seed) ? seed.instant() : seed.instantNearClockChange()
            let date = zone.date(of: instant)
            let day = zone.instant(of: date)..<zone.instant(of: date.adding(days: 1))
            wrong.check(day.contains(instant), zone.text(of: instant))
        }
        wrong.expectNone(seed)
    }

    @Test func aTimeOnTheWallIsFoundUnlessItIsSkipped() throws {
        var seed = Seed(for: "times on the wall")
        var wrong = Mismatches()
        let zone = try Shipped.zone
        for _ in 0..<100_000 {
            let date = Bool.random(using: &seed) ? seed.date() : zone.date(of: seed.instantNearClockChange())
            let minute = Int.random(in: 0..<1440, using: &seed)
            let instant = zone.instant(of: date, minute: minute)
            let isChange = zone.instant(of: date.adding(days: 1)) != zone.instant(of: date).adding(hours: 24)
            let mayBeSkipped = isChange && (120..<180).contains(minute)
            wrong.check(zone.date(of: instant) == date, "\(date) \(minute): date")
            wrong.check(mayBeSkipped || zone.minuteOfDay(of: instant) == minute, "\(date) \(minute): clock")
            let hourBefore = instant.adding(hours: -1)
            let isFirst = zone.date(of: hourBefore) != date || zone.minuteOfDay(of: hourBefore) != minute
            wrong.check(isFirst, "\(date) \(minute): the clock showed it an hour before")
        }
        wrong.expectNone(seed)
    }

    @Test(arguments: [
        ("2024-03-31", 119, "2024-03-31T01:59:00.000+01:00"), ("2024-03-31", 180, "2024-03-31T03:00:00.000+02:00"),
        ("2024-10-27", 150, "2024-10-27T02:30:00.000+02:00"), ("2024-10-27", 180, "2024-10-27T03:00:00.000+01:00"),
        ("2024-07-01", 480, "2024-07-01T08:00:00.000+02:00"), ("2024-12-02", 480, "2024-12-02T08:00:00.000+01:00"),
    ])
    func knownTimes(date: String, minute: Int, text: String) throws {
        let zone = try Shipped.zone
        #expect(zone.text(of: zone.instant(of: try #require(LocalDate(date)), minute: minute)) == text)
    }
}
