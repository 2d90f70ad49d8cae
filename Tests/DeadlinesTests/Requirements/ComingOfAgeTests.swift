import TestSupport
import Testing

/// `overgang-18-aar`: six months before a placed child comes of age, or the start if that is later.
@Suite struct ComingOfAgeTests {
    private static let placement = "2024-03-01 indsats.ivaerksat ref=ind-1 type=anbringelse"
    private static let child = "2024-01-02 sag.oprettet fylder_18=2025-06-15"
    private static let row = "ind-1 2024-03-01 → 2024-12-15"

    static let dates: [Example] = [
        ("six months before", "2025-06-15", "2024-12-15"), ("counted back to February", "2025-08-31", "2025-02-28"),
        ("exactly on the start", "2024-09-01", "2024-03-01"), ("the start is later", "2024-08-31", "2024-03-01"),
        ("a day to spare", "2024-09-02", "2024-03-02"),
    ].map { name, birthday, due in
        Example(
            name, [placement, "2024-01-02 sag.oprettet fylder_18=\(birthday)"], at: "2024-03-01",
            ["ind-1 2024-03-01 → \(due) pending"])
    }

    static let known: [Example] = [
        Example("nothing known", [placement], at: "2024-12-16", []),
        Example(
            "known only later", [placement, "2024-06-01 sag.oprettet fylder_18=2025-06-15"], at: "2024-06-01",
            ["\(row) pending"]),
        Example("not yet known", [placement, "2024-06-01 sag.oprettet fylder_18=2025-06-15"], at: "2024-05-31", []),
        Example(
            "the latest counts", [placement, child, "2024-04-01 sag.oprettet fylder_18=2026-06-15"], at: "2024-05-01",
            ["ind-1 2024-03-01 → 2025-12-15 pending"]),
        Example(
            "a later one that does not say", [placement, child, "2024-04-01 sag.oprettet foedt=2007-06"],
            at: "2024-05-01", ["\(row) pending"]),
        Example("support", [child, "2024-03-01 indsats.ivaerksat type=stoettende"], at: "2024-05-01", []),
        Example(
            "a placement after support of the same ref",
            [child, "2024-02-01 indsats.ivaerksat ref=ind-1 type=stoettende", placement], at: "2024-05-01",
            ["\(row) pending"]),
    ]

    static let ends: [Example] = [
        Example(
            "on the due date", [placement, child, "2024-12-15 overgang.besluttet"], at: "2024-12-16",
            ["\(row) met 2024-12-15"]),
        Example(
            "the day after", [placement, child, "2024-12-16 overgang.besluttet"], at: "2024-12-16",
            ["\(row) late 2024-12-16"]),
        Example(
            "of another", [placement, child, "2024-12-01 overgang.besluttet ref=ind-2"], at: "2024-12-16",
            ["\(row) missing"]),
        Example(
            "before the placement", [placement, child, "2024-02-29 overgang.besluttet"], at: "2024-12-16",
            ["\(row) missing"]),
        Example(
            "the placement ended on the due date", [placement, child, "2024-12-15 indsats.afsluttet"], at: "2024-12-16",
            ["\(row) void"]),
        Example(
            "ended the day after", [placement, child, "2024-12-16 indsats.afsluttet"], at: "2024-12-17",
            ["\(row) missing"]),
        Example("the case closed", [placement, child, "2024-12-01 sag.afsluttet"], at: "2024-12-16", ["\(row) void"]),
    ]

    @Test(arguments: dates + known + ends) func holds(_ example: Example) throws {
        try example.check("overgang-18-aar")
    }
}
