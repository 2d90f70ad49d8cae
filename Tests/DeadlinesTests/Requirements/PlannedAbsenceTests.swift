import Deadlines
import TestSupport
import Testing

/// Why a rule asks for nothing when all there is is a planned decision.
@Suite struct PlannedAbsenceTests {
    /// The decision's date has passed; nothing says that the child was too young.
    @Test(arguments: [
        ["2024-04-01 afgoerelse.planlagt type=akut dato=2024-04-10"],
        ["2024-04-01 afgoerelse.planlagt type=akut dato=2024-04-10", "2024-01-01 sag.oprettet foedt=2012-05"],
    ])
    func aPlannedDecisionThatHasPassedIsNoMatterOfAge(lines: [String]) throws {
        let story = try CaseStory(lines, under: Shipped.wholeLaw)
        #expect(try story.rows(of: "boernesamtale-foer-afgoerelse", at: "2024-05-01") == [])
        let why = try story.absences(of: "boernesamtale-foer-afgoerelse", at: "2024-05-01T12:00:00+02:00")
        #expect(why == ["u1 is over"])
    }

    /// Planned under serviceloven, which asks before support, for a date under barnets lov, which does not.
    @Test func theLawIsThatOfThePlannedDate() throws {
        let story = try CaseStory(
            ["2023-12-01 afgoerelse.planlagt type=stoettende dato=2024-06-03"], under: Shipped.wholeLaw)
        #expect(try story.rows(of: "bfu-foer-afgoerelse", at: "2024-05-01") == [])
        let why = try story.absences(of: "bfu-foer-afgoerelse", at: "2024-05-01T12:00:00+02:00")
        #expect(why == ["u1 says otherwise: type"])
    }
}
