import Deadlines
import TestSupport
import Testing

/// `ledelsestilsyn` and `sagsgennemgang`: every six months, in cases that are no child's.
@Suite struct LeadersReviewTests {
    private static let opened = "2024-03-01 sag.oprettet"
    private static let row = "– 2024-03-01 → 2024-09-01"

    /// Those of both rules.
    private static func examples(_ review: String) -> [Example] {
        [
            Example("on the due date", [opened], at: "2024-09-01", ["\(row) pending"]),
            Example("the day after", [opened], at: "2024-09-02", ["\(row) missing"]),
            Example(
                "held", [opened, "2024-08-01 \(review)"], at: "2024-08-02",
                ["\(row) met 2024-08-01", "– 2024-08-01 → 2025-02-01 pending"]),
            Example(
                "held the day after it was due", [opened, "2024-09-02 \(review)"], at: "2024-09-02",
                ["\(row) late 2024-09-02", "– 2024-09-02 → 2025-03-02 pending"]),
            Example(
                "to the end of February", ["2024-08-31 \(review)"], at: "2024-09-01",
                ["– 2024-08-31 → 2025-02-28 pending"]),
            Example(
                "closed before it is due", [opened, "2024-08-01 sag.afsluttet"], at: "2024-09-02", ["\(row) void"]),
            Example(
                "opened again", [opened, "2024-08-01 sag.afsluttet", "2024-08-02 sag.oprettet"], at: "2024-09-02",
                ["\(row) void", "– 2024-08-02 → 2025-02-02 pending"]),
            Example("told again", [opened, "2024-04-01 sag.oprettet"], at: "2024-05-01", ["\(row) pending"]),
        ]
    }

    @Test(arguments: examples("ledelsestilsyn.afholdt")) func ofATeam(_ example: Example) throws {
        try example.check("ledelsestilsyn", of: "team/nord", under: Shipped.wholeLaw)
    }

    @Test(arguments: examples("sagsgennemgang.afholdt")) func ofACaseworker(_ example: Example) throws {
        try example.check("sagsgennemgang", of: "raadgiver/mhs", under: Shipped.wholeLaw)
    }

    @Test(arguments: [
        ("ledelsestilsyn", "raadgiver/mhs"), ("ledelsestilsyn", "2024-0417"), ("ledelsestilsyn", "kilde/dubu"),
        ("sagsgennemgang", "team/nord"), ("sagsgennemgang", "2024-0417"), ("sagsgennemgang", "raadgiver"),
    ])
    func onlyInItsOwnCases(rule: String, caseID: String) throws {
        let example = Example("", [Self.opened], at: "2024-05-01", [])
        try example.check(rule, of: caseID, under: Shipped.wholeLaw)
    }

    @Test(arguments: ["team/nord", "raadgiver/mhs", "kilde/dubu"]) func noChildsRuleApplies(caseID: String) throws {
        let lines = [
            "2024-03-01 underretning.modtaget", "2024-03-01 bfu.behov", "2024-03-01 indsats.ivaerksat type=anbringelse",
            "2024-03-01 afgoerelse.truffet type=anbringelse", "2024-03-01 klage.modtaget",
        ]
        let story = try CaseStory(lines, of: caseID, under: Shipped.wholeLaw)
        for rule in try Shipped.wholeLaw.rules.keys {
            #expect(try story.rows(of: rule.rawValue, at: "2024-04-01") == [])
        }
    }
}
