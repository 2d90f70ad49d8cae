import Configuration
import Deadlines
@testable import Telling
import TestSupport
import Testing

/// How the queue follows what is registered, each update at its `at`.
@Suite struct QueueChangeTests {
    private static let measure = "2024-03-04 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord"

    @Test func metWhatStillWaitsIsWithdrawn() throws {
        let story = try NoticeStory([Self.measure, "2024-05-29 opfoelgning.afholdt"])
        #expect(
            try story.replayed(until: "2024-08-01T12:00:00+02:00", rule: "opfoelgning-foerste") == [
                "2024-05-14T08:00+02:00 before-21-days mhs sent", "2024-05-28T08:00+02:00 before-7-days mhs sent",
                "2024-06-03T08:00+02:00 before-1-days mhs withdrawn", "2024-06-05T08:00+02:00 overdue kno withdrawn",
                "2024-06-05T08:00+02:00 overdue mhs withdrawn", "2024-06-11T08:00+02:00 after-7-days tno withdrawn",
                "2024-06-25T08:00+02:00 after-21-days afd withdrawn",
            ])
    }

    @Test(arguments: ["2024-05-29 indsats.afsluttet", "2024-05-29 sag.afsluttet"])
    func voidWhatStillWaitsIsWithdrawn(end: String) throws {
        let story = try NoticeStory([Self.measure, end])
        let queue = try story.replayed(until: "2024-08-01T12:00:00+02:00")
        #expect(queue.filter { $0.hasSuffix("sent") }.count == 2)
        #expect(queue.filter { $0.hasSuffix("withdrawn") }.count == 5)
    }

    @Test func neverMetEverythingIsSent() throws {
        let queue = try NoticeStory([Self.measure]).replayed(until: "2024-06-25T08:00:00+02:00")
        #expect(queue.count == 7)
        #expect(queue.allSatisfy { $0.hasSuffix("sent") })
    }

    @Test func beforeItsTimeNothingIsSent() throws {
        let queue = try NoticeStory([Self.measure]).replayed(until: "2024-05-14T07:59:59+02:00")
        #expect(queue.count == 7)
        #expect(queue.allSatisfy { $0.hasSuffix("waiting") })
    }

    @Test func metLateTheRestIsWithdrawn() throws {
        let story = try NoticeStory([Self.measure, "2024-06-10 opfoelgning.afholdt"])
        let queue = try story.replayed(until: "2024-08-01T12:00:00+02:00", rule: "opfoelgning-foerste")
        #expect(queue.filter { $0.hasSuffix("sent") }.last == "2024-06-05T08:00+02:00 overdue mhs sent")
        #expect(queue.filter { $0.hasSuffix("withdrawn") }.count == 2)
    }

    @Test func excusedWhatComesAtAndAfterTheDueTimeIsNotSent() throws {
        let story = try NoticeStory([
            "2024-03-04 bfu.behov caseworker=mhs team=nord", "2024-05-21 bfu.foreloebig-vurdering aarsag=boernehus",
        ])
        #expect(
            try story.replayed(until: "2024-09-01T12:00:00+02:00").filter { $0.hasSuffix("sent") } == [
                "2024-05-03T08:00+02:00 half-way mhs sent", "2024-06-04T08:00+02:00 before-30-days mhs sent",
                "2024-06-20T08:00+02:00 before-14-days mhs sent", "2024-07-01T08:00+02:00 before-3-days mhs sent",
            ])
    }

    /// Due 1 July until the investigation ends on 15 May.
    @Test func aChangedDueDateHasItsOwnSteps() throws {
        let story = try NoticeStory([
            "2024-04-01 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord", "2024-03-01 bfu.behov",
            "2024-05-15 bfu.afsluttet",
        ])
        #expect(
            try story.replayed(until: "2024-08-01T12:00:00+02:00", rule: "opfoelgning-foerste") == [
                "2024-05-15T08:00+02:00 before-1-days mhs sent", "2024-05-16T08:00+02:00 overdue kno sent",
                "2024-05-16T08:00+02:00 overdue mhs sent", "2024-05-22T08:00+02:00 after-7-days tno sent",
                "2024-06-05T08:00+02:00 after-21-days afd sent", "2024-06-10T08:00+02:00 before-21-days mhs withdrawn",
                "2024-06-24T08:00+02:00 before-7-days mhs withdrawn",
                "2024-06-28T08:00+02:00 before-1-days mhs withdrawn", "2024-07-02T08:00+02:00 overdue kno withdrawn",
                "2024-07-02T08:00+02:00 overdue mhs withdrawn", "2024-07-08T08:00+02:00 after-7-days tno withdrawn",
                "2024-07-22T08:00+02:00 after-21-days afd withdrawn",
            ])
    }

    @Test func metByMistakeItIsRemindedOfAgain() throws {
        let story = try NoticeStory([
            Self.measure, "2024-05-02 opfoelgning.afholdt id=mistake",
            "2024-05-21 registrering.annulleret takes-back=mistake",
        ])
        let queue = try story.replayed(until: "2024-05-29T12:00:00+02:00", rule: "opfoelgning-foerste")
        #expect(
            queue.filter { $0.hasSuffix("sent") } == [
                "2024-05-21T08:00+02:00 before-21-days mhs sent", "2024-05-28T08:00+02:00 before-7-days mhs sent",
            ])
        #expect(queue.filter { $0.hasSuffix("waiting") }.count == 5)
    }

    @Test func aNewCaseworkerGetsAllThatFollows() throws {
        let story = try NoticeStory([Self.measure, "2024-05-21 sag.tildelt caseworker=jpe"])
        #expect(
            try story.replayed(until: "2024-08-01T12:00:00+02:00").filter { $0.hasSuffix("sent") } == [
                "2024-05-14T08:00+02:00 before-21-days mhs sent", "2024-05-21T08:00+02:00 handover jpe sent",
                "2024-05-28T08:00+02:00 before-7-days jpe sent",
                "2024-06-03T08:00+02:00 before-1-days jpe sent", "2024-06-05T08:00+02:00 overdue jpe sent",
                "2024-06-05T08:00+02:00 overdue kno sent", "2024-06-11T08:00+02:00 after-7-days tno sent",
                "2024-06-25T08:00+02:00 after-21-days afd sent",
            ])
    }

    @Test func `whoever was asked in place of a reminder is not reminded when the doubt is over`() throws {
        let moment = try #require(Instant("2024-06-06T02:00:00+02:00"))
        let requirement = RequirementKey(
            caseID: CaseID(rawValue: "c"), ref: nil, rule: RuleID(rawValue: "underretning-24-timer"),
            start: .instant(moment.adding(hours: -60)))
        func notice(_ step: String) -> PlannedNotice {
            PlannedNotice(
                .requirement(requirement, due: .instant(moment.adding(hours: -36))), step: step, stage: .reminder,
                recipient: Recipient(person: PersonID(rawValue: "vag"), role: .vagt, reason: .hasRole(.vagt, nil)),
                falls: moment.adding(hours: -40))
        }
        let asked = QueuedNotice(notice("unconfirmed"), scheduled: moment.adding(hours: -24), state: .sent)
        let office = try Shipped.settings.office
        func outcomes(_ row: QueuedNotice, _ wanted: PlannedNotice) -> [Decision.Outcome] {
            NoticeDecisions(rows: [row], at: moment, office: office)
                .decisions(on: Proposals(wanted: [wanted])).map(\.outcome)
        }
        #expect(outcomes(asked, notice("before-4-hours")) == [.withheld(.covered)])
        let told = QueuedNotice(notice("before-4-hours"), scheduled: moment.adding(hours: -40), state: .sent)
        #expect(outcomes(told, notice("unconfirmed")) == [.withheld(.covered)])
    }

    /// Due 4 July.
    @Test func `excused and past its due date when it is registered, nobody is reminded of it`() throws {
        let story = try NoticeStory([
            "2024-03-04 bfu.behov caseworker=mhs team=nord", "2024-05-21 bfu.foreloebig-vurdering aarsag=boernehus",
        ])
        #expect(try story.queued(at: "2024-07-04T12:00:00+02:00").map { $0.dropFirst(23) } == ["before-3-days mhs"])
        #expect(try story.queued(at: "2024-07-05T12:00:00+02:00") == [])
    }
}
