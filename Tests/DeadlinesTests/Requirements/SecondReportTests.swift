import Testing

/// `underretning-24-timer`: more than one report in a case.
@Suite struct SecondReportTests {
    private static let first = "2024-03-04T10:00:00+01:00 underretning.modtaget ref=und-1"
    private static let row = "und-1 2024-03-04T10:00+01:00 → 2024-03-05T10:00+01:00"

    static let examples: [Example] = [
        Example(
            "a second start of an open one changes nothing",
            [first, "2024-03-04T15:00:00+01:00 underretning.modtaget ref=und-1"], at: "2024-03-04T20:00:00+01:00",
            ["\(row) pending"]),
        Example(
            "nor does one while it is overdue", [first, "2024-03-07T15:00:00+01:00 underretning.modtaget ref=und-1"],
            at: "2024-03-08", ["\(row) missing"]),
        Example(
            "after it was met it counts",
            [
                first, "2024-03-04T12:00:00+01:00 underretning.vurderet",
                "2024-03-04T15:00:00+01:00 underretning.modtaget ref=und-1",
            ], at: "2024-03-04T20:00:00+01:00",
            [
                "\(row) met 2024-03-04T12:00+01:00",
                "und-1 2024-03-04T15:00+01:00 → 2024-03-05T15:00+01:00 pending",
            ]),
        Example(
            "after the case was closed it counts",
            [
                first, "2024-03-04T12:00:00+01:00 sag.afsluttet",
                "2024-03-04T13:00:00+01:00 underretning.modtaget ref=und-1",
            ], at: "2024-03-04T20:00:00+01:00",
            ["\(row) void", "und-1 2024-03-04T13:00+01:00 → 2024-03-05T13:00+01:00 pending"]),
        Example(
            "another ref is another report", [first, "2024-03-04T11:00:00+01:00 underretning.modtaget ref=und-2"],
            at: "2024-03-04T20:00:00+01:00",
            ["\(row) pending", "und-2 2024-03-04T11:00+01:00 → 2024-03-05T11:00+01:00 pending"]),
        Example(
            "no ref is one of its own", [first, "2024-03-04T11:00:00+01:00 underretning.modtaget"],
            at: "2024-03-04T20:00:00+01:00",
            ["\(row) pending", "– 2024-03-04T11:00+01:00 → 2024-03-05T11:00+01:00 pending"]),
        Example(
            "an assessment without ref is of both",
            [
                first, "2024-03-04T11:00:00+01:00 underretning.modtaget",
                "2024-03-04T12:00:00+01:00 underretning.vurderet",
            ], at: "2024-03-06",
            [
                "\(row) met 2024-03-04T12:00+01:00",
                "– 2024-03-04T11:00+01:00 → 2024-03-05T11:00+01:00 met 2024-03-04T12:00+01:00",
            ]),
        Example(
            "one with a ref is of that and of none",
            [
                first, "2024-03-04T11:00:00+01:00 underretning.modtaget ref=und-2",
                "2024-03-04T11:30:00+01:00 underretning.modtaget",
                "2024-03-04T12:00:00+01:00 underretning.vurderet ref=und-2",
            ], at: "2024-03-06",
            [
                "\(row) missing",
                "und-2 2024-03-04T11:00+01:00 → 2024-03-05T11:00+01:00 met 2024-03-04T12:00+01:00",
                "– 2024-03-04T11:30+01:00 → 2024-03-05T11:30+01:00 met 2024-03-04T12:00+01:00",
            ]),
    ]

    @Test(arguments: examples) func holds(_ example: Example) throws {
        try example.check("underretning-24-timer")
    }
}
