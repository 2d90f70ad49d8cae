import TestSupport
import Testing

/// The ladder of what must be there at a decision.
@Suite struct BreachNoticeTests {
    private static let plan =
        "2024-05-01 afgoerelse.planlagt ref=afg-1 type=akut dato=2024-06-03 caseworker=mhs team=nord"
    private static let decision = "2024-06-03 afgoerelse.truffet ref=afg-1 type=akut caseworker=mhs team=nord"
    private static let held = "2024-05-28 boernesamtale.afholdt formaal=afgoerelse"

    @Test func missingWhenRegistered() throws {
        #expect(
            try NoticeStory([Self.decision]).queued(at: "2024-06-03T00:00:00+02:00") == [
                "2024-06-03T08:00+02:00 missing kno", "2024-06-03T08:00+02:00 missing mhs",
                "2024-06-10T08:00+02:00 after-7-days tno",
            ])
    }

    @Test func decidedOnASaturday() throws {
        let story = try NoticeStory(["2024-06-01 afgoerelse.truffet type=akut caseworker=mhs team=nord"])
        #expect(
            try story.queued(at: "2024-06-01T00:00:00+02:00") == [
                "2024-06-03T08:00+02:00 missing kno", "2024-06-03T08:00+02:00 missing mhs",
                "2024-06-10T08:00+02:00 after-7-days tno",
            ])
    }

    @Test func registeredAWeekLater() throws {
        #expect(
            try NoticeStory([Self.decision]).queued(at: "2024-06-12T10:00:00+02:00") == [
                "2024-06-12T10:00+02:00 missing kno", "2024-06-12T10:00+02:00 missing mhs",
                "2024-06-13T08:00+02:00 after-7-days tno",
            ])
    }

    @Test(arguments: [
        ("2024-06-03T05:00:00+02:00", "2024-06-03T08:00+02:00"),
        ("2024-06-03T08:00:00+02:00", "2024-06-03T08:00+02:00"),
        ("2024-06-03T14:30:00+02:00", "2024-06-03T14:30+02:00"),
        ("2024-06-08T12:00:00+02:00", "2024-06-10T08:00+02:00"),
    ])
    func `goes out at once, when somebody is there to read it`(registered: String, told: String) throws {
        let queued = try NoticeStory([Self.decision]).queued(at: registered)
        #expect(queued.filter { $0.contains("missing") } == ["\(told) missing kno", "\(told) missing mhs"])
    }

    @Test func plannedAndNothingAfterwards() throws {
        #expect(
            try NoticeStory([Self.plan]).replayed(until: "2024-08-01T12:00:00+02:00") == [
                "2024-05-27T08:00+02:00 before-7-days mhs sent", "2024-05-31T08:00+02:00 before-2-days mhs sent",
            ])
    }

    @Test func plannedAndDecidedWithoutConversation() throws {
        #expect(
            try NoticeStory([Self.plan, Self.decision]).replayed(until: "2024-08-01T12:00:00+02:00") == [
                "2024-05-27T08:00+02:00 before-7-days mhs sent", "2024-05-31T08:00+02:00 before-2-days mhs sent",
                "2024-06-03T08:00+02:00 missing kno sent", "2024-06-03T08:00+02:00 missing mhs sent",
                "2024-06-10T08:00+02:00 after-7-days tno sent",
            ])
    }

    @Test func heldAfterTheFirstReminder() throws {
        #expect(
            try NoticeStory([Self.plan, Self.held, Self.decision]).replayed(until: "2024-08-01T12:00:00+02:00") == [
                "2024-05-27T08:00+02:00 before-7-days mhs sent", "2024-05-31T08:00+02:00 before-2-days mhs withdrawn",
            ])
    }

    @Test func waivedIsNoBreach() throws {
        let waived = "2024-05-28 boernesamtale.fravalgt formaal=afgoerelse"
        #expect(try NoticeStory([Self.decision, waived]).queued(at: "2024-06-03T00:00:00+02:00").isEmpty)
    }

    @Test func postponedWarnsBeforeTheNewDate() throws {
        let later = "2024-05-29 afgoerelse.planlagt ref=afg-1 type=akut dato=2024-06-24"
        #expect(
            try NoticeStory([Self.plan, later]).replayed(until: "2024-08-01T12:00:00+02:00") == [
                "2024-05-27T08:00+02:00 before-7-days mhs sent", "2024-05-31T08:00+02:00 before-2-days mhs withdrawn",
                "2024-06-17T08:00+02:00 before-7-days mhs sent", "2024-06-21T08:00+02:00 before-2-days mhs sent",
            ])
    }
}
