import Testing

/// `bfu-foer-afgoerelse` and `plan-foer-afgoerelse` for a decision that is planned: judged as if decided then.
@Suite struct PlannedPrerequisiteTests {
    private static let planned =
        "2024-05-01 afgoerelse.planlagt ref=afg-1 type=anbringelse samtykke=false dato=2024-06-03"
    private static let row = "afg-1 2024-05-01 → 2024-06-03"
    private static let decided = "2024-05-20 afgoerelse.truffet ref=afg-1 type=anbringelse samtykke=false"

    static let investigations: [Example] = [
        Example("none", [planned], at: "2024-06-03", ["\(row) pending"]),
        Example("after the date", [planned], at: "2024-06-04", []),
        Example(
            "twelve months before the date", [planned, "2023-06-03 bfu.afsluttet"], at: "2024-05-02",
            ["\(row) met 2023-06-03"]),
        Example("a day more", [planned, "2023-06-02 bfu.afsluttet"], at: "2024-05-02", ["\(row) pending"]),
        Example("decided", [planned, decided], at: "2024-05-20", ["afg-1 2024-05-20 → 2024-05-20 missing"]),
        Example(
            "planned again", [planned, "2024-05-10 afgoerelse.planlagt ref=afg-1 type=anbringelse dato=2024-07-01"],
            at: "2024-05-11", ["afg-1 2024-05-10 → 2024-07-01 pending"]),
        Example(
            "planned again as support",
            [planned, "2024-05-10 afgoerelse.planlagt ref=afg-1 type=stoettende dato=2024-07-01"], at: "2024-05-11", []),
        Example("support", ["2024-05-01 afgoerelse.planlagt type=stoettende dato=2024-06-03"], at: "2024-05-02", []),
        Example(
            "support under serviceloven", ["2023-12-01 afgoerelse.planlagt type=stoettende dato=2023-12-31"],
            at: "2023-12-02", ["– 2023-12-01 → 2023-12-31 pending"]),
        Example(
            "support under the law of the planned date",
            ["2023-12-01 afgoerelse.planlagt type=stoettende dato=2024-01-01"], at: "2023-12-02", []),
    ]

    static let plans: [Example] = [
        Example("none", [planned], at: "2024-06-03", ["\(row) pending"]),
        Example("after the date", [planned], at: "2024-06-04", []),
        Example("made before", [planned, "2024-04-01 plan.udarbejdet"], at: "2024-05-02", ["\(row) met 2024-04-01"]),
        Example(
            "made since", [planned, "2024-05-10 plan.revideret ref=afg-1"], at: "2024-05-11", ["\(row) met 2024-05-10"]),
        Example(
            "made for an earlier decision",
            [planned, "2024-04-01 plan.udarbejdet", "2024-04-10 afgoerelse.truffet ref=afg-0 type=akut"],
            at: "2024-05-02", ["\(row) pending"]),
        Example("decided", [planned, decided], at: "2024-05-20", ["afg-1 2024-05-20 → 2024-05-20 missing"]),
        Example(
            "another one decided", [planned, "2024-05-20 afgoerelse.truffet ref=afg-9 type=akut"], at: "2024-05-21",
            ["\(row) pending"]),
        Example(
            "with consent", ["2024-05-01 afgoerelse.planlagt type=anbringelse samtykke=true dato=2024-06-03"],
            at: "2024-05-02", []),
        Example("the case closed", [planned, "2024-05-20 sag.afsluttet"], at: "2024-05-21", ["\(row) void"]),
    ]

    @Test(arguments: investigations) func investigationHolds(_ example: Example) throws {
        try example.check("bfu-foer-afgoerelse")
    }

    @Test(arguments: plans) func planHolds(_ example: Example) throws {
        try example.check("plan-foer-afgoerelse")
    }
}
