import Configuration
import Deadlines
import TestSupport
import Testing

@testable import Import

@Suite struct WrittenTimeTests {
    private func read(_ text: String) throws -> String? {
        let zone = try ScratchConfiguration.shippedSettings().calendar.zone
        return WrittenTime.moment(text, in: zone)?.text(in: zone)
    }

    @Test(arguments: [
        ("02-03-2026", "2026-03-02"), ("2-3-2026", "2026-03-02"), ("02.03.2026", "2026-03-02"),
        ("2026-03-02", "2026-03-02"), ("29-02-2024", "2024-02-29"),
        ("02-03-2026 14:05", "2026-03-02T14:05:00.000+01:00"), ("02-07-2026 9:05", "2026-07-02T09:05:00.000+02:00"),
        ("02-03-2026 14:05:30", "2026-03-02T14:05:30.000+01:00"), ("2026-03-02 14:05", "2026-03-02T14:05:00.000+01:00"),
        ("2026-03-02T14:05", "2026-03-02T14:05:00.000+01:00"),
        ("2026-03-02T14:05:00Z", "2026-03-02T15:05:00.000+01:00"),
        ("02-03-2026 00:00", "2026-03-02"), ("02-03-2026 00:00:00", "2026-03-02"),
        ("02-03-2026 00:00:01", "2026-03-02T00:00:01.000+01:00"),
        // The clock is turned back at 3: what shows twice is known to the day only.
        ("25-10-2026 02:30", "2026-10-25"), ("25-10-2026 01:59", "2026-10-25T01:59:00.000+02:00"),
        ("25-10-2026 03:00", "2026-10-25T03:00:00.000+01:00"),
        ("29-03-2026 01:59", "2026-03-29T01:59:00.000+01:00"), ("29-03-2026 03:00", "2026-03-29T03:00:00.000+02:00"),
    ])
    func `dates and times as people write them`(text: String, moment: String) throws {
        #expect(try read(text) == moment)
    }

    @Test(arguments: [
        "", "i går", "31-02-2026", "29-02-2026", "32-01-2026", "02-13-2026", "02/03/2026", "02-03-26", "2026-3-2",
        "02-03-2026 24:00", "02-03-2026 14:60", "02-03-2026 14", "02-03-2026 14:5", "02-03-2026 kl. 14", "+2-03-2026",
        "02-03-2026 14:05:61", "02-03-2026-1", "02.03-2026", "٠٢-٠٣-٢٠٢٦",
        // The clock skips from 2 to 3.
        "29-03-2026 02:30",
    ])
    func `what is no such day or time is none`(text: String) throws {
        #expect(try read(text) == nil)
    }
}
