import Deadlines
import Testing

/// `sag.afsluttet` ends every requirement of the case that is not yet due (`bfu-4-maaneder`, due 2024-07-01).
@Suite struct ClosedCaseTests {
    private static let start = "2024-03-01 bfu.behov ref=bfu-1"
    private static let row = "bfu-1 2024-03-01 → 2024-07-01"

    static let closings: [Example] = [
        Example("on the start", [start, "2024-03-01 sag.afsluttet"], at: "2024-08-01", ["\(row) void"]),
        Example("before it is due", [start, "2024-05-01 sag.afsluttet"], at: "2024-05-01", ["\(row) void"]),
        Example("on the due date", [start, "2024-07-01 sag.afsluttet"], at: "2024-08-01", ["\(row) void"]),
        Example("the day after", [start, "2024-07-02 sag.afsluttet"], at: "2024-08-01", ["\(row) missing"]),
        Example("before the start", [start, "2024-02-29 sag.afsluttet"], at: "2024-04-01", ["\(row) pending"]),
        Example("still to come", [start, "2024-05-01 sag.afsluttet"], at: "2024-04-30", ["\(row) pending"]),
        Example(
            "with another thing's ref", [start, "2024-05-01 sag.afsluttet ref=x"], at: "2024-08-01", ["\(row) void"]),
    ]

    static let closedAndMet: [Example] = [
        Example(
            "on one date: met", [start, "2024-05-01 sag.afsluttet", "2024-05-01 bfu.afsluttet"], at: "2024-08-01",
            ["\(row) met 2024-05-01"]),
        Example(
            "on one date, closed an hour before: met",
            [start, "2024-05-01T10:00:00+02:00 sag.afsluttet", "2024-05-01T11:00:00+02:00 bfu.afsluttet"],
            at: "2024-08-01", ["\(row) met 2024-05-01"]),
        Example(
            "met the day before", [start, "2024-05-01 sag.afsluttet", "2024-04-30 bfu.afsluttet"], at: "2024-08-01",
            ["\(row) met 2024-04-30"]),
        Example(
            "met the day after: void, whatever comes later",
            [start, "2024-05-01 sag.afsluttet", "2024-05-02 bfu.afsluttet"], at: "2024-08-01", ["\(row) void"]),
        Example(
            "closed overdue, then met: late", [start, "2024-07-02 sag.afsluttet", "2024-07-10 bfu.afsluttet"],
            at: "2024-08-01", ["\(row) late 2024-07-10"]),
    ]

    static let startsAfterwards: [Example] = [
        Example(
            "on the day of the closing it is still open",
            [start, "2024-05-01 sag.afsluttet", "2024-05-01 bfu.behov ref=bfu-1"], at: "2024-08-01", ["\(row) void"]),
        Example(
            "the day after it counts anew", [start, "2024-05-01 sag.afsluttet", "2024-05-02 bfu.behov ref=bfu-1"],
            at: "2024-08-01", ["\(row) void", "bfu-1 2024-05-02 → 2024-09-02 pending"]),
        Example(
            "also when what was open was overdue",
            [start, "2024-07-10 sag.afsluttet", "2024-07-11 bfu.behov ref=bfu-1"], at: "2024-08-01",
            ["\(row) missing", "bfu-1 2024-07-11 → 2024-11-11 pending"]),
        Example(
            "an end then is of the new one, and late for the old one",
            [
                start, "2024-07-10 sag.afsluttet", "2024-07-11 bfu.behov ref=bfu-1", "2024-07-20 bfu.afsluttet",
            ], at: "2024-08-01",
            ["\(row) late 2024-07-20", "bfu-1 2024-07-11 → 2024-11-11 met 2024-07-20"]),
    ]

    @Test(arguments: closings + closedAndMet + startsAfterwards) func holds(_ example: Example) throws {
        try example.check("bfu-4-maaneder")
    }
}
