import Deadlines
import Telling
import TestSupport
import Testing

/// Acknowledging and snoozing: what follows changes for that person, and for nobody else.
@Suite struct AnswerTests {
    /// Due Tuesday 4 June 2024: reminders on 14 and 28 May and 3 June.
    private static let measure = "2024-03-04 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord"
    private static let end = "2024-07-01T12:00:00+02:00"

    /// The key of the notice of this step to that person.
    private func key(_ step: String, _ person: String) throws -> String {
        let queue = try NoticeStory([Self.measure]).replay(until: try #require(Instant(Self.end)))
        return try #require(
            queue.first { $0.notice.step == step && $0.notice.recipient.person.rawValue == person }
        ).notice.key.rawValue
    }

    /// The reminders to mhs, with this line registered too.
    private func reminders(_ line: String?) throws -> [String] {
        try NoticeStory([Self.measure] + [line].compactMap(\.self)).replayed(until: Self.end).filter {
            $0.contains(" mhs ") && !$0.hasSuffix("withdrawn")
        }
    }

    private func snooze(_ at: String, until: String, as person: String = "mhs") throws -> String {
        "\(at) paamindelse.udsat noegle=\(try key("before-21-days", "mhs")) af=\(person) til=\(until)"
    }

    @Test func `snoozed, the reminders before that day become one on it`() throws {
        #expect(
            try reminders(snooze("2024-05-15T09:00:00+02:00", until: "2024-05-30")) == [
                "2024-05-14T08:00+02:00 before-21-days mhs sent",
                "2024-05-30T08:00+02:00 snoozed-until-2024-05-30 mhs sent",
                "2024-06-03T08:00+02:00 before-1-days mhs sent", "2024-06-05T08:00+02:00 overdue mhs sent",
            ])
    }

    @Test func `snoozed past the due date, it comes on the last day in time`() throws {
        #expect(
            try reminders(snooze("2024-05-15", until: "2024-06-20")) == [
                "2024-05-14T08:00+02:00 before-21-days mhs sent",
                "2024-06-04T08:00+02:00 snoozed-until-2024-06-04 mhs sent",
                "2024-06-05T08:00+02:00 overdue mhs sent",
            ])
    }

    @Test func `snoozed to a weekend, it comes on the next day the office opens`() throws {
        let found = try reminders(snooze("2024-05-15", until: "2024-05-25"))
        #expect(found.contains("2024-05-27T08:00+02:00 snoozed-until-2024-05-27 mhs sent"))
    }

    @Test func `snoozed to the day of another step, only that one comes`() throws {
        #expect(
            try reminders(snooze("2024-05-15", until: "2024-06-03")) == [
                "2024-05-14T08:00+02:00 before-21-days mhs sent", "2024-06-03T08:00+02:00 before-1-days mhs sent",
                "2024-06-05T08:00+02:00 overdue mhs sent",
            ])
    }

    @Test func `the latest answer counts`() throws {
        let story = try NoticeStory([
            Self.measure, snooze("2024-05-15", until: "2024-05-30"), snooze("2024-05-16", until: "2024-05-22"),
        ])
        let sent = try story.replayed(until: Self.end).filter { $0.contains("snoozed") && $0.hasSuffix("sent") }
        #expect(sent == ["2024-05-22T08:00+02:00 snoozed-until-2024-05-22 mhs sent"])
    }

    @Test func `nobody can snooze for another, nor what is overdue`() throws {
        let untouched = try reminders(nil)
        #expect(try reminders(snooze("2024-05-15", until: "2024-05-30", as: "kno")) == untouched)
        #expect(try reminders(snooze("2024-06-10", until: "2024-06-20")) == untouched)
        #expect(try reminders("2024-05-15 paamindelse.udsat noegle=nosuchnotice af=mhs til=2024-05-30") == untouched)
        let leaders = try NoticeStory([Self.measure, snooze("2024-05-15", until: "2024-06-20")])
            .replayed(until: Self.end).filter { !$0.contains(" mhs ") }
        #expect(try leaders == NoticeStory([Self.measure]).replayed(until: Self.end).filter { !$0.contains(" mhs ") })
    }

    @Test func `acknowledged, what waits is not said to that person before the next step`() throws {
        // Registered on Saturday: the reminder waits for Monday, is acknowledged on Sunday and not said.
        let measure = "2024-05-18 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord"
        let late = try NoticeStory([measure])
        let moment = try #require(Instant("2024-07-30T12:00:00+02:00"))
        let queue = late.changes(at: moment).compactMap { change in
            if case .add(let notice, let scheduled, _) = change {
                QueuedNotice(notice, scheduled: scheduled, state: .waiting)
            } else {
                nil
            }
        }
        let waiting = try #require(queue.first { $0.notice.step == "before-21-days" })
        let answered = try NoticeStory([
            measure, "2024-07-30T12:30:00+02:00 paamindelse.kvitteret noegle=\(waiting.notice.key) af=mhs",
        ])
        let later = moment.adding(hours: 1)
        #expect(answered.changes(at: later, queue: queue) == [.withdraw(waiting.notice.key, .acknowledged)])
        #expect(late.changes(at: later, queue: queue) == [])
        let other = try NoticeStory([
            measure, "2024-07-30T12:30:00+02:00 paamindelse.kvitteret noegle=\(waiting.notice.key) af=kno",
        ])
        #expect(other.changes(at: later, queue: queue) == [])
    }

    /// mhs, who is away on these days, and kno, who stands in.
    private func people(away: (String, String)) throws -> Organisation {
        try Office.organisation(
            Office.department, Office.team, Office.person("mhs", substitute: "kno", away: away))
    }

    @Test func `who is away on the day asked for is reminded through who stands in`() throws {
        let people = try people(away: ("2024-05-29", "2024-06-02"))
        let story = try NoticeStory(
            [Self.measure, snooze("2024-05-15", until: "2024-05-30")], people: people)
        let sent = try story.replayed(until: Self.end).filter { $0.contains("snoozed") && $0.hasSuffix("sent") }
        #expect(sent == ["2024-05-30T08:00+02:00 snoozed-until-2024-05-30 kno sent"])
        // The same whenever the case is looked at.
        let moment = try #require(Instant("2024-05-29T12:00:00+02:00"))
        #expect(story.changes(at: moment, queue: try story.replay(until: moment)) == [])
    }

    /// Received on a Saturday, so that the reminder of the 14th waits for Tuesday, when kno stands in.
    @Test func `what a stand-in acknowledged is told to whoever comes back, on the first morning`() throws {
        let people = try people(away: ("2024-05-13", "2024-05-22"))
        let times = ["2024-05-18T12:00:00+02:00", "2024-05-19T12:00:00+02:00"]
        let queue = try NoticeStory([Self.measure], people: people).changes(at: try #require(Instant(times[0])))
        let waiting = queue.compactMap { change in
            if case .add(let notice, _, _) = change, notice.step == "before-21-days" { notice } else { nil }
        }
        #expect(waiting.map(\.recipient.person.rawValue) == ["kno"])
        let key = try #require(waiting.first?.key)
        let story = try NoticeStory(
            [Self.measure, "\(times[1]) paamindelse.kvitteret noegle=\(key) af=kno"], people: people)
        let sent = try story.replayed(receivedAt: times, until: "2024-05-27T12:00:00+02:00")
            .filter { $0.hasSuffix("sent") }
        #expect(sent == ["2024-05-23T08:00+02:00 before-21-days mhs sent"])
    }
}
