import Testing

/// `opfoelgning-foerste`: three months from a measure's first day.
@Suite struct FirstFollowUpTests {
    private static let start = "2024-03-31 indsats.ivaerksat ref=ind-1 type=anbringelse"
    private static let row = "ind-1 2024-03-31 → 2024-06-30"

    static let limits: [Example] = [
        ("2024-03-31", "2024-06-30"), ("2024-11-30", "2025-02-28"), ("2023-11-30", "2024-02-29"),
        ("2024-02-29", "2024-05-29"), ("2023-12-31", "2024-03-31"), ("2024-01-01", "2024-04-01"),
    ].map { start, due in
        Example(
            "from \(start)", ["\(start) indsats.ivaerksat type=stoettende"], at: start, ["– \(start) → \(due) pending"])
    }

    static let followUps: [Example] = [
        Example(
            "on the due date", [start, "2024-06-30 opfoelgning.afholdt"], at: "2024-08-01", ["\(row) met 2024-06-30"]),
        Example(
            "the day after", [start, "2024-07-01 opfoelgning.afholdt"], at: "2024-08-01", ["\(row) late 2024-07-01"]),
        Example(
            "on the first day", [start, "2024-03-31 opfoelgning.afholdt"], at: "2024-08-01", ["\(row) met 2024-03-31"]),
        Example("the day before", [start, "2024-03-30 opfoelgning.afholdt"], at: "2024-08-01", ["\(row) missing"]),
        Example("none, on the due date", [start], at: "2024-06-30", ["\(row) pending"]),
        Example("none, the day after", [start], at: "2024-07-01T00:00:00+02:00", ["\(row) missing"]),
        Example(
            "the earliest counts", [start, "2024-07-05 opfoelgning.afholdt", "2024-05-05 opfoelgning.afholdt"],
            at: "2024-08-01", ["\(row) met 2024-05-05"]),
        Example(
            "of another measure", [start, "2024-05-05 opfoelgning.afholdt ref=ind-2"], at: "2024-06-01",
            ["\(row) pending"]),
        Example(
            "without ref it is of every running measure",
            [
                start, "2024-04-05 indsats.ivaerksat ref=ind-2 type=x", "2024-05-05 opfoelgning.afholdt",
                "2024-05-10 indsats.ivaerksat ref=ind-3 type=x",
            ], at: "2024-06-01",
            [
                "\(row) met 2024-05-05", "ind-2 2024-04-05 → 2024-07-05 met 2024-05-05",
                "ind-3 2024-05-10 → 2024-08-10 pending",
            ]),
        Example(
            "a measure without ref takes any",
            ["2024-03-31 indsats.ivaerksat type=x", "2024-05-05 opfoelgning.afholdt ref=ind-7"], at: "2024-06-01",
            ["– 2024-03-31 → 2024-06-30 met 2024-05-05"]),
        Example(
            "§ 11(3) is no measure", ["2024-03-31 indsats.ivaerksat ref=ind-1 type=paragraf-11-3"], at: "2024-06-01", []
        ),
    ]

    static let ends: [Example] = [
        Example("on the first day", [start, "2024-03-31 indsats.afsluttet"], at: "2024-08-01", ["\(row) void"]),
        Example("before it is due", [start, "2024-05-01 indsats.afsluttet"], at: "2024-05-01", ["\(row) void"]),
        Example("on the due date", [start, "2024-06-30 indsats.afsluttet"], at: "2024-08-01", ["\(row) void"]),
        Example("the day after", [start, "2024-07-01 indsats.afsluttet"], at: "2024-08-01", ["\(row) missing"]),
        Example(
            "of another measure", [start, "2024-05-01 indsats.afsluttet ref=ind-2"], at: "2024-06-01",
            ["\(row) pending"]),
        Example(
            "met on the measure's last day",
            [start, "2024-05-01 indsats.afsluttet", "2024-05-01 opfoelgning.afholdt"], at: "2024-08-01",
            ["\(row) met 2024-05-01"]),
        Example(
            "followed up the day after", [start, "2024-05-01 indsats.afsluttet", "2024-05-02 opfoelgning.afholdt"],
            at: "2024-08-01", ["\(row) void"]),
        Example(
            "overdue, followed up on the last day",
            [start, "2024-07-10 indsats.afsluttet", "2024-07-10 opfoelgning.afholdt"], at: "2024-08-01",
            ["\(row) late 2024-07-10"]),
        Example(
            "overdue, followed up after the measure's end",
            [start, "2024-07-10 indsats.afsluttet", "2024-07-11 opfoelgning.afholdt"], at: "2024-08-01",
            ["\(row) missing"]),
    ]

    @Test(arguments: limits + followUps + ends) func holds(_ example: Example) throws {
        try example.check("opfoelgning-foerste")
    }
}
