import Testing

/// `bfu-4-maaneder`: months from a date, to the end of a day.
@Suite struct InvestigationLimitTests {
    private static let start = "2024-01-31 bfu.besluttet ref=bfu-1"
    private static let row = "bfu-1 2024-01-31 → 2024-05-31"

    private static func limit(_ start: String, _ due: String) -> Example {
        Example("from \(start)", ["\(start) bfu.behov"], at: start, ["– \(start) → \(due) pending"])
    }

    static let limits: [Example] = [
        limit("2024-01-31", "2024-05-31"), limit("2024-10-31", "2025-02-28"), limit("2023-10-31", "2024-02-29"),
        limit("2024-02-29", "2024-06-29"), limit("2023-10-29", "2024-02-29"), limit("2024-10-28", "2025-02-28"),
        limit("2024-05-31", "2024-09-30"), limit("2024-09-01", "2025-01-01"), limit("2024-08-25", "2024-12-25"),
        limit("2024-05-02", "2024-09-02"),
    ]

    static let days: [Example] = [
        Example("on the due date", [start], at: "2024-05-31T23:59:59+02:00", ["\(row) pending"]),
        Example("when the due date is over", [start], at: "2024-06-01T00:00:00+02:00", ["\(row) missing"]),
        Example("before it has begun", [start], at: "2024-01-30", []),
        Example("from its date's 00:00 on", [start], at: "2024-01-31T00:00:00+01:00", ["\(row) pending"]),
        Example("met on the start", [start, "2024-01-31 bfu.afsluttet"], at: "2024-07-01", ["\(row) met 2024-01-31"]),
        Example(
            "met on the due date", [start, "2024-05-31 bfu.afsluttet"], at: "2024-07-01", ["\(row) met 2024-05-31"]),
        Example(
            "met the day after", [start, "2024-06-01 bfu.afsluttet"], at: "2024-07-01", ["\(row) late 2024-06-01"]),
        Example("met before the start", [start, "2024-01-30 bfu.afsluttet"], at: "2024-07-01", ["\(row) missing"]),
        Example(
            "the earliest end counts", [start, "2024-06-10 bfu.afsluttet", "2024-05-30 bfu.afsluttet"],
            at: "2024-07-01", ["\(row) met 2024-05-30"]),
    ]

    /// Date rules compare local dates, also of instants.
    static let instants: [Example] = [
        Example(
            "met in the last local hour", [start, "2024-05-31T21:59:59Z bfu.afsluttet"], at: "2024-07-01",
            ["\(row) met 2024-05-31"]),
        Example(
            "met in the next day's first local hour", [start, "2024-05-31T22:30:00Z bfu.afsluttet"], at: "2024-07-01",
            ["\(row) late 2024-06-01"]),
        Example(
            "begun in a day's first local hour", ["2024-01-30T23:30:00Z bfu.besluttet ref=bfu-1"], at: "2024-02-10",
            ["\(row) pending"]),
        Example(
            "met earlier on the day of the start",
            ["2024-01-31T15:00:00+01:00 bfu.besluttet ref=bfu-1", "2024-01-31T09:00:00+01:00 bfu.afsluttet"],
            at: "2024-07-01", ["\(row) met 2024-01-31"]),
        Example("an instant to come", ["2024-01-31T15:00:00+01:00 bfu.besluttet"], at: "2024-01-31T14:59:59+01:00", []),
    ]

    @Test(arguments: limits + days + instants) func holds(_ example: Example) throws {
        try example.check("bfu-4-maaneder")
    }
}
