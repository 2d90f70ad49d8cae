import Deadlines
import TestSupport
import Testing

/// What was overdue before fristd began is listed once, and never told step by step.
@Suite struct BacklogTests {
    /// Due Tuesday 4 June 2024.
    private static let measure = "2024-03-04 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord"

    private func queued(_ lines: [String], before: String, at moment: String) throws -> [String] {
        try NoticeStory(lines, backlogBefore: before).queued(at: moment)
    }

    @Test func `overdue before the first day, it is only listed, for the caseworker`() throws {
        #expect(
            try queued([Self.measure], before: "2024-06-06", at: "2024-06-06T10:00:00+02:00") == [
                "2024-06-07T08:00+02:00 backlog mhs"
            ])
    }

    @Test func `overdue from the first day on, it takes its steps`() throws {
        let found = try queued([Self.measure], before: "2024-06-05", at: "2024-06-05T06:00:00+02:00")
        #expect(found.first == "2024-06-05T08:00+02:00 overdue kno")
        #expect(!found.contains { $0.contains("backlog") })
    }

    @Test func `hours and breaches lie in it too, and wait for the opening`() throws {
        let lines = [
            "2024-06-01T10:00:00+02:00 underretning.modtaget ref=und-1 caseworker=mhs team=nord",
            "2024-06-03 afgoerelse.truffet ref=afg-1 type=akut",
        ]
        #expect(
            try queued(lines, before: "2024-06-08", at: "2024-06-08T21:00:00+02:00") == [
                "2024-06-10T08:00+02:00 backlog mhs", "2024-06-10T08:00+02:00 backlog mhs",
            ])
    }

    @Test func `nothing is said of what was excused, handed over or asked for before`() throws {
        let lines = [
            "2024-01-08 bfu.besluttet ref=bfu-1 caseworker=mhs team=nord",
            "2024-04-01 bfu.foreloebig-vurdering ref=bfu-1 aarsag=boernehus", "2024-05-02 sag.tildelt caseworker=jpe",
        ]
        #expect(try queued(lines, before: "2024-06-08", at: "2024-06-08T21:00:00+02:00") == [])
    }

    @Test func `a case taken over before the first day is not handed over again`() throws {
        let lines = [Self.measure, "2024-05-02 sag.tildelt caseworker=jpe"]
        #expect(
            try queued(lines, before: "2024-05-03", at: "2024-05-03T12:00:00+02:00").allSatisfy {
                !$0.contains("handover")
            })
        #expect(
            try queued(lines, before: "2024-05-02", at: "2024-05-03T12:00:00+02:00").contains {
                $0.contains("handover jpe")
            })
    }

    @Test func `met before it went out, it is withdrawn; later it is never told again`() throws {
        let done = "2024-06-09 opfoelgning.afholdt ref=ind-1"
        let story = try NoticeStory([Self.measure, done], backlogBefore: "2024-06-08")
        let rule = "opfoelgning-foerste"
        #expect(
            try story.replayed(until: "2024-09-01T12:00:00+02:00", rule: rule) == [
                "2024-06-10T08:00+02:00 backlog mhs withdrawn"
            ])
        let undone = try NoticeStory([Self.measure], backlogBefore: "2024-06-08")
        #expect(
            try undone.replayed(until: "2024-09-01T12:00:00+02:00", rule: rule) == [
                "2024-06-10T08:00+02:00 backlog mhs sent"
            ])
    }

    @Test func `whoever takes the case over finds it in the handover, not in another list`() throws {
        let handed = "2024-06-20 sag.tildelt caseworker=jpe"
        let story = try NoticeStory([Self.measure, handed], backlogBefore: "2024-06-08")
        #expect(
            try story.replayed(until: "2024-09-01T12:00:00+02:00") == [
                "2024-06-10T08:00+02:00 backlog mhs sent", "2024-06-20T08:00+02:00 handover jpe sent",
            ])
    }
}
