import Testing

/// `opfoelgning-naeste`: each follow-up asks for the next.
@Suite struct NextFollowUpTests {
    private static let start = "2024-03-01 indsats.ivaerksat ref=ind-1 type=anbringelse"
    private static let held = "2024-06-01 opfoelgning.afholdt"
    private static let row = "ind-1 2024-06-01 → 2024-12-01"
    private static let old = "2023-06-01 indsats.ivaerksat ref=ind-1 type=anbringelse"

    static let dueDates: [Example] = [
        Example("six months", [start, held], at: "2024-12-01", ["\(row) pending"]),
        Example("then missing", [start, held], at: "2024-12-02", ["\(row) missing"]),
        Example(
            "the date named", [start, "\(held) naeste=2024-09-15"], at: "2024-07-01",
            ["ind-1 2024-06-01 → 2024-09-15 pending"]),
        Example(
            "a date named later than six months", [start, "\(held) naeste=2025-03-15"], at: "2024-12-15",
            ["ind-1 2024-06-01 → 2025-03-15 pending"]),
        Example(
            "to a month's last day", [start, "2024-08-31 opfoelgning.afholdt"], at: "2024-09-15",
            ["ind-1 2024-08-31 → 2025-02-28 pending"]),
        Example(
            "serviceloven takes no date", [old, "2023-09-01 opfoelgning.afholdt naeste=2023-10-01"], at: "2024-01-15",
            ["ind-1 2023-09-01 → 2024-03-01 pending"]),
        Example(
            "barnets lov from the follow-up's date on",
            [
                old, "2023-12-31 opfoelgning.afholdt naeste=2024-02-01",
                "2024-01-01 opfoelgning.afholdt naeste=2024-02-01",
            ],
            at: "2024-01-15",
            ["ind-1 2023-12-31 → 2024-06-30 met 2024-01-01", "ind-1 2024-01-01 → 2024-02-01 pending"]),
        Example("no follow-up, nothing", [start], at: "2024-12-02", []),
    ]

    static let chains: [Example] = [
        Example(
            "each meets the one before",
            [start, held, "2024-12-01 opfoelgning.afholdt", "2025-06-02 opfoelgning.afholdt"],
            at: "2025-07-01",
            [
                "\(row) met 2024-12-01", "ind-1 2024-12-01 → 2025-06-01 late 2025-06-02",
                "ind-1 2025-06-02 → 2025-12-02 pending",
            ]),
        Example(
            "two of one date are one", [start, held, "2024-06-01T15:00:00+02:00 opfoelgning.afholdt"],
            at: "2024-07-01", ["\(row) pending"]),
        Example(
            "of one date the earliest date named",
            [start, "\(held) naeste=2024-09-15", "\(held) naeste=2024-08-15", held], at: "2024-07-01",
            ["ind-1 2024-06-01 → 2024-08-15 pending"]),
        Example(
            "of one date six months, when that is earlier", [start, "\(held) naeste=2025-03-15", held],
            at: "2024-07-01", ["\(row) pending"]),
        Example(
            "on the measure's first day", [start, "2024-03-01 opfoelgning.afholdt"], at: "2024-07-01",
            ["ind-1 2024-03-01 → 2024-09-01 pending"]),
        Example(
            "one taken back",
            [
                start, held, "2024-09-01 opfoelgning.afholdt id=mistake",
                "2024-09-02 registrering.annulleret takes-back=mistake",
            ],
            at: "2024-10-01", ["\(row) pending"]),
    ]

    static let measures: [Example] = [
        Example(
            "under each running measure's ref",
            [start, "2024-05-01 indsats.ivaerksat ref=ind-2 type=x", held], at: "2024-07-01",
            ["\(row) pending", "ind-2 2024-06-01 → 2024-12-01 pending"]),
        Example(
            "of one measure",
            [start, "2024-05-01 indsats.ivaerksat ref=ind-2 type=x", "\(held) ref=ind-2"], at: "2024-07-01",
            ["ind-2 2024-06-01 → 2024-12-01 pending"]),
        Example(
            "a measure without ref beside it",
            [start, "2024-05-01 indsats.ivaerksat type=x", "\(held) ref=ind-1"], at: "2024-07-01",
            ["– 2024-06-01 → 2024-12-01 pending", "\(row) pending"]),
        Example("before the measure began", [start, "2024-02-01 opfoelgning.afholdt"], at: "2024-04-01", []),
        Example("of no measure there is", [start, "\(held) ref=ind-9"], at: "2024-07-01", []),
        Example(
            "of a § 11(3) course", ["2024-03-01 indsats.ivaerksat ref=ind-1 type=paragraf-11-3", held],
            at: "2024-07-01", []),
    ]

    @Test(arguments: dueDates + chains + measures) func holds(_ example: Example) throws {
        try example.check("opfoelgning-naeste")
    }
}
