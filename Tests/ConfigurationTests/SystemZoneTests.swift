import Configuration
import Deadlines
import Foundation
import TestSupport
import Testing

/// Zones of the system's tz database.
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

    /// Every zone, an hour before and at each change of its clock and now and then between, to the end of the century.
    @Test func everyZoneShowsWhatPythonShows() throws {
        let names = try PythonProgram.lines(of: SystemZoneTests.names, input: Data())
        #expect(names.count > 400)
        let begin = try #require(LocalDate("2000-01-01")).daysSinceEpoch
        let days = 36_000
        var questions = ""
        var own: [Int] = []
        for name in names {
            let zone = try #require(SystemZone.named(name), "\(name)")
            func offset(_ second: Int) -> Int { zone.offset(at: Instant(milliseconds: Int64(second) * 1000)) }
            var asked = (0..<100).map { _ in Int.random(in: 0..<days * 86_400) + begin * 86_400 }
            for day in stride(from: begin, to: begin + days, by: 7) {
                var (low, high) = (day * 86_400, (day + 7) * 86_400)
                guard offset(low) != offset(high) else { continue }
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if offset(middle) == offset(low) { low = middle } else { high = middle }
                }
                asked += [low, high]
            }
            questions += "\(name) \(asked.map(String.init).joined(separator: " "))\n"
            own += asked.map(offset)
        }
        let answers = try PythonProgram.lines(of: SystemZoneTests.offsets, input: Data(questions.utf8))
        #expect(answers.count == own.count && answers == own.map(String.init))
        print("zones: \(names.count), offsets compared: \(own.count)")
    }

    private static let names = """
        import zoneinfo
        print("\\n".join(sorted(zoneinfo.available_timezones())))
        """

    private static let offsets = """
        import sys, zoneinfo
        from datetime import datetime, timezone
        for line in sys.stdin.read().splitlines():
            name, *seconds = line.split()
            zone = zoneinfo.ZoneInfo(name)
            for second in seconds:
                print(int(datetime.fromtimestamp(int(second), timezone.utc).astimezone(zone).utcoffset().total_seconds()))
        """

    @Test(arguments: [
        "Europe/Kobenhavn", "", "/Europe/Copenhagen", "Europe/", "../../etc/passwd", "zone.tab", "Europe/København",
        "Europe/../Europe/Copenhagen", "Europe/Copenhagen\n", "Europe/Copenhagen ",
        // What lies in the tz database's folder and is no zone.
        "Europe", "America/Argentina", "leapseconds",
    ])
    func whatIsNoZoneIsNone(name: String) {
        #expect(SystemZone.named(name) == nil)
    }
}
