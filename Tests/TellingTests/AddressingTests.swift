import Deadlines
import Telling
import TestSupport
import Testing

/// Whoever has the role when a notice goes out is told, and told the plainest reason.
@Suite struct AddressingTests {
    /// Due Tuesday 4 June 2024.
    private static let measure = "2024-03-04 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord"

    private func notices(_ lines: [String], at moment: String, _ people: String...) throws -> [PlannedNotice] {
        let organisation = try Office.organisation(of: [Office.department] + people)
        let moment = try #require(Instant(moment))
        return try NoticeStory(lines, people: organisation).changes(at: moment).compactMap { change in
            if case .add(let notice, _, _) = change { notice } else { nil }
        }
    }

    @Test(arguments: [("2024-05-15", "mhs"), ("2024-05-16", "jpe"), ("2024-05-14", "mhs")])
    func `registered late, it goes to who is there when it goes out`(lastDayAway: String, told: String) throws {
        // The step fell on 14 May; it goes out on the 16th.
        let people = [
            Office.team, Office.person("mhs", substitute: "jpe", away: ("2024-05-13", lastDayAway)),
            Office.person("jpe"),
        ]
        let found = try notices([Self.measure], at: "2024-05-15T12:00:00+02:00", people[0], people[1], people[2])
        #expect(found.first { $0.step == "before-21-days" }?.recipient.person.rawValue == told)
    }

    @Test func `addressed twice by one step, a person reads the plain reason`() throws {
        // The one on duty is away and the team leader is next; the step names the team leader too.
        let found = try notices(
            ["2024-06-03T10:00:00+02:00 underretning.modtaget ref=und-1 caseworker=mhs team=nord"],
            at: "2024-06-04T11:00:00+02:00", Office.team, Office.person("vag", away: ("2024-06-01", "2024-06-30")))
        let leader = found.map(\.recipient).filter { $0.person.rawValue == "tno" }
        #expect(leader.map(\.reason) == [.hasRole(.teamleder, TeamID(rawValue: "nord"))])
    }
}
