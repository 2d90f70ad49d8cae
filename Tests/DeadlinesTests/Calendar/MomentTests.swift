import TestSupport
import Testing

@testable import Deadlines

/// A date stands for a whole local day, an instant for itself.
@Suite struct MomentTests {
    @Test(arguments: [
        ("2024-03-31", "2024-03-31T00:00:00.000+01:00", "2024-04-01T00:00:00.000+02:00"),
        ("2024-10-27", "2024-10-27T00:00:00.000+02:00", "2024-10-28T00:00:00.000+01:00"),
        ("2024-05-15", "2024-05-15T00:00:00.000+02:00", "2024-05-16T00:00:00.000+02:00"),
        ("2024-05-15T22:30:00Z", "2024-05-16T00:30:00.000+02:00", "2024-05-16T00:30:00.000+02:00"),
    ])
    func itBeginsAndEnds(text: String, earliest: String, latest: String) throws {
        let zone = try Shipped.zone
        let moment = try #require(Moment(text))
        #expect(zone.text(of: moment.earliest(in: zone)) == earliest)
        #expect(zone.text(of: moment.latest(in: zone)) == latest)
    }

    @Test(arguments: [
        ("2024-03-02", "2024-03-02"), ("2024-03-01T23:30:00Z", "2024-03-02"), ("2024-03-01T22:59:59Z", "2024-03-01"),
        ("2024-07-01T22:00:00Z", "2024-07-02"), ("2024-07-02T00:00:00+04:00", "2024-07-01"),
    ])
    func itsDateIsTheLocalOne(text: String, date: String) throws {
        #expect(try #require(Moment(text)).date(in: Shipped.zone).description == date)
    }

    @Test(arguments: ["2024-03-02T10:00:00", "2024-02-30", "tomorrow", "", "2024-03-02T10:00"])
    func whatIsNeitherIsRefused(text: String) {
        #expect(Moment(text) == nil)
    }
}
