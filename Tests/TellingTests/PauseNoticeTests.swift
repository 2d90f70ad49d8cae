import TestSupport
import Testing

/// Of what is paused nobody is told; resumed, it has the steps of its new due date.
@Suite struct PauseNoticeTests {
    private static let start = "2024-03-04 ansoegning.modtaget paragraf=86 caseworker=mhs team=nord"
    private static let paused = "2024-03-10 frist.sat-i-bero regel=ansoegning-86-87"
    private static let resumed = "2024-03-20 frist.genoptaget regel=ansoegning-86-87"

    private func story(_ lines: [String]) throws -> NoticeStory {
        try NoticeStory(lines, under: Shipped.wholeLaw.only(["ansoegning-86-87"]))
    }

    /// Due Monday 29 April 2024.
    @Test func unpaused() throws {
        #expect(
            try story([Self.start]).queued(at: "2024-03-04T00:00:00+01:00") == [
                "2024-04-25T08:00+02:00 before-2-working-days mhs", "2024-04-30T08:00+02:00 overdue kno",
                "2024-04-30T08:00+02:00 overdue mhs", "2024-05-02T08:00+02:00 after-3-working-days tno",
                "2024-05-14T08:00+02:00 after-10-working-days afd",
            ])
    }

    @Test(arguments: ["2024-03-10T00:00:00+01:00", "2024-04-30T12:00:00+02:00", "2025-04-30T12:00:00+02:00"])
    func pausedNothingIsQueued(moment: String) throws {
        #expect(try story([Self.start, Self.paused]).queued(at: moment) == [])
    }

    @Test func pausedNothingIsSent() throws {
        let queue = try story([Self.start, Self.paused]).replayed(until: "2025-01-01T12:00:00+01:00")
        #expect(queue.count == 5)
        #expect(queue.allSatisfy { $0.hasSuffix("withdrawn") })
    }

    /// Due Ascension Day, Thursday 9 May 2024.
    @Test func resumed() throws {
        let queue = try story([Self.start, Self.paused, Self.resumed]).replayed(until: "2024-07-01T12:00:00+02:00")
        #expect(
            queue.filter { $0.hasSuffix("sent") } == [
                "2024-05-07T08:00+02:00 before-2-working-days mhs sent", "2024-05-10T08:00+02:00 overdue kno sent",
                "2024-05-10T08:00+02:00 overdue mhs sent", "2024-05-14T08:00+02:00 after-3-working-days tno sent",
                "2024-05-24T08:00+02:00 after-10-working-days afd sent",
            ])
    }
}
