import TestSupport
import Testing

/// `bfu-foer-afgoerelse`: an investigation of the case, not older than twelve months.
@Suite struct RecentInvestigationTests {
    private static let decision = "2024-06-03 afgoerelse.truffet ref=afg-1 type=anbringelse"
    private static let row = "afg-1 2024-06-03 → 2024-06-03"

    static let dates: [Example] = [
        Example("none", [decision], at: "2024-06-03", ["\(row) missing"]),
        Example(
            "twelve months before", [decision, "2023-06-03 bfu.afsluttet"], at: "2024-06-03", ["\(row) met 2023-06-03"]),
        Example("a day more", [decision, "2023-06-02 bfu.afsluttet"], at: "2024-06-03", ["\(row) missing"]),
        Example("on its date", [decision, "2024-06-03 bfu.afsluttet"], at: "2024-06-03", ["\(row) met 2024-06-03"]),
        Example("after it", [decision, "2024-06-04 bfu.afsluttet"], at: "2024-06-04", ["\(row) late 2024-06-04"]),
        Example(
            "old, but updated", [decision, "2022-06-02 bfu.afsluttet", "2024-02-01 bfu.opdateret"], at: "2024-06-03",
            ["\(row) met 2024-02-01"]),
        Example(
            "the earliest that could counts", [decision, "2024-05-01 bfu.afsluttet", "2023-08-01 bfu.afsluttet"],
            at: "2024-06-03", ["\(row) met 2023-08-01"]),
        Example("begun only", [decision, "2024-02-01 bfu.besluttet"], at: "2024-06-03", ["\(row) missing"]),
        Example(
            "before 29 February", ["2024-02-29 afgoerelse.truffet type=anbringelse", "2023-02-28 bfu.afsluttet"],
            at: "2024-02-29", ["– 2024-02-29 → 2024-02-29 met 2023-02-28"]),
        Example(
            "before 29 February, a day more",
            ["2024-02-29 afgoerelse.truffet type=anbringelse", "2023-02-27 bfu.afsluttet"], at: "2024-02-29",
            ["– 2024-02-29 → 2024-02-29 missing"]),
    ]

    static let belonging: [Example] = [
        Example(
            "of any ref", [decision, "2024-02-01 bfu.afsluttet ref=bfu-9"], at: "2024-06-03", ["\(row) met 2024-02-01"]),
        Example(
            "one serves two decisions",
            [
                decision, "2024-02-01 bfu.afsluttet ref=bfu-9",
                "2024-03-01 afgoerelse.truffet ref=afg-0 type=anbringelse",
            ],
            at: "2024-06-03", ["afg-0 2024-03-01 → 2024-03-01 met 2024-02-01", "\(row) met 2024-02-01"]),
        Example(
            "before the case was closed and opened again",
            [decision, "2024-02-01 bfu.afsluttet", "2024-03-01 sag.afsluttet"], at: "2024-06-03",
            ["\(row) met 2024-02-01"]),
    ]

    /// Serviceloven asks before support and placement, barnets lov before placement.
    static let types: [Example] = [
        ("2023-12-31", "stoettende", true), ("2023-12-31", "anbringelse", true), ("2023-12-31", "akut", false),
        ("2024-01-01", "stoettende", false), ("2024-01-01", "anbringelse", true), ("2024-01-01", "foreloebig", false),
        ("2024-01-01", "formandsbeslutning", false),
    ].map { date, type, asked in
        Example(
            "\(type) on \(date)", ["\(date) afgoerelse.truffet type=\(type)"], at: "2024-01-02",
            asked ? ["– \(date) → \(date) missing"] : [])
    }

    @Test(arguments: dates + belonging + types) func holds(_ example: Example) throws {
        try example.check("bfu-foer-afgoerelse")
    }
}
