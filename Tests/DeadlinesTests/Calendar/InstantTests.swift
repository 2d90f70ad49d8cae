import TestSupport
import Testing

@testable import Deadlines

/// RFC 3339 date-times, read and written.
@Suite struct InstantTests {
    @Test func whatIsWrittenIsReadAgain() throws {
        var seed = Seed(for: "text of instants")
        var wrong = Mismatches()
        let zone = try Shipped.zone
        for _ in 0..<100_000 {
            let instant = Bool.random(using: &seed) ? seed.instant() : seed.instantNearClockChange()
            let text = zone.text(of: instant)
            wrong.check(Instant(text) == instant, text)
            wrong.check(text.utf8.count == 29, text)
        }
        wrong.expectNone(seed)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", Int64(0)), ("1970-01-01t00:00:00z", 0), ("1970-01-01T01:00:00+01:00", 0),
        ("1969-12-31T20:30:00-03:30", 0), ("1970-01-01T00:00:00.001Z", 1), ("1970-01-01T00:00:00.1Z", 100),
        ("1970-01-01T00:00:00.1239999Z", 123), ("1970-01-01T00:00:00-00:00", 0), ("1969-12-31T23:59:59.999Z", -1),
        ("2024-03-04T10:00:00+01:00", 1_709_542_800_000), ("2016-12-31T23:59:60Z", 1_483_228_800_000),
    ])
    func knownInstantsAreRead(text: String, milliseconds: Int64) {
        #expect(Instant(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "2024-03-04T10:00:00", "2024-03-04T10:00:00.000", "2024-03-04 10:00:00Z", "2024-03-04T10:00Z",
        "2024-03-04T24:00:00Z", "2024-03-04T10:60:00Z", "2024-03-04T10:00:61Z", "2024-02-30T10:00:00Z",
        "2024-03-04T10:00:00+0100", "2024-03-04T10:00:00+01", "2024-03-04T10:00:00+24:00", "2024-03-04T10:00:00+01:60",
        "2024-03-04T10:00:00.Z", "2024-03-04T10:00:00,5Z", "2024-03-04T10:00:00Zx", "2024-03-04T10:00:00 Z",
        "2024-03-04T1:00:00Z", "2024-03-04T10:00:00+01:00 ", "2024-03-04T10:00:00−01:00", "2024-03-04", "", "Z",
    ])
    func whatIsNoInstantIsRefused(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func twentyFourHoursAreTwentyFourHours() {
        #expect(Instant(milliseconds: 5).adding(hours: 24).milliseconds == 86_400_005)
        #expect(Instant(milliseconds: 5).adding(hours: -1).milliseconds == 5 - 3_600_000)
    }
}
