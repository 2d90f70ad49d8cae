import TestSupport
import Testing

/// When the steps of hour rules are sent: at their instant, day and night.
@Suite struct ClockLadderTests {
    private static func report(_ at: String) -> String { "\(at) underretning.modtaget caseworker=mhs team=nord" }

    @Test func atTheirInstants() throws {
        let story = try NoticeStory([Self.report("2024-03-04T10:00:00+01:00")])
        #expect(
            try story.queued(at: "2024-03-04T10:00:00+01:00") == [
                "2024-03-04T10:00+01:00 at-once mhs", "2024-03-04T10:00+01:00 at-once vag",
                "2024-03-05T06:00+01:00 before-4-hours mhs", "2024-03-05T06:00+01:00 before-4-hours vag",
                "2024-03-05T10:00+01:00 overdue mhs", "2024-03-05T10:00+01:00 overdue tno",
                "2024-03-05T10:00+01:00 overdue vag",
                "2024-03-05T14:00+01:00 after-4-hours afd",
            ])
    }

    /// Sunday 31 March 2024, when the clock goes from 02:00 to 03:00.
    @Test func onASundayOverAClockChange() throws {
        let story = try NoticeStory([Self.report("2024-03-30T05:30:00+01:00")])
        #expect(
            try story.queued(at: "2024-03-30T05:30:00+01:00") == [
                "2024-03-30T05:30+01:00 at-once mhs", "2024-03-30T05:30+01:00 at-once vag",
                "2024-03-31T01:30+01:00 before-4-hours mhs", "2024-03-31T01:30+01:00 before-4-hours vag",
                "2024-03-31T06:30+02:00 overdue mhs", "2024-03-31T06:30+02:00 overdue tno",
                "2024-03-31T06:30+02:00 overdue vag",
                "2024-03-31T10:30+02:00 after-4-hours afd",
            ])
    }

    /// Four hours before falls on the start's date; at once is excepted.
    @Test func noStepOnTheStartsDateButAtOnce() throws {
        let story = try NoticeStory([Self.report("2024-03-04T01:00:00+01:00")])
        #expect(
            try story.queued(at: "2024-03-04T01:00:00+01:00") == [
                "2024-03-04T01:00+01:00 at-once mhs", "2024-03-04T01:00+01:00 at-once vag",
                "2024-03-05T01:00+01:00 overdue mhs", "2024-03-05T01:00+01:00 overdue tno",
                "2024-03-05T01:00+01:00 overdue vag",
                "2024-03-05T05:00+01:00 after-4-hours afd",
            ])
    }

    @Test(arguments: [
        (
            "2024-03-04T11:00:00+01:00",
            ["2024-03-04T11:00+01:00 at-once mhs", "2024-03-04T11:00+01:00 at-once vag"]
        ),
        (
            "2024-03-05T07:00:00+01:00",
            ["2024-03-05T07:00+01:00 before-4-hours mhs", "2024-03-05T07:00+01:00 before-4-hours vag"]
        ),
        (
            "2024-03-05T12:00:00+01:00",
            [
                "2024-03-05T12:00+01:00 overdue mhs", "2024-03-05T12:00+01:00 overdue tno",
                "2024-03-05T12:00+01:00 overdue vag",
            ]
        ),
    ])
    func registeredLateTheLatestStepOfEachPersonGoesNow(registered: String, now: [String]) throws {
        let story = try NoticeStory([Self.report("2024-03-04T10:00:00+01:00")])
        let queued = try story.queued(at: registered)
        #expect(queued.filter { $0 < "\(registered.prefix(16))~" } == now)
    }

    /// Given by its date only it may be due from Tuesday 00:00 on, and is from Wednesday 00:00 on.
    @Test func anUncertainOneRemindsTheCaseworkerAndNeverEscalates() throws {
        let story = try NoticeStory([Self.report("2024-03-04")])
        let queued = try story.replayed(until: "2024-03-05T23:59:59+01:00").filter { $0.hasSuffix("sent") }
        #expect(
            queued == [
                "2024-03-04T00:00+01:00 at-once mhs sent", "2024-03-04T00:00+01:00 at-once vag sent",
                "2024-03-05T00:00+01:00 uncertain mhs sent",
            ])
        let certain = try story.replayed(until: "2024-03-06T12:00:00+01:00").filter { $0.hasSuffix("sent") }
        #expect(certain.contains("2024-03-06T00:00+01:00 overdue vag sent"))
        #expect(certain.contains("2024-03-06T00:00+01:00 overdue tno sent"))
        #expect(certain.contains { $0.contains("after-4-hours afd") })
    }

    /// Closed on the due date, it may have ceased to apply before.
    @Test func `what is uncertain for good is never told to anybody else`() throws {
        let story = try NoticeStory([Self.report("2024-03-04T10:00:00+01:00"), "2024-03-05 sag.afsluttet"])
        let told = try story.replayed(until: "2024-03-09T12:00:00+01:00").filter { $0 >= "2024-03-05T10" }
        #expect(told.filter { !$0.hasSuffix("withdrawn") } == ["2024-03-05T10:00+01:00 uncertain mhs sent"])
    }

    /// Given by its date only, and registered when it may be late already: nobody is told that there is time.
    @Test func `what may be late when it is registered is asked of everybody who was to be reminded`() throws {
        let story = try NoticeStory([Self.report("2024-03-04")])
        let told = try story.replayed(receivedAt: ["2024-03-05T05:00:00+01:00"], until: "2024-03-06T12:00:00+01:00")
        #expect(
            told == [
                "2024-03-05T05:00+01:00 uncertain mhs sent", "2024-03-05T05:00+01:00 uncertain vag sent",
                "2024-03-06T00:00+01:00 after-4-hours afd sent", "2024-03-06T00:00+01:00 overdue mhs sent",
                "2024-03-06T00:00+01:00 overdue tno sent",
                "2024-03-06T00:00+01:00 overdue vag sent",
            ])
    }

    @Test func `what is certainly late when it is registered asks nobody`() throws {
        let story = try NoticeStory([Self.report("2024-03-04")])
        let told = try story.replayed(receivedAt: ["2024-03-08T12:00:00+01:00"], until: "2024-03-08T12:00:00+01:00")
        #expect(
            told == [
                "2024-03-08T12:00+01:00 after-4-hours afd sent",
                "2024-03-08T12:00+01:00 overdue mhs sent", "2024-03-08T12:00+01:00 overdue tno sent",
                "2024-03-08T12:00+01:00 overdue vag sent",
            ])
    }
}
