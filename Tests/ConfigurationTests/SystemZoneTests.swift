import Configuration
import Deadlines
import Testing

/// Zones of the system's tz database. Reading one sets the zone of the process, so others than Copenhagen's are read in a
/// process of their own.
@Suite struct SystemZoneTests {
    @Test func copenhagenChangesItsClockTwiceAYear() throws {
        let zone = try #require(SystemZone.named("Europe/Copenhagen"))
        #expect(zone.name == "Europe/Copenhagen")
        for (text, offset) in [
            ("2000-03-26T00:59:59Z", 3600), ("2000-03-26T01:00:00Z", 7200), ("2000-10-29T00:59:59Z", 7200),
            ("2000-10-29T01:00:00Z", 3600), ("2024-03-31T00:59:59.999Z", 3600), ("2024-03-31T01:00:00Z", 7200),
            ("2024-10-27T00:59:59.999Z", 7200), ("2024-10-27T01:00:00Z", 3600), ("2060-07-01T00:00:00Z", 7200),
            ("2060-12-01T00:00:00Z", 3600),
        ] {
            #expect(zone.offset(at: try #require(Instant(text))) == offset, "\(text)")
        }
    }

    @Test func otherZonesAreReadToo() async {
        await #expect(processExitsWith: .success) {
            for (name, summer, winter) in [
                ("UTC", 0, 0), ("Asia/Kolkata", 19_800, 19_800), ("America/New_York", -14_400, -18_000),
                ("Pacific/Auckland", 43_200, 46_800), ("Europe/Copenhagen", 7200, 3600),
            ] {
                let zone = try #require(SystemZone.named(name))
                #expect(zone.offset(at: try #require(Instant("2024-07-01T12:00:00Z"))) == summer, "\(name)")
                #expect(zone.offset(at: try #require(Instant("2024-12-01T12:00:00Z"))) == winter, "\(name)")
            }
        }
    }

    @Test func whatIsNoZoneIsNone() async {
        await #expect(processExitsWith: .success) {
            for name in [
                "Europe/Kobenhavn", "", "/Europe/Copenhagen", "Europe/", "../../etc/passwd", "zone.tab",
                "Europe/København",
                "Europe/../Europe/Copenhagen", "Europe/Copenhagen\n", "Europe/Copenhagen ",
            ] {
                #expect(SystemZone.named(name) == nil, "\(name)")
            }
        }
    }

    /// What lies in the tz database's folder and is no zone: libc would take it for UTC.
    @Test func aFolderAndAListOfLeapSecondsAreNoZones() async {
        await #expect(processExitsWith: .success) {
            for name in ["Europe", "America/Argentina", "leapseconds"] {
                #expect(SystemZone.named(name) == nil, "\(name)")
            }
        }
    }
}
