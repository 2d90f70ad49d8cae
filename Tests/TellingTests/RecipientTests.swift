import TestSupport
import Testing

@testable import Deadlines
@testable import Telling

/// Who is told, and why this person.
@Suite struct RecipientTests {
    private let day = LocalDate(validYear: 2024, month: 6, day: 5)
    private let held = Holder(caseworker: PersonID(rawValue: "mhs"), team: TeamID(rawValue: "nord"))

    private func told(
        _ role: Role, in holder: Holder? = nil, on date: LocalDate? = nil, _ parts: String...
    ) throws -> Recipient? {
        let organisation = try Office.organisation(of: parts.isEmpty ? [Office.department, Office.team] : parts)
        return organisation.recipient(of: role, in: holder ?? held, on: date ?? day)
    }

    private func recipient(_ person: String, _ role: Role, _ reason: RecipientReason) -> Recipient {
        Recipient(person: PersonID(rawValue: person), role: role, reason: reason)
    }

    @Test func whoeverHasTheRole() throws {
        let nord = TeamID(rawValue: "nord")
        #expect(try told(.raadgiver) == recipient("mhs", .raadgiver, .caseworker))
        #expect(try told(.koordinator) == recipient("kno", .koordinator, .hasRole(.koordinator, nord)))
        #expect(try told(.teamleder) == recipient("tno", .teamleder, .hasRole(.teamleder, nord)))
        #expect(try told(.afdelingsleder) == recipient("afd", .afdelingsleder, .hasRole(.afdelingsleder, nil)))
        #expect(try told(.vagt) == recipient("vag", .vagt, .hasRole(.vagt, nil)))
        #expect(try told(.drift) == recipient("dri", .drift, .hasRole(.drift, nil)))
    }

    @Test(arguments: [("2024-06-04", "mhs"), ("2024-06-05", "jpe"), ("2024-06-07", "jpe"), ("2024-06-08", "mhs")])
    func theSubstituteFromTheFirstDayToTheLast(date: String, person: String) throws {
        let away = Office.person("mhs", substitute: "jpe", away: ("2024-06-05", "2024-06-07"))
        let found = try told(
            .raadgiver, on: LocalDate(date), Office.department, Office.team, away, Office.person("jpe"))
        let reason: RecipientReason =
            person == "mhs" ? .caseworker : .substitute(for: PersonID(rawValue: "mhs"), .raadgiver)
        #expect(found == recipient(person, .raadgiver, reason))
    }

    @Test func theSubstitutesSubstitute() throws {
        let found = try told(
            .raadgiver, Office.department, Office.team,
            Office.person("mhs", substitute: "jpe", away: ("2024-06-05", "2024-06-07")),
            Office.person("jpe", substitute: "lkj", away: ("2024-06-01", "2024-06-30")), Office.person("lkj"))
        #expect(found == recipient("lkj", .raadgiver, .substitute(for: PersonID(rawValue: "mhs"), .raadgiver)))
    }

    @Test func awayWithoutSubstituteUpTheLine() throws {
        let found = try told(
            .raadgiver, Office.department, Office.team, Office.person("mhs", away: ("2024-06-05", "2024-06-07")))
        #expect(found == recipient("kno", .raadgiver, .upTheLine(from: .raadgiver, to: .koordinator)))
    }

    @Test func aVacantTeamLeaderUpTheLine() throws {
        let team = "[[team]]\nid = \"nord\"\nkoordinator = \"kno\"\nvacant = [\"teamleder\"]"
        let found = try told(.teamleder, Office.department, team)
        #expect(found == recipient("afd", .teamleder, .upTheLine(from: .teamleder, to: .afdelingsleder)))
    }

    @Test func withoutCaseworkerTheKoordinator() throws {
        let team = Holder(team: TeamID(rawValue: "nord"))
        #expect(try told(.raadgiver, in: team) == recipient("kno", .raadgiver, .noCaseworker(.koordinator)))
        #expect(try told(.raadgiver, in: Holder()) == recipient("kor", .raadgiver, .noCaseworker(.koordinator)))
    }

    @Test func withoutCaseworkerAndKoordinatorTheAfdelingsleder() throws {
        let found = try told(.raadgiver, in: Holder(), headAlone)
        #expect(found == recipient("afd", .raadgiver, .noCaseworker(.afdelingsleder)))
    }

    private let headAlone = "[department]\nafdelingsleder = \"afd\"\nvacant = \"vagt\""

    @Test func aVacantHeadPassesToTheCenterchef() throws {
        let vacant = "[department]\ncenterchef = \"cch\"\nvacant = [\"afdelingsleder\", \"vagt\"]"
        let found = try told(.teamleder, in: Holder(), vacant)
        #expect(found == recipient("cch", .teamleder, .upTheLine(from: .teamleder, to: .centerchef)))
    }

    /// Nobody is above the centerchef; the head of the department is the last who is always there.
    @Test func withoutCenterchefTheAfdelingsleder() throws {
        let found = try told(.centerchef, in: Holder(), headAlone)
        #expect(found == recipient("afd", .centerchef, .upTheLine(from: .centerchef, to: .afdelingsleder)))
    }

    @Test func aTeamNobodyHasHeardOfIsNone() throws {
        let holder = Holder(caseworker: PersonID(rawValue: "mhs"), team: TeamID(rawValue: "vest"))
        #expect(try told(.koordinator, in: holder)?.person.rawValue == "kor")
        #expect(try told(.teamleder, in: holder)?.person.rawValue == "afd")
    }

    /// Nothing is ever addressed to nobody, not even among people whom nobody has checked.
    @Test(arguments: Role.allCases) func somebodyIsAlwaysTold(role: Role) throws {
        #expect(try told(role, in: Holder(), headAlone)?.person.rawValue == "afd")
        let head = PersonID(rawValue: "afd")
        let away = Person(id: head, substitute: nil, absences: [Period()], mostCases: nil)
        let unchecked = Organisation(people: [head: away], teams: [:], department: [.afdelingsleder: head])
        #expect(unchecked.recipient(of: role, in: Holder(), on: day)?.reason == .nobodyElse(.afdelingsleder))
    }

    @Test func anAbsenceCountsOnTheDayTheStepFalls() throws {
        let people = try Office.organisation(
            Office.department, Office.team,
            Office.person("mhs", substitute: "jpe", away: ("2024-05-10", "2024-05-20")), Office.person("jpe"))
        let story = try NoticeStory(
            ["2024-03-04 indsats.ivaerksat type=x caseworker=mhs team=nord"], people: people)
        let queued = try story.queued(at: "2024-03-04T09:00:00+01:00")
        #expect(queued.contains("2024-05-14T08:00+02:00 before-21-days jpe"))
        #expect(queued.contains("2024-05-28T08:00+02:00 before-7-days mhs"))
    }

    /// The step names caseworker and coordinator; without a caseworker both are the coordinator.
    @Test func onePersonInTwoRolesIsToldOnce() throws {
        let story = try NoticeStory(["2024-03-04 indsats.ivaerksat type=x team=nord"])
        let overdue = try story.queued(at: "2024-03-04T09:00:00+01:00").filter { $0.contains("overdue") }
        #expect(overdue == ["2024-06-05T08:00+02:00 overdue kno"])
    }
}
