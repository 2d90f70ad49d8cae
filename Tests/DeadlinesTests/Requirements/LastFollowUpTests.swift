import TestSupport
import Testing

/// `opfoelgning-naeste` when the measure or the case ends.
@Suite struct LastFollowUpTests {
    private static let start = "2024-03-01 indsats.ivaerksat ref=ind-1 type=anbringelse"
    private static let held = "2024-06-01 opfoelgning.afholdt"
    private static let row = "ind-1 2024-06-01 → 2024-12-01"

    static let measureEnds: [Example] = [
        Example("before it is due", [start, held, "2024-09-01 indsats.afsluttet"], at: "2024-09-01", ["\(row) void"]),
        Example("on the due date", [start, held, "2024-12-01 indsats.afsluttet"], at: "2025-01-01", ["\(row) void"]),
        Example("the day after", [start, held, "2024-12-02 indsats.afsluttet"], at: "2025-01-01", ["\(row) missing"]),
        Example(
            "the follow-up on the last day asks for none", [start, held, "2024-06-01 indsats.afsluttet"],
            at: "2024-07-01", ["\(row) void"]),
        Example(
            "one after the last day is of no measure", [start, "2024-05-31 indsats.afsluttet", held], at: "2024-07-01",
            []),
        Example(
            "met on the last day",
            [start, held, "2024-09-01 opfoelgning.afholdt", "2024-09-01 indsats.afsluttet"], at: "2024-10-01",
            ["\(row) met 2024-09-01", "ind-1 2024-09-01 → 2025-03-01 void"]),
        Example(
            "overdue, then met on the last day",
            [start, held, "2024-12-10 opfoelgning.afholdt", "2024-12-10 indsats.afsluttet"], at: "2025-01-01",
            ["\(row) late 2024-12-10", "ind-1 2024-12-10 → 2025-06-10 void"]),
        Example(
            "overdue, then followed up after the end",
            [start, held, "2024-12-10 indsats.afsluttet", "2024-12-11 opfoelgning.afholdt"], at: "2025-01-01",
            ["\(row) missing"]),
    ]

    static let newMeasures: [Example] = [
        Example(
            "begun the day after: the old one's is not met by the new one's",
            [
                start, held, "2024-07-01 indsats.afsluttet", "2024-07-02 indsats.ivaerksat ref=ind-1 type=x",
                "2024-08-01 opfoelgning.afholdt",
            ], at: "2024-09-01", ["\(row) void", "ind-1 2024-08-01 → 2025-02-01 pending"]),
        Example(
            "begun on the last day: void only if both are",
            [
                start, "2024-03-20 opfoelgning.afholdt", "2024-04-01 indsats.afsluttet",
                "2024-04-01 indsats.ivaerksat ref=ind-1 type=x", "2024-04-01 opfoelgning.afholdt",
            ], at: "2024-05-01",
            ["ind-1 2024-03-20 → 2024-09-20 met 2024-04-01", "ind-1 2024-04-01 → 2024-10-01 pending"]),
    ]

    static let closedCase: [Example] = [
        Example(
            "a measure started again without an end, and then ended",
            [
                start, "2024-04-01 sag.afsluttet", "2024-04-10 indsats.ivaerksat ref=ind-1 type=x", held,
                "2024-07-01 indsats.afsluttet",
            ], at: "2025-01-01", ["\(row) void"]),
        Example("before it is due", [start, held, "2024-09-01 sag.afsluttet"], at: "2024-09-01", ["\(row) void"]),
        Example("on its start", [start, held, "2024-06-01 sag.afsluttet"], at: "2024-09-01", ["\(row) void"]),
        Example("after it was due", [start, held, "2024-12-02 sag.afsluttet"], at: "2025-01-01", ["\(row) missing"]),
        Example(
            "the measure runs on: the next follow-up counts anew",
            [start, held, "2024-09-01 sag.afsluttet", "2024-10-01 opfoelgning.afholdt"], at: "2024-11-01",
            ["\(row) void", "ind-1 2024-10-01 → 2025-04-01 pending"]),
        Example(
            "overdue when closed, then followed up",
            [start, held, "2024-12-10 sag.afsluttet", "2024-12-20 opfoelgning.afholdt"], at: "2025-01-01",
            ["\(row) late 2024-12-20", "ind-1 2024-12-20 → 2025-06-20 pending"]),
    ]

    @Test(arguments: measureEnds + newMeasures + closedCase) func holds(_ example: Example) throws {
        try example.check("opfoelgning-naeste")
    }
}
