import Deadlines
import Rules
import Telling
import Testing

/// What is wrong in an `organisation.toml`, told with its line and what would be right.
@Suite struct OrganisationFaultTests {
    /// Right as it is, a line each.
    private static let sound = [
        "[department]",  // 1
        "koordinator = \"kor\"",  // 2
        "afdelingsleder = \"afd\"",  // 3
        "centerchef = \"cch\"",  // 4
        "vagt = \"vag\"",  // 5
        "[[team]]",  // 6
        "id = \"nord\"",  // 7
        "teamleder = \"tno\"",  // 8
        "[[person]]",  // 9
        "id = \"kor\"",  // 10
        "substitute = \"tno\"",  // 11
        "[[person]]",  // 12
        "id = \"afd\"",  // 13
        "substitute = \"tno\"",  // 14
        "away = [{ from = 2026-07-06, until = 2026-07-19 }]",  // 15
        "[[person]]",  // 16
        "id = \"cch\"",  // 17
        "away = [{ from = 2026-07-13, until = 2026-07-31 }]",  // 18
        "[[person]]",  // 19
        "id = \"tno\"",  // 20
        "[[person]]",  // 21
        "id = \"vag\"",  // 22
    ]

    /// The faults of that text with some lines instead of its own.
    private func faults(_ changes: [Int: String]) -> [String] {
        let lines = Self.sound.enumerated().map { changes[$0.offset + 1] ?? $0.element }
        do throws(Faults) {
            _ = try OrganisationReader(file: "o", text: lines.joined(separator: "\n")).organisation()
            return []
        } catch {
            return error.list.map(\.description)
        }
    }

    @Test func `what is sound is taken`() { #expect(faults([:]) == []) }

    static let wrong: [(changes: [Int: String], begins: String, says: [String])] = [
        ([2: "koordinator = \"kro\""], "o:2: department.koordinator: ", ["\"kro\"", "did you mean \"kor\"?"]),
        ([8: "teamleder = \"x1234567\""], "o:8: team[0].teamleder: ", ["[[person]] with id = \"x1234567\""]),
        ([11: "substitute = \"tnoo\""], "o:11: person[0].substitute: ", ["did you mean \"tno\"?"]),
        ([11: "substitute = \"kor\""], "o:11: person[0].substitute: ", ["cannot stand in for \"kor\"", "up the line"]),
        ([20: "id = \"tno\"\nsubstitute = \"afd\""], "o:14: person[1].substitute: ", ["afd → tno → afd"]),
        (
            [8: ""], "o:6: team[0].teamleder: ",
            ["\"nord\"", "teamleder = \"…\"", "vacant", "the afdelingsleder, \"afd\""]
        ),
        ([8: "afdelingsleder = \"kor\""], "o:6: team[0].teamleder: ", ["the afdelingsleder, \"kor\""]),
        ([8: "teamleder = \"tno\"\nvacant = [\"teamleder\"]"], "o:9: team[0].vacant: ", ["\"tno\"", "take out"]),
        ([8: "teamleder = \"tno\"\nvacant = \"temleder\""], "o:9: team[0].vacant: ", ["did you mean \"teamleder\"?"]),
        ([8: "teamleder = \"tno\"\nvacant = \"drift\""], "o:9: team[0].vacant: ", ["no role here", "koordinator"]),
        ([5: "vacant = [\"vagt\", \"raadgiver\"]"], "o:5: department.vacant: ", ["\"raadgiver\" is no role here"]),
        ([5: ""], "o:1: department.vagt: ", ["by day and by night", "vacant = [\"vagt\"]", "\"afd\""]),
        ([3: ""], "o:1: department.afdelingsleder: ", ["afdelingsleder = \"…\"", "centerchef"]),
        ([3: "vacant = [\"afdelingsleder\"]", 4: ""], "o:3: department.vacant: ", ["centerchef = \"…\""]),
        ([19: "[[person]]\nid = \"kor\"\n[[person]]"], "o:20: person[3].id: ", ["twice"]),
        ([8: "name = \"\"\nteamleder = \"tno\""], "o:8: team[0].name: ", ["1 to 40 letters"]),
        ([8: "name = \"Øst\\nVest\"\nteamleder = \"tno\""], "o:8: team[0].name: ", ["1 to 40 letters"]),
        ([9: "[[team]]\nid = \"nord\"\nteamleder = \"tno\"\n[[person]]"], "o:10: team[1].id: ", ["twice"]),
        (
            [15: "away = [{ from = 2026-07-06, until = 2026-07-05 }]"], "o:15: person[1].away[0].until: ",
            ["2026-07-05 is before"]
        ),
        ([15: "away = [{ until = 2026-07-05 }]"], "o:15: person[1].away[0].from: ", ["from = 2026-07-06"]),
        ([22: "id = \"vag\"\nmost_cases = 0"], "o:23: person[4].most_cases: ", ["1 or more"]),
    ]

    @Test(arguments: wrong) func `what is wrong is told with its line and what would be right`(
        changes: [Int: String], begins: String, says: [String]
    ) {
        let found = faults(changes)
        #expect(found.count == 1, "\(found)")
        let told = found.first { fault in fault.hasPrefix(begins) && says.allSatisfy(fault.contains) }
        #expect(told != nil, "\(found)")
    }

    @Test func `all faults are told at once`() {
        let found = faults([2: "koordinator = \"kro\"", 8: "", 11: "substitute = \"kor\"", 14: "substitute = \"jpe\""])
        #expect(found.map { $0.split(separator: ":")[1] } == ["2", "6", "11", "14"], "\(found)")
    }

    @Test func `a text that is no TOML has one fault`() {
        #expect(faults([1: "[department"]).count == 1)
    }

    @Test func `an empty text has nobody`() {
        let found = #expect(throws: Faults.self) { try OrganisationReader(file: "o", text: "").organisation() }
        #expect(found?.list.map(\.key) == ["department.afdelingsleder", "department.vagt"])
    }

    @Test func `a team is called by its name where it has one, else by its id`() throws {
        let text = (Self.sound + ["[[team]]", "id = \"oest\"", "name = \"Øst & Ø-gruppen\"", "teamleder = \"tno\""])
        let organisation = try OrganisationReader(file: "o", text: text.joined(separator: "\n")).organisation()
        #expect(
            ["nord", "oest", "unheard-of"].map { organisation.name(of: TeamID(rawValue: $0)) }
                == ["nord", "Øst & Ø-gruppen", "unheard-of"])
    }
}
