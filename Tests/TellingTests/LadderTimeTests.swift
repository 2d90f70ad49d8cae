import TestSupport
import Testing

/// When the steps of date rules are sent, registered on the day of the start.
@Suite struct LadderTimeTests {
    private static func measure(_ date: String) -> String {
        "\(date) indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord"
    }

    /// Due Tuesday 4 June 2024; 5 June is no holiday.
    @Test func standardOnWorkingDays() throws {
        #expect(
            try NoticeStory([Self.measure("2024-03-04")]).queued(at: "2024-03-04T09:00:00+01:00") == [
                "2024-05-14T08:00+02:00 before-21-days mhs", "2024-05-28T08:00+02:00 before-7-days mhs",
                "2024-06-03T08:00+02:00 before-1-days mhs", "2024-06-05T08:00+02:00 overdue kno",
                "2024-06-05T08:00+02:00 overdue mhs", "2024-06-11T08:00+02:00 after-7-days tno",
                "2024-06-25T08:00+02:00 after-21-days afd",
            ])
    }

    /// Due Sunday 9 June 2024; 21 days before is Whit Sunday.
    @Test func standardOverWeekends() throws {
        #expect(
            try NoticeStory([Self.measure("2024-03-09")]).queued(at: "2024-03-09T09:00:00+01:00") == [
                "2024-05-17T08:00+02:00 before-21-days mhs", "2024-05-31T08:00+02:00 before-7-days mhs",
                "2024-06-07T08:00+02:00 before-1-days mhs", "2024-06-10T08:00+02:00 overdue kno",
                "2024-06-10T08:00+02:00 overdue mhs", "2024-06-17T08:00+02:00 after-7-days tno",
                "2024-07-01T08:00+02:00 after-21-days afd",
            ])
    }

    /// Due Saturday 19 April 2025, in the Easter holidays.
    @Test func standardOverEaster() throws {
        #expect(
            try NoticeStory([Self.measure("2025-01-19")]).queued(at: "2025-01-19T09:00:00+01:00") == [
                "2025-03-28T08:00+01:00 before-21-days mhs", "2025-04-11T08:00+02:00 before-7-days mhs",
                "2025-04-16T08:00+02:00 before-1-days mhs", "2025-04-22T08:00+02:00 overdue kno",
                "2025-04-22T08:00+02:00 overdue mhs", "2025-04-28T08:00+02:00 after-7-days tno",
                "2025-05-12T08:00+02:00 after-21-days afd",
            ])
    }

    /// The day before Saturday 6 May 2023 was store bededag; the day before Saturday 27 April 2024 was not.
    @Test(arguments: [
        ("2023-02-06", "2023-05-04T08:00+02:00 before-1-days mhs"),
        ("2024-01-27", "2024-04-26T08:00+02:00 before-1-days mhs"),
    ])
    func storeBededagEndedIn2023(start: String, step: String) throws {
        #expect(try NoticeStory([Self.measure(start)]).queued(at: "\(start)T09:00:00+01:00").contains(step))
    }

    /// Due Thursday 4 July 2024: 122 days, of which the half end on Saturday 4 May.
    @Test func investigations() throws {
        let story = try NoticeStory(["2024-03-04 bfu.behov caseworker=mhs team=nord"])
        #expect(
            try story.queued(at: "2024-03-04T09:00:00+01:00")
                == [
                    "2024-05-03T08:00+02:00 half-way mhs", "2024-06-04T08:00+02:00 before-30-days mhs",
                    "2024-06-20T08:00+02:00 before-14-days mhs", "2024-07-01T08:00+02:00 before-3-days mhs",
                    "2024-07-05T08:00+02:00 overdue kno", "2024-07-05T08:00+02:00 overdue mhs",
                    "2024-07-11T08:00+02:00 after-7-days tno", "2024-07-25T08:00+02:00 after-21-days afd",
                ].sorted())
    }

    /// The next follow-up on a date the municipality has set: what would fall on or before the start's date is not sent.
    @Test(arguments: [
        ("2024-06-03", "2024-06-20", ["2024-06-13T08:00+02:00 before-7-days", "2024-06-19T08:00+02:00 before-1-days"]),
        ("2024-06-03", "2024-06-10", ["2024-06-07T08:00+02:00 before-1-days"]),
        ("2024-06-03", "2024-06-11", ["2024-06-04T08:00+02:00 before-7-days", "2024-06-10T08:00+02:00 before-1-days"]),
        ("2024-06-07", "2024-06-10", []),
    ])
    func noStepOnOrBeforeTheStart(held: String, next: String, steps: [String]) throws {
        let story = try NoticeStory([
            Self.measure("2024-03-04"), "\(held) opfoelgning.afholdt naeste=\(next)",
        ])
        let reminders = try story.queued(at: "\(held)T00:00:00+02:00").filter { $0.contains("before") }
        #expect(reminders == steps.map { $0 + " mhs" })
    }
}
