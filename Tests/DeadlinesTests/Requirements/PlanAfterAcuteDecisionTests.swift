import Testing

/// `plan-efter-akut`: serviceloven, four months after an acute or provisional decision.
@Suite struct PlanAfterAcuteDecisionTests {
    private static let decision = "2023-03-01 afgoerelse.truffet ref=afg-1 type=akut"
    private static let row = "afg-1 2023-03-01 → 2023-07-01"
    private static let second = "2023-03-10 afgoerelse.truffet ref=afg-2 type=foreloebig"
    private static let secondRow = "afg-2 2023-03-10 → 2023-07-10"

    static let starts: [Example] = [
        Example("acute", [decision], at: "2023-07-01", ["\(row) pending"]),
        Example("the day after it was due", [decision], at: "2023-07-02", ["\(row) missing"]),
        Example(
            "provisional, to the end of February", ["2023-10-31 afgoerelse.truffet type=foreloebig"], at: "2023-11-01",
            ["– 2023-10-31 → 2024-02-29 pending"]),
        Example("a placement", ["2023-03-01 afgoerelse.truffet type=anbringelse"], at: "2023-03-02", []),
        Example("the chairman's", ["2023-03-01 afgoerelse.truffet type=formandsbeslutning"], at: "2023-03-02", []),
        Example("under barnets lov", ["2024-01-01 afgoerelse.truffet type=akut"], at: "2024-01-02", []),
    ]

    static let plans: [Example] = [
        Example(
            "on the due date", [decision, "2023-07-01 plan.udarbejdet"], at: "2023-07-02", ["\(row) met 2023-07-01"]),
        Example(
            "the day after", [decision, "2023-07-02 plan.revideret"], at: "2023-07-02", ["\(row) late 2023-07-02"]),
        Example(
            "before the decision", [decision, "2023-01-02 plan.udarbejdet"], at: "2023-03-01", ["\(row) met 2023-01-02"]
        ),
        Example("another's ref", [decision, "2023-04-01 plan.udarbejdet ref=x"], at: "2023-04-02", ["\(row) pending"]),
        Example("closed before", [decision, "2023-06-01 sag.afsluttet"], at: "2023-07-02", ["\(row) void"]),
        Example(
            "between two decisions", [decision, second, "2023-03-05 plan.udarbejdet"], at: "2023-04-01",
            ["\(row) met 2023-03-05", "\(secondRow) met 2023-03-05"]),
        Example(
            "on the date of the previous", [decision, second, "2023-03-01 plan.udarbejdet"], at: "2023-04-01",
            ["\(row) met 2023-03-01", "\(secondRow) pending"]),
        Example(
            "before the previous, with its own ref", [decision, second, "2023-02-01 plan.udarbejdet ref=afg-2"],
            at: "2023-04-01", ["\(row) pending", "\(secondRow) met 2023-02-01"]),
    ]

    @Test(arguments: starts + plans) func holds(_ example: Example) throws {
        try example.check("plan-efter-akut")
    }
}
