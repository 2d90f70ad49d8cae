import Configuration
import Deadlines
import Foundation
import Rules
import TestSupport
import Testing

@testable import Notices

/// What is said of the day on which something is due: how far away it is, and until when somebody works before it.
@Suite(.ownJournal) struct DueDayTests {
    private let room: SendingRoom

    init() throws { room = try SendingRoom() }

    /// The messages of the caseworker about a measure begun on `start`, by `moment`: heading, text.
    private func entries(begun start: String, by moment: String) throws -> [[String]] {
        try room.take(
            """
            {"id": "a", "case": "CASE", "event": "indsats.ivaerksat", "at": "\(start)", "ref": "i", "caseworker": "mhs", \
            "team": "nord", "data": {"type": "aflastning"}}
            """, at: "\(start)T10:00:00+01:00")
        for day in ["2026-05-01", "2026-05-15", "2026-05-22", "2026-05-26"] where day <= moment {
            try room.sender(at: "\(day)T08:00:00+02:00").sendDue()
        }
        return try PersonLog("\(room.log)/reminders/mhs.log").entries.map {
            $0.text.split(separator: "\n").prefix(2).map { String($0).trimmingCharacters(in: .whitespaces) }
        }
    }

    /// Whit Sunday, and the office is closed on the Saturday before and the Monday after.
    @Test func `a due date without work names the last day with it`() throws {
        let entries = try entries(begun: "2026-02-24", by: "2026-05-26")
        let lacks = "Der er endnu ikke registreret en opfølgning på indsatsen. Frist: søndag den 24. maj 2026"
        let days = [
            ("om 23 dage", " (sidste arbejdsdag er fredag den 22.)."),
            ("om 9 dage", " (sidste arbejdsdag er fredag den 22.)."),
            ("om 2 dage", " (sidste arbejdsdag er i dag)."),
        ]
        #expect(entries.count == 4)
        // Read alone, the message says all of it.
        let messages = try room.recordLines().compactMap { $0["message"] as? String }
        for (distance, says) in days {
            #expect(messages.contains { $0.hasPrefix("\(lacks), \(distance)\(says)") }, "\(messages)")
        }
        for (entry, (distance, says)) in zip(entries, days) {
            #expect(entry[0].hasSuffix("· frist \(distance)") && entry[1].hasPrefix(lacks + says), "\(entry)")
        }
        #expect(entries.last?[0].hasSuffix("· frist for 2 dage siden") == true, "\(entries)")
    }

    @Test func `a due date with work is the last day itself, and stands once`() throws {
        let entries = try entries(begun: "2026-02-22", by: "2026-05-22")
        #expect(!entries.isEmpty)
        for entry in entries {
            #expect(!entry.joined().contains("arbejdsdag"), "\(entry)")
            #expect(entry.joined().components(separatedBy: "2026").count == 2, "\(entry)")
        }
    }

    @Test(arguments: [
        ("2026-05-24T08:00:00+02:00", "om 4 timer"), ("2026-05-24T11:00:00+02:00", "om 1 time"),
        ("2026-05-24T11:30:00+02:00", nil), ("2026-05-24T12:00:00+02:00", nil),
        ("2026-05-24T16:00:00+02:00", "for 4 timer siden"), ("2026-05-23T12:00:00+02:00", "i morgen"),
        ("2026-05-20T12:00:00+02:00", "om 4 dage"), ("2026-05-25T13:00:00+02:00", "i går"),
    ])
    func `an instant that is near is told in hours`(from: String, says: String?) throws {
        let words = try Words(room.settings.wording)
        let due = Moment.instant(try Instant(known: "2026-05-24T12:00:00+02:00"))
        #expect(words.distance(from: try Instant(known: from), to: due, in: room.settings.calendar.zone) == says)
    }

    @Test func `a last working day of another month is told with it`() throws {
        let wording = try SendingRoom.wording(room.settings.wording.texts)
        let sunday = Moment.date(try #require(LocalDate("2026-11-01")))
        let told = wording.lastDay(before: sunday, from: try Instant(known: "2026-10-28T08:00:00+01:00"))
        #expect(told == "fredag den 30. oktober")
        #expect(wording.lastDay(before: sunday, from: try Instant(known: "2026-10-31T08:00:00+01:00")) == nil)
    }
}
