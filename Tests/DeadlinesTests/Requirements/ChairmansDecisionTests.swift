import Testing

/// `formandsbeslutning-godkendelse`: seven days, the first day counted.
@Suite struct ChairmansDecisionTests {
    private static let start = "2024-03-01 afgoerelse.truffet ref=afg-1 type=formandsbeslutning"
    private static let row = "afg-1 2024-03-01 → 2024-03-07"

    static let limits: [Example] = [
        Example("from the decision", [start], at: "2024-03-07", ["\(row) pending"]),
        Example("the day after it was due", [start], at: "2024-03-08", ["\(row) missing"]),
        Example(
            "due on a Sunday", ["2024-03-04 afgoerelse.truffet type=formandsbeslutning"], at: "2024-03-05",
            ["– 2024-03-04 → 2024-03-10 pending"]),
        Example(
            "from when it was carried out", ["\(start) ivaerksat=2024-03-04"], at: "2024-03-05",
            ["afg-1 2024-03-01 → 2024-03-10 pending"]),
        Example(
            "carried out before", ["\(start) ivaerksat=2024-02-28"], at: "2024-03-05",
            ["afg-1 2024-03-01 → 2024-03-05 pending"]),
        Example(
            "serviceloven", ["2023-03-01 afgoerelse.truffet type=formandsbeslutning"], at: "2023-03-02",
            ["– 2023-03-01 → 2023-03-07 pending"]),
        Example("another decision", ["2024-03-01 afgoerelse.truffet type=akut"], at: "2024-03-02", []),
    ]

    static let approvals: [Example] = [
        Example(
            "on the due date", [start, "2024-03-07 afgoerelse.godkendt"], at: "2024-03-08", ["\(row) met 2024-03-07"]),
        Example(
            "the day after", [start, "2024-03-08 afgoerelse.godkendt"], at: "2024-03-08", ["\(row) late 2024-03-08"]),
        Example(
            "before it was carried out", ["\(start) ivaerksat=2024-03-04", "2024-03-02 afgoerelse.godkendt"],
            at: "2024-03-05", ["afg-1 2024-03-01 → 2024-03-10 met 2024-03-02"]),
        Example(
            "before the decision", [start, "2024-02-29 afgoerelse.godkendt"], at: "2024-03-08", ["\(row) missing"]),
        Example(
            "of another", [start, "2024-03-05 afgoerelse.godkendt ref=afg-2"], at: "2024-03-08", ["\(row) missing"]),
        Example("closed before", [start, "2024-03-05 sag.afsluttet"], at: "2024-03-08", ["\(row) void"]),
    ]

    static let several: [Example] = [
        Example(
            "two of one ref and date are one, due on the earliest date",
            ["\(start) ivaerksat=2024-03-04", "\(start) ivaerksat=2024-03-02"], at: "2024-03-05",
            ["afg-1 2024-03-01 → 2024-03-08 pending"]),
        Example(
            "the same, one not saying", ["\(start) ivaerksat=2024-03-04", start], at: "2024-03-05",
            ["\(row) pending"]),
        Example(
            "two of one ref on two dates",
            [
                start, "2024-03-05 afgoerelse.truffet ref=afg-1 type=formandsbeslutning",
                "2024-03-04 afgoerelse.godkendt",
            ],
            at: "2024-03-06", ["\(row) met 2024-03-04", "afg-1 2024-03-05 → 2024-03-11 pending"]),
    ]

    @Test(arguments: limits + approvals + several) func holds(_ example: Example) throws {
        try example.check("formandsbeslutning-godkendelse")
    }
}
