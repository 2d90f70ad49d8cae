import Testing

/// `ungeplan-16-aar` and `ungeplan-foer-overgang`.
@Suite struct YoungPersonsPlanTests {
    private static let child = "2024-01-01 sag.oprettet fylder_18=2027-04-20"
    private static let placement = "2024-03-01 indsats.ivaerksat ref=i type=anbringelse"
    private static let row = "i 2025-04-20 → 2025-07-20"
    private static let rule = "ungeplan-16-aar"

    static let start: [Sentence] = [
        Sentence("none before that day has come", rule, [child, placement], at: "2025-04-19T23:59:59+02:00", []),
        Sentence("on that day", rule, [child, placement], at: "2025-04-20T00:00:00+02:00", ["\(row) pending"]),
        Sentence("three months later", rule, [child, placement], at: "2025-07-21", ["\(row) missing"]),
        Sentence("no known date", rule, [placement], at: "2025-07-21", []),
        Sentence(
            "a measure that is no placement", rule, [child, "2024-03-01 indsats.ivaerksat ref=i type=stoettende"],
            at: "2025-07-21", []),
        Sentence(
            "a placement that begins later", rule, [child, "2025-06-02 indsats.ivaerksat ref=i type=anbringelse"],
            at: "2025-06-02", ["i 2025-06-02 → 2025-09-02 pending"]),
        Sentence(
            "a placement of before 2024, the day after it", rule,
            [child, "2022-03-01 indsats.ivaerksat ref=i type=anbringelse"],
            at: "2025-04-20", ["\(row) pending"]),
        Sentence(
            "a day before 2024 is under the other act", rule,
            ["2024-01-01 sag.oprettet fylder_18=2025-12-31", "2022-03-01 indsats.ivaerksat ref=i type=anbringelse"],
            at: "2025-04-20", []),
        Sentence(
            "from the last of a shorter month", rule,
            ["2024-01-01 sag.oprettet fylder_18=2028-02-29", placement], at: "2026-03-01",
            ["i 2026-02-28 → 2026-05-28 pending"]),
    ]

    static let ends: [Sentence] = [
        Sentence(
            "the placement ended before that day", rule, [child, placement, "2025-04-19 indsats.afsluttet"],
            at: "2025-08-01", []),
        Sentence(
            "the placement ended on that day", rule, [child, placement, "2025-04-20 indsats.afsluttet"],
            at: "2025-08-01", ["\(row) void"]),
        Sentence(
            "the case ended before that day", rule, [child, placement, "2025-04-19 sag.afsluttet"], at: "2025-08-01", []
        ),
        Sentence(
            "the case ended on that day", rule, [child, placement, "2025-04-20 sag.afsluttet"], at: "2025-08-01",
            ["\(row) void"]),
        Sentence(
            "the placement ended later", rule, [child, placement, "2025-06-01 indsats.afsluttet"], at: "2025-08-01",
            ["\(row) void"]),
    ]

    static let plans: [Sentence] = [
        Sentence(
            "however old", rule, [child, placement, "2019-01-07 plan.udarbejdet ref=x slags=ungeplan"],
            at: "2025-08-01",
            ["\(row) met 2019-01-07"]),
        Sentence(
            "revised", rule, [child, placement, "2025-07-20 plan.revideret slags=ungeplan"], at: "2025-08-01",
            ["\(row) met 2025-07-20"]),
        Sentence(
            "late", rule, [child, placement, "2025-07-21 plan.revideret slags=ungeplan"], at: "2025-08-01",
            ["\(row) late 2025-07-21"]),
        Sentence(
            "another sort of plan", rule, [child, placement, "2025-05-01 plan.udarbejdet slags=barnets-plan"],
            at: "2025-08-01", ["\(row) missing"]),
        Sentence(
            "a plan of no sort", rule, [child, placement, "2025-05-01 plan.udarbejdet"], at: "2025-08-01",
            ["\(row) missing"]),
    ]

    static let transition: [Sentence] = [
        Sentence(
            "missing at once", "ungeplan-foer-overgang", ["2024-03-01 overgang.besluttet ref=o"], at: "2024-03-01",
            ["o 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "twelve months old", "ungeplan-foer-overgang",
            ["2024-03-01 overgang.besluttet ref=o", "2023-03-01 plan.revideret ref=x slags=ungeplan"], at: "2024-03-02",
            ["o 2024-03-01 → 2024-03-01 met 2023-03-01"]),
        Sentence(
            "older", "ungeplan-foer-overgang",
            ["2024-03-01 overgang.besluttet ref=o", "2023-02-28 plan.revideret slags=ungeplan"], at: "2024-03-02",
            ["o 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "each", "ungeplan-foer-overgang",
            [
                "2024-03-01 overgang.besluttet ref=o", "2024-03-05 overgang.besluttet ref=o",
                "2024-03-04 plan.udarbejdet slags=ungeplan",
            ],
            at: "2024-04-02", ["o 2024-03-01 → 2024-03-01 late 2024-03-04", "o 2024-03-05 → 2024-03-05 met 2024-03-04"]),
        Sentence("not before 2024", "ungeplan-foer-overgang", ["2023-12-31 overgang.besluttet"], at: "2024-03-01", []),
    ]

    @Test(arguments: start + ends + plans + transition) func holds(_ sentence: Sentence) throws { try sentence.check() }
}
