import Testing

/// `underretning-kvittering`: six working days, the start day not counted.
@Suite struct ReceiptOfReportTests {
    private static let start = "2024-03-04 underretning.modtaget ref=und-1"
    private static let row = "und-1 2024-03-04 → 2024-03-12"

    static let limits: [Example] = [
        ("over a weekend", "2024-03-04", "2024-03-12"), ("from a Saturday", "2024-03-02", "2024-03-11"),
        ("from a Sunday", "2024-03-03", "2024-03-11"), ("over Easter", "2024-03-22", "2024-04-04"),
        ("from the day before Maundy Thursday", "2024-03-27", "2024-04-09"),
        ("from Good Friday", "2024-03-29", "2024-04-09"),
        ("1 May is no holiday, store bededag 2023 is", "2023-04-28", "2023-05-09"),
        ("store bededag is none in 2024", "2024-04-19", "2024-04-29"),
        ("over Ascension", "2024-05-08", "2024-05-17"), ("over Whit Monday", "2024-05-16", "2024-05-27"),
        ("5 June is no holiday", "2024-05-31", "2024-06-10"),
        ("over Christmas and new year", "2024-12-20", "2025-01-02"),
    ].map { name, start, due in
        Example(name, ["\(start) underretning.modtaget"], at: start, ["– \(start) → \(due) pending"])
    }

    static let instants: [Example] = [
        Example(
            "late in the evening", ["2024-03-04T23:30:00+01:00 underretning.modtaget ref=und-1"], at: "2024-03-05",
            ["\(row) pending"]),
        Example(
            "half past midnight here", ["2024-03-04T23:30:00Z underretning.modtaget ref=und-1"], at: "2024-03-05",
            ["und-1 2024-03-05 → 2024-03-13 pending"]),
    ]

    static let receipts: [Example] = [
        Example("none, on the due date", [start], at: "2024-03-12", ["\(row) pending"]),
        Example("none, the day after", [start], at: "2024-03-13", ["\(row) missing"]),
        Example(
            "on the due date", [start, "2024-03-12 underretning.kvitteret"], at: "2024-03-13",
            ["\(row) met 2024-03-12"]),
        Example(
            "the day after", [start, "2024-03-13 underretning.kvitteret"], at: "2024-03-13",
            ["\(row) late 2024-03-13"]),
        Example(
            "before the report", [start, "2024-03-03 underretning.kvitteret"], at: "2024-03-05", ["\(row) pending"]),
        Example(
            "of another report", [start, "2024-03-06 underretning.kvitteret ref=und-2"], at: "2024-03-07",
            ["\(row) pending"]),
        Example(
            "an assessment is none", [start, "2024-03-05 underretning.vurderet"], at: "2024-03-06", ["\(row) pending"]),
    ]

    @Test(arguments: limits + instants + receipts) func holds(_ example: Example) throws {
        try example.check("underretning-kvittering")
    }
}
