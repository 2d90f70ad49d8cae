import Testing

/// `tilsyn-2-aarligt` when the placement or the case ends.
@Suite struct VisitEndTests {
    private static let start = "2024-03-01 indsats.ivaerksat ref=ind-1 type=anbringelse"
    private static let first = "ind-1 2024-03-01 → 2025-02-28"
    private static let second = "ind-1 2025-03-01 → 2026-02-28"

    static let examples: [Example] = [
        Example("within the year", [start, "2024-08-01 indsats.afsluttet"], at: "2026-06-01", ["\(first) void"]),
        Example("on its last day", [start, "2025-02-28 indsats.afsluttet"], at: "2026-06-01", ["\(first) void"]),
        Example(
            "on the day the next year begins", [start, "2025-03-01 indsats.afsluttet"], at: "2026-06-01",
            ["\(first) missing", "\(second) void"]),
        Example(
            "with a visit on its last day",
            [
                start, "2024-08-01 indsats.afsluttet", "2024-07-01 tilsyn.afholdt samtale=true",
                "2024-08-01 tilsyn.afholdt samtale=true",
            ],
            at: "2024-09-01", ["\(first) met 2024-08-01"]),
        Example(
            "with a visit the day after",
            [
                start, "2024-08-01 indsats.afsluttet", "2024-07-01 tilsyn.afholdt samtale=true",
                "2024-08-02 tilsyn.afholdt samtale=true",
            ],
            at: "2024-09-01", ["\(first) void"]),
        Example(
            "and begun again",
            [start, "2024-08-01 indsats.afsluttet", "2024-09-01 indsats.ivaerksat ref=ind-1 type=anbringelse"],
            at: "2024-10-01", ["\(first) void", "ind-1 2024-09-01 → 2025-08-31 pending"]),
        Example(
            "of another placement", [start, "2024-08-01 indsats.afsluttet ref=ind-2"], at: "2024-10-01",
            ["\(first) pending"]),
        Example("the case within the year", [start, "2024-08-01 sag.afsluttet"], at: "2026-06-01", ["\(first) void"]),
        Example(
            "the case on its last day", [start, "2025-02-28 sag.afsluttet"], at: "2026-06-01", ["\(first) void"]),
        Example(
            "the case in the next year", [start, "2025-03-02 sag.afsluttet"], at: "2026-06-01",
            ["\(first) missing", "\(second) void"]),
        Example(
            "the case, and placed again without an end",
            [start, "2024-08-01 sag.afsluttet", "2024-09-01 indsats.ivaerksat ref=ind-1 type=anbringelse"],
            at: "2024-10-01", ["\(first) void", "ind-1 2024-09-01 → 2025-08-31 pending"]),
        Example(
            "of the support it began as",
            [
                "2024-01-15 indsats.ivaerksat ref=ind-1 type=stoettende", "2024-02-15 indsats.afsluttet ref=ind-1",
                start,
            ], at: "2024-10-01", ["\(first) pending"]),
    ]

    @Test(arguments: examples) func holds(_ example: Example) throws {
        try example.check("tilsyn-2-aarligt")
    }
}
