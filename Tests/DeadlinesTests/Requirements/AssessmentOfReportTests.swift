import Testing

/// `underretning-24-timer`: clock hours from an instant, met by an instant.
@Suite struct AssessmentOfReportTests {
    private static let start = "2024-03-04T10:00:00+01:00 underretning.modtaget ref=und-1"
    private static let open = "und-1 2024-03-04T10:00+01:00 → 2024-03-05T10:00+01:00"

    static let dueTimes: [Example] = [
        Example("a moment before", [start], at: "2024-03-05T09:59:59+01:00", ["\(open) pending"]),
        Example("from the due instant on it is missing", [start], at: "2024-03-05T10:00:00+01:00", ["\(open) missing"]),
        Example(
            "over the change to summer time", ["2024-03-30T10:00:00+01:00 underretning.modtaget"], at: "2024-03-30",
            ["– 2024-03-30T10:00+01:00 → 2024-03-31T11:00+02:00 pending"]),
        Example(
            "over the change to winter time", ["2024-10-26T10:00:00+02:00 underretning.modtaget"], at: "2024-10-26",
            ["– 2024-10-26T10:00+02:00 → 2024-10-27T09:00+01:00 pending"]),
        Example(
            "over new year, on a holiday", ["2023-12-31T23:30:00+01:00 underretning.modtaget"], at: "2024-01-01",
            ["– 2023-12-31T23:30+01:00 → 2024-01-01T23:30+01:00 pending"]),
    ]

    static let metTimes: [Example] = [
        Example(
            "at the due instant", [start, "2024-03-05T10:00:00+01:00 underretning.vurderet"], at: "2024-03-06",
            ["\(open) met 2024-03-05T10:00+01:00"]),
        Example(
            "a second later", [start, "2024-03-05T10:00:01+01:00 underretning.vurderet"], at: "2024-03-06",
            ["\(open) late 2024-03-05T10:00:01+01:00"]),
        Example(
            "at the start", [start, "2024-03-04T10:00:00+01:00 underretning.vurderet"], at: "2024-03-06",
            ["\(open) met 2024-03-04T10:00+01:00"]),
        Example(
            "before the start", [start, "2024-03-04T09:59:00+01:00 underretning.vurderet"], at: "2024-03-06",
            ["\(open) missing"]),
        Example(
            "the same instant in another offset", [start, "2024-03-05T09:00:00Z underretning.vurderet"],
            at: "2024-03-06", ["\(open) met 2024-03-05T10:00+01:00"]),
        Example(
            "the earliest of two counts",
            [
                start, "2024-03-05T12:00:00+01:00 underretning.vurderet",
                "2024-03-05T08:00:00+01:00 underretning.vurderet",
            ], at: "2024-03-06", ["\(open) met 2024-03-05T08:00+01:00"]),
        Example(
            "of another report", [start, "2024-03-04T12:00:00+01:00 underretning.vurderet ref=und-2"], at: "2024-03-06",
            ["\(open) missing"]),
        Example(
            "registered, but still to come", [start, "2024-03-05T09:00:00+01:00 underretning.vurderet"],
            at: "2024-03-04T20:00:00+01:00", ["\(open) pending"]),
    ]

    static let ends: [Example] = [
        Example(
            "the case is closed before", [start, "2024-03-05T09:00:00+01:00 sag.afsluttet"], at: "2024-03-06",
            ["\(open) void"]),
        Example(
            "the case is closed at the due instant", [start, "2024-03-05T10:00:00+01:00 sag.afsluttet"],
            at: "2024-03-06", ["\(open) void"]),
        Example(
            "the case is closed a minute later", [start, "2024-03-05T10:01:00+01:00 sag.afsluttet"], at: "2024-03-06",
            ["\(open) missing"]),
        Example(
            "closed unmet, then assessed",
            [start, "2024-03-05T12:00:00+01:00 sag.afsluttet", "2024-03-06T09:00:00+01:00 underretning.vurderet"],
            at: "2024-03-07", ["\(open) late 2024-03-06T09:00+01:00"]),
        Example(
            "closed, then assessed in time: void, whatever comes later",
            [start, "2024-03-04T12:00:00+01:00 sag.afsluttet", "2024-03-04T13:00:00+01:00 underretning.vurderet"],
            at: "2024-03-07", ["\(open) void"]),
        Example(
            "assessed, then closed",
            [start, "2024-03-04T12:00:00+01:00 underretning.vurderet", "2024-03-04T13:00:00+01:00 sag.afsluttet"],
            at: "2024-03-07", ["\(open) met 2024-03-04T12:00+01:00"]),
    ]

    @Test(arguments: dueTimes + metTimes + ends) func holds(_ example: Example) throws {
        try example.check("underretning-24-timer")
    }
}
