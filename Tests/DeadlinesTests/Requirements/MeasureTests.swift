import Testing

/// When a measure begins anew (`opfoelgning-foerste`).
@Suite struct MeasureTests {
    private static let start = "2024-03-01 indsats.ivaerksat ref=ind-1 type=anbringelse"
    private static let row = "ind-1 2024-03-01 → 2024-06-01"

    private static func again(_ date: String, _ type: String = "anbringelse") -> String {
        "\(date) indsats.ivaerksat ref=ind-1 type=\(type)"
    }

    static let restarts: [Example] = [
        Example(
            "a further start while it runs changes nothing", [start, again("2024-04-01")], at: "2024-05-01",
            ["\(row) pending"]),
        Example("nor while overdue", [start, again("2024-07-01")], at: "2024-07-02", ["\(row) missing"]),
        Example(
            "nor after it was followed up", [start, "2024-04-01 opfoelgning.afholdt", again("2024-05-01")],
            at: "2024-06-02", ["\(row) met 2024-04-01"]),
        Example(
            "the day after its end", [start, "2024-04-01 indsats.afsluttet", again("2024-04-02")], at: "2024-05-01",
            ["\(row) void", "ind-1 2024-04-02 → 2024-07-02 pending"]),
        Example(
            "on the day of its end, with an end of its own",
            [start, "2024-04-01 indsats.afsluttet", again("2024-04-01")], at: "2024-05-01",
            ["\(row) void", "ind-1 2024-04-01 → 2024-07-01 pending"]),
        Example(
            "on the day of its end, and ended later",
            [start, "2024-04-01 indsats.afsluttet", again("2024-04-01"), "2024-05-01 indsats.afsluttet"],
            at: "2024-08-01", ["\(row) void", "ind-1 2024-04-01 → 2024-07-01 void"]),
        Example(
            "a follow-up on that day is of both",
            [start, "2024-04-01 indsats.afsluttet", again("2024-04-01"), "2024-04-01 opfoelgning.afholdt"],
            at: "2024-08-01", ["\(row) met 2024-04-01", "ind-1 2024-04-01 → 2024-07-01 met 2024-04-01"]),
        Example(
            "one the day after is of the new one",
            [start, "2024-04-01 indsats.afsluttet", again("2024-04-01"), "2024-04-02 opfoelgning.afholdt"],
            at: "2024-08-01", ["\(row) void", "ind-1 2024-04-01 → 2024-07-01 met 2024-04-02"]),
        Example(
            "a second end of the first is the new one's",
            [start, "2024-04-01 indsats.afsluttet", again("2024-04-10"), "2024-07-20 indsats.afsluttet"],
            at: "2024-08-01", ["\(row) void", "ind-1 2024-04-10 → 2024-07-10 missing"]),
        Example(
            "a § 11(3) course of the same ref is no further start",
            ["2024-02-01 indsats.ivaerksat ref=ind-1 type=paragraf-11-3", start], at: "2024-05-01", ["\(row) pending"]),
    ]

    /// The same id with the same content changes nothing: no measure begins anew because its start is told twice.
    static let toldTwice: [Example] = [
        Example(
            "a measure of one day, its start told twice",
            ["\(start) id=one", "\(start) id=one", "2024-03-01 indsats.afsluttet"], at: "2024-05-01",
            ["\(row) void"])
    ]

    static let refs: [Example] = [
        Example(
            "an end without ref ends all",
            [start, "2024-03-10 indsats.ivaerksat ref=ind-2 type=x", "2024-04-01 indsats.afsluttet"], at: "2024-05-01",
            ["\(row) void", "ind-2 2024-03-10 → 2024-06-10 void"]),
        Example(
            "any end ends a measure without ref",
            ["2024-03-01 indsats.ivaerksat type=x", "2024-04-01 indsats.afsluttet ref=ind-9"], at: "2024-05-01",
            ["– 2024-03-01 → 2024-06-01 void"]),
        Example(
            "no ref is one of its own", [start, "2024-03-10 indsats.ivaerksat type=x"], at: "2024-05-01",
            ["\(row) pending", "– 2024-03-10 → 2024-06-10 pending"]),
    ]

    /// `sag.afsluttet` ends what is not yet due, and no measure; after it starts count anew.
    static let closedCase: [Example] = [
        Example("closed before it is due", [start, "2024-04-01 sag.afsluttet"], at: "2024-05-01", ["\(row) void"]),
        Example("closed on the first day", [start, "2024-03-01 sag.afsluttet"], at: "2024-05-01", ["\(row) void"]),
        Example(
            "overdue when closed, then followed up",
            [start, "2024-06-10 sag.afsluttet", "2024-06-20 opfoelgning.afholdt"], at: "2024-08-01",
            ["\(row) late 2024-06-20"]),
        Example(
            "started again without an end", [start, "2024-04-01 sag.afsluttet", again("2024-04-10")], at: "2024-05-01",
            ["\(row) void", "ind-1 2024-04-10 → 2024-07-10 pending"]),
        Example(
            "started again without an end, and then ended",
            [start, "2024-04-01 sag.afsluttet", again("2024-04-10"), "2024-05-01 indsats.afsluttet"],
            at: "2024-08-01", ["\(row) void", "ind-1 2024-04-10 → 2024-07-10 void"]),
    ]

    @Test(arguments: restarts + toldTwice + refs + closedCase) func holds(_ example: Example) throws {
        try example.check("opfoelgning-foerste")
    }
}
