import Testing

/// `plan-3-maaneder`: barnets lov, three months after a placement with consent, or support for which a plan is made.
@Suite struct PlanInThreeMonthsTests {
    private static let decision = "2024-06-03 afgoerelse.truffet ref=afg-2 type=anbringelse"
    private static let row = "afg-2 2024-06-03 → 2024-09-03"
    private static let previous = "2024-03-01 afgoerelse.truffet ref=afg-1 type=akut"

    static let types: [Example] = [
        ("2024-06-03", "anbringelse", true), ("2024-06-03", "anbringelse samtykke=true", true),
        ("2024-06-03", "anbringelse samtykke=false", false), ("2024-06-03", "stoettende plan=true", true),
        ("2024-06-03", "stoettende plan=false", false), ("2024-06-03", "stoettende", false),
        ("2024-06-03", "stoettende samtykke=true", false), ("2024-06-03", "akut plan=true", false),
    ].map { date, type, asked in
        Example(
            "\(type) on \(date)", ["\(date) afgoerelse.truffet ref=afg-2 type=\(type)"], at: "2024-06-04",
            asked ? ["\(row) pending"] : [])
    }

    static let others: [Example] = [
        Example("under serviceloven", ["2023-12-31 afgoerelse.truffet type=anbringelse"], at: "2024-01-02", []),
        Example(
            "to the end of February", ["2024-11-30 afgoerelse.truffet type=anbringelse"], at: "2024-12-01",
            ["– 2024-11-30 → 2025-02-28 pending"]),
        Example(
            "each decision for itself", [decision, "2024-06-10 afgoerelse.truffet ref=afg-2 type=anbringelse"],
            at: "2024-06-11", ["\(row) pending", "afg-2 2024-06-10 → 2024-09-10 pending"]),
        Example("closed on the due date", [decision, "2024-09-03 sag.afsluttet"], at: "2024-09-04", ["\(row) void"]),
    ]

    static let plans: [Example] = [
        Example(
            "on the due date", [decision, "2024-09-03 plan.udarbejdet"], at: "2024-09-04", ["\(row) met 2024-09-03"]),
        Example(
            "the day after", [decision, "2024-09-04 plan.udarbejdet"], at: "2024-09-04", ["\(row) late 2024-09-04"]),
        Example(
            "before the decision", [decision, "2024-04-01 plan.revideret"], at: "2024-06-03", ["\(row) met 2024-04-01"]),
        Example(
            "for an earlier decision", [previous, decision, "2024-02-20 plan.udarbejdet"], at: "2024-09-04",
            ["\(row) missing"]),
        Example(
            "on the earlier one's date", [previous, decision, "2024-03-01 plan.udarbejdet"], at: "2024-09-04",
            ["\(row) missing"]),
        Example(
            "the day after the earlier one", [previous, decision, "2024-03-02 plan.udarbejdet"], at: "2024-09-04",
            ["\(row) met 2024-03-02"]),
        Example(
            "before it with its own ref", [previous, decision, "2024-02-20 plan.udarbejdet ref=afg-2"],
            at: "2024-09-04", ["\(row) met 2024-02-20"]),
        Example(
            "with the earlier one's ref", [previous, decision, "2024-06-20 plan.udarbejdet ref=afg-1"],
            at: "2024-09-04", ["\(row) missing"]),
    ]

    @Test(arguments: types + others + plans) func holds(_ example: Example) throws {
        try example.check("plan-3-maaneder")
    }
}
