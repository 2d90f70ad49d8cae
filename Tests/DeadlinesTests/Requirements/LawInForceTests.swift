import TestSupport
import Testing

@testable import Deadlines

/// The law that applies is the one in force on the local date of the start.
@Suite struct LawInForceTests {
    static let examples: [(rule: String, lines: [String], law: String, grundlag: Grundlag)] = [
        ("underretning-24-timer", ["2023-12-31 underretning.modtaget"], "Serviceloven § 155, stk. 2", .lov),
        ("underretning-24-timer", ["2024-01-01 underretning.modtaget"], "Barnets lov § 136", .lov),
        ("underretning-24-timer", ["2023-12-31T22:59:59Z underretning.modtaget"], "Serviceloven § 155, stk. 2", .lov),
        ("underretning-24-timer", ["2023-12-31T23:00:00Z underretning.modtaget"], "Barnets lov § 136", .lov),
        ("bfu-4-maaneder", ["2023-12-31 bfu.behov"], "Serviceloven § 50, stk. 7", .lov),
        ("bfu-4-maaneder", ["2024-01-01 bfu.behov"], "Barnets lov § 20, stk. 3", .lov),
        ("bfu-4-maaneder", ["2023-12-31T23:30:00Z bfu.behov"], "Barnets lov § 20, stk. 3", .lov),
        (
            "boernesamtale-foer-afgoerelse", ["2023-12-31 afgoerelse.truffet type=anbringelse"],
            "Serviceloven § 48, stk. 1", .lov
        ),
        (
            "boernesamtale-foer-afgoerelse", ["2024-01-01 afgoerelse.truffet type=anbringelse"],
            "Barnets lov § 5, stk. 3–4", .lov
        ),
        (
            "boernesamtale-foer-afgoerelse", ["2023-12-15 afgoerelse.planlagt type=anbringelse dato=2024-07-01"],
            "Barnets lov § 5, stk. 3–4", .lov
        ),
        ("opfoelgning-foerste", ["2023-12-31 indsats.ivaerksat type=anbringelse"], "Serviceloven § 70", .lov),
        ("opfoelgning-foerste", ["2024-01-01 indsats.ivaerksat type=anbringelse"], "Barnets lov § 95, stk. 2", .lov),
        (
            "opfoelgning-naeste", ["2023-10-01 indsats.ivaerksat type=anbringelse", "2023-12-31 opfoelgning.afholdt"],
            "Serviceloven § 70", .lov
        ),
        (
            "opfoelgning-naeste", ["2023-10-01 indsats.ivaerksat type=anbringelse", "2024-01-01 opfoelgning.afholdt"],
            "Barnets lov § 95, stk. 3", .lokal
        ),
    ]

    @Test(arguments: examples)
    func isThatOfTheStart(rule: String, lines: [String], law: String, grundlag: Grundlag) throws {
        let requirements = try CaseStory(lines).requirements(of: rule, at: "2024-02-01")
        #expect(requirements.map(\.law) == [law])
        #expect(requirements.map(\.grundlag) == [grundlag])
    }
}
