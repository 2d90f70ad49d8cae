import Testing

/// `klage-genvurdering`: four weeks, whichever act the case falls under.
@Suite struct ComplaintTests {
    private static let start = "2024-03-01 klage.modtaget ref=kl-1"
    private static let row = "kl-1 2024-03-01 → 2024-03-29"

    static let examples: [Example] = [
        Example("due on Good Friday", [start], at: "2024-03-29", ["\(row) pending"]),
        Example("the day after", [start], at: "2024-03-30", ["\(row) missing"]),
        Example(
            "over new year", ["2023-12-20 klage.modtaget"], at: "2023-12-21", ["– 2023-12-20 → 2024-01-17 pending"]),
        Example(
            "reassessed on the due date", [start, "2024-03-29 klage.genvurderet"], at: "2024-03-30",
            ["\(row) met 2024-03-29"]),
        Example(
            "reassessed the day after", [start, "2024-03-30 klage.genvurderet"], at: "2024-03-30",
            ["\(row) late 2024-03-30"]),
        Example("before it came", [start, "2024-02-29 klage.genvurderet"], at: "2024-03-30", ["\(row) missing"]),
        Example(
            "of another complaint", [start, "2024-03-05 klage.genvurderet ref=kl-2"], at: "2024-03-30",
            ["\(row) missing"]),
        Example(
            "told again while open", [start, "2024-03-10 klage.modtaget ref=kl-1"], at: "2024-03-11", ["\(row) pending"]
        ),
        Example(
            "a new one after it was met",
            [start, "2024-03-05 klage.genvurderet", "2024-03-10 klage.modtaget ref=kl-1"],
            at: "2024-03-11", ["\(row) met 2024-03-05", "kl-1 2024-03-10 → 2024-04-07 pending"]),
        Example("the case closed", [start, "2024-03-29 sag.afsluttet"], at: "2024-03-30", ["\(row) void"]),
    ]

    @Test(arguments: examples) func holds(_ example: Example) throws {
        try example.check("klage-genvurdering")
    }
}
