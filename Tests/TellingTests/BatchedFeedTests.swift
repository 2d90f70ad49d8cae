import Deadlines
import TestSupport
import Testing

/// Where updates come in batches, nothing is called overdue that the data do not yet reach.
@Suite struct BatchedFeedTests {
    /// Due Tuesday 4 June 2024 at 10:00.
    private static let report = "2024-06-03T10:00:00+02:00 underretning.modtaget ref=und-1 caseworker=mhs team=nord"
    private static let end = "2024-06-07T12:00:00+02:00"

    private func told(
        _ lines: [String], _ source: [String], since moment: String = "2024-06-04T10"
    ) throws -> [String] {
        try NoticeStory(lines, isBatched: true).replayed(until: Self.end, source: source)
            .filter { !$0.hasSuffix("withdrawn") && $0 >= moment }
    }

    private func reaches(_ until: String, said: String) -> String { "\(said) kilde.opdateret til=\(until)" }

    @Test func `until the source has come so far, only the caseworker is asked`() throws {
        #expect(try told([Self.report], []) == ["2024-06-04T10:00+02:00 unconfirmed mhs sent"])
        let behind = reaches("2024-06-04T09:59:59+02:00", said: "2024-06-05T02:00:00+02:00")
        #expect(try told([Self.report], [behind]) == ["2024-06-04T10:00+02:00 unconfirmed mhs sent"])
    }

    @Test func `brought after it was due, it is asked of everybody who was to be reminded`() throws {
        let delivered = "2024-06-05T02:00:00+02:00"
        let behind = reaches("2024-06-04T09:00:00+02:00", said: delivered)
        let story = try NoticeStory([Self.report], isBatched: true)
        let asked = ["2024-06-05T02:00+02:00 unconfirmed mhs sent", "2024-06-05T02:00+02:00 unconfirmed vag sent"]
        #expect(try story.replayed(receivedAt: [delivered], until: Self.end, source: [behind]) == asked)
        let next = reaches("2024-06-05T09:00:00+02:00", said: "2024-06-06T02:00:00+02:00")
        #expect(
            try story.replayed(receivedAt: [delivered], until: Self.end, source: [behind, next]) == asked + [
                "2024-06-06T02:00+02:00 after-4-hours afd sent", "2024-06-06T02:00+02:00 overdue mhs sent",
                "2024-06-06T02:00+02:00 overdue tno sent",
                "2024-06-06T02:00+02:00 overdue vag sent",
            ])
    }

    @Test func `when it has, the latest step is told at once`() throws {
        #expect(
            try told([Self.report], [reaches("2024-06-04T23:00:00+02:00", said: "2024-06-05T02:00:00+02:00")]) == [
                "2024-06-04T10:00+02:00 unconfirmed mhs sent", "2024-06-05T02:00+02:00 after-4-hours afd sent",
                "2024-06-05T02:00+02:00 overdue mhs sent", "2024-06-05T02:00+02:00 overdue tno sent",
                "2024-06-05T02:00+02:00 overdue vag sent",
            ])
    }

    @Test func `what the batch then brings was done in time and is no longer asked for`() throws {
        let assessed = "2024-06-03T15:00:00+02:00 underretning.vurderet ref=und-1"
        #expect(
            try told(
                [Self.report, assessed], [reaches("2024-06-04T23:00:00+02:00", said: "2024-06-05T02:00:00+02:00")])
                == [])
    }

    /// Given by its date only, it may be due from Tuesday 00:00 on, and is from Wednesday 00:00 on.
    private static let undated = "2024-06-03 underretning.modtaget ref=und-1 caseworker=mhs team=nord"

    @Test func `an uncertain one waits until the source has passed the moment from which it is certain`() throws {
        let first = reaches("2024-06-04T23:59:59+02:00", said: "2024-06-05T02:00:00+02:00")
        let asked = [
            "2024-06-04T00:00+02:00 unconfirmed mhs sent", "2024-06-05T02:00+02:00 uncertain mhs sent",
        ]
        #expect(try told([Self.undated], [first], since: "2024-06-04") == asked)
        let second = reaches("2024-06-05T00:00:00+02:00", said: "2024-06-06T02:00:00+02:00")
        #expect(
            try told([Self.undated], [first, second], since: "2024-06-04") == asked + [
                "2024-06-06T02:00+02:00 after-4-hours afd sent", "2024-06-06T02:00+02:00 overdue mhs sent",
                "2024-06-06T02:00+02:00 overdue tno sent",
                "2024-06-06T02:00+02:00 overdue vag sent",
            ])
    }

    @Test func `what is then brought of an uncertain one was told to nobody else`() throws {
        let assessed = "2024-06-04 underretning.vurderet ref=und-1"
        let sources = [
            reaches("2024-06-04T00:00:00+02:00", said: "2024-06-04T02:00:00+02:00"),
            reaches("2024-06-05T00:00:00+02:00", said: "2024-06-05T05:00:00+02:00"),
        ]
        let story = try NoticeStory([Self.undated, assessed], isBatched: true)
        let told = try story.replayed(
            receivedAt: ["2024-06-03T00:00:00+02:00", "2024-06-05T05:00:00+02:00"], until: Self.end, source: sources)
        #expect(
            told.filter { $0.hasSuffix("sent") } == [
                "2024-06-03T00:00+02:00 at-once mhs sent", "2024-06-03T00:00+02:00 at-once vag sent",
                "2024-06-04T00:00+02:00 unconfirmed mhs sent", "2024-06-04T02:00+02:00 uncertain mhs sent",
            ])
    }

    @Test func `whoever was asked as caseworker is still told as the one on duty`() throws {
        let report = Self.report.replacing("caseworker=mhs", with: "caseworker=vag")
        let said = reaches("2024-06-04T10:00:00+02:00", said: "2024-06-04T12:00:00+02:00")
        #expect(
            try told([report], [said]).filter { $0.contains(" vag ") } == [
                "2024-06-04T10:00+02:00 unconfirmed vag sent", "2024-06-04T12:00+02:00 overdue vag sent",
            ])
    }

    @Test func `a source that is ahead changes nothing`() throws {
        let ahead = reaches("2024-06-04T10:00:00+02:00", said: "2024-06-04T10:00:00+02:00")
        let live = try NoticeStory([Self.report]).replayed(until: Self.end).filter {
            !$0.hasSuffix("withdrawn") && $0 >= "2024-06-04T10"
        }
        #expect(try told([Self.report], [ahead]) == live)
    }

    @Test func `what it said by mistake is taken back`() throws {
        let wrong = reaches("2024-06-04T23:00:00+02:00", said: "2024-06-03T02:00:00+02:00") + " id=wrong"
        let back = "2024-06-03T03:00:00+02:00 registrering.annulleret takes-back=wrong"
        #expect(try told([Self.report], [wrong, back]) == ["2024-06-04T10:00+02:00 unconfirmed mhs sent"])
    }

    @Test func `date rules do not wait for it`() throws {
        let measure = "2024-03-04 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord"
        #expect(
            try told([measure], []) == [
                "2024-06-05T08:00+02:00 overdue kno sent", "2024-06-05T08:00+02:00 overdue mhs sent",
            ]
                + NoticeStory([measure]).replayed(until: Self.end).filter {
                    $0.hasSuffix("waiting") && $0 >= "2024-06-04T10"
                })
    }
}
