import Deadlines
import Telling
import TestSupport
import Testing

/// What is registered late sends, at the next opening, only its latest step for each person.
@Suite struct LateRegistrationTests {
    /// Due Tuesday 4 June 2024; the steps by their own time are those of `LadderTimeTests.standardOnWorkingDays`.
    static let cases: [(registered: String, queued: [String])] = [
        (
            "2024-05-15T12:00:00+02:00",
            [
                "2024-05-16T08:00+02:00 before-21-days mhs", "2024-05-28T08:00+02:00 before-7-days mhs",
                "2024-06-03T08:00+02:00 before-1-days mhs", "2024-06-05T08:00+02:00 overdue kno",
                "2024-06-05T08:00+02:00 overdue mhs", "2024-06-11T08:00+02:00 after-7-days tno",
                "2024-06-25T08:00+02:00 after-21-days afd",
            ]
        ),
        (
            "2024-05-30T12:00:00+02:00",
            [
                "2024-05-31T08:00+02:00 before-7-days mhs", "2024-06-03T08:00+02:00 before-1-days mhs",
                "2024-06-05T08:00+02:00 overdue kno", "2024-06-05T08:00+02:00 overdue mhs",
                "2024-06-11T08:00+02:00 after-7-days tno", "2024-06-25T08:00+02:00 after-21-days afd",
            ]
        ),
        // On a Sunday: at the next opening the last reminder is due anyway.
        (
            "2024-06-02T12:00:00+02:00",
            [
                "2024-06-03T08:00+02:00 before-1-days mhs", "2024-06-05T08:00+02:00 overdue kno",
                "2024-06-05T08:00+02:00 overdue mhs", "2024-06-11T08:00+02:00 after-7-days tno",
                "2024-06-25T08:00+02:00 after-21-days afd",
            ]
        ),
        (
            "2024-06-07T12:00:00+02:00",
            [
                "2024-06-10T08:00+02:00 overdue kno", "2024-06-10T08:00+02:00 overdue mhs",
                "2024-06-11T08:00+02:00 after-7-days tno", "2024-06-25T08:00+02:00 after-21-days afd",
            ]
        ),
        (
            "2024-07-01T12:00:00+02:00",
            [
                "2024-07-02T08:00+02:00 after-21-days afd", "2024-07-02T08:00+02:00 after-7-days tno",
                "2024-07-02T08:00+02:00 overdue kno", "2024-07-02T08:00+02:00 overdue mhs",
            ]
        ),
    ]

    @Test(arguments: cases) func sendsTheLatestStep(registered: String, queued: [String]) throws {
        let story = try NoticeStory(["2024-03-04 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord"])
        #expect(try story.queued(at: registered) == queued)
    }

    @Test func aBatchRegisteredBeforeTheOpeningGoesOutThatDay() throws {
        let story = try NoticeStory(["2024-03-04 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord"])
        let first = try story.queued(at: "2024-05-15T06:00:00+02:00").first
        #expect(first == "2024-05-15T08:00+02:00 before-21-days mhs")
    }

    /// Without a team leader two steps that fall at once are the afdelingsleder's; reckoned again, nothing is added.
    @Test func reckonedAgainNothingIsAdded() throws {
        let story = try NoticeStory(["2024-03-04 underretning.modtaget caseworker=mhs"])
        let moment = try #require(Instant("2024-03-08T12:00:00+01:00"))
        let first = story.changes(at: moment)
        let queue = first.compactMap { change in
            if case .add(let notice, let scheduled, _) = change {
                QueuedNotice(notice, scheduled: scheduled, state: .sent)
            } else {
                nil
            }
        }
        #expect(queue.filter { $0.notice.recipient.person.rawValue == "afd" }.count == 1)
        #expect(story.changes(at: moment.adding(hours: 1), queue: queue) == [])
    }

    /// Down from before the due date on, it finds that the stand-in was to hear »overdue«, and a later step as afdelingsleder.
    @Test func `what waits and is overtaken leaves nobody else untold`() throws {
        let department = Office.department.replacing("\"kor\"", with: "\"afd\"")
        let away = ("2024-06-05", "2024-06-07")
        let people = try Office.organisation(department, Office.person("mhs", substitute: "afd", away: away))
        let story = try NoticeStory(
            ["2024-03-04 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs"], people: people)
        let queue = try story.replay(until: try #require(Instant("2024-06-04T12:00:00+02:00")))
        #expect(queue.filter { $0.isOpen }.allSatisfy { $0.notice.recipient.person.rawValue == "afd" })
        let changes = story.changes(at: try #require(Instant("2024-06-20T07:00:00+02:00")), queue: queue)
        let added = try changes.compactMap { change in
            if case .add(let notice, let scheduled, _) = change { try story.line(notice, scheduled) } else { nil }
        }
        #expect(added == ["2024-06-20T08:00+02:00 overdue mhs"])
    }
}
