import Testing

/// `plan-foer-afgoerelse`: which plan is of which decision.
@Suite struct PlanBeforeDecisionTests {
    private static let previous = "2024-03-01 afgoerelse.truffet ref=afg-1 type=stoettende"
    private static let decision = "2024-06-03 afgoerelse.truffet ref=afg-2 type=anbringelse samtykke=false"
    private static let row = "afg-2 2024-06-03 → 2024-06-03"

    private static func plan(_ date: String, _ more: String = "") -> String { "\(date) plan.udarbejdet \(more)" }

    static let dates: [Example] = [
        Example("none", [decision], at: "2024-06-03", ["\(row) missing"]),
        Example("before", [decision, plan("2023-01-02")], at: "2024-06-03", ["\(row) met 2023-01-02"]),
        Example(
            "revised before", [decision, "2024-05-02 plan.revideret"], at: "2024-06-03", ["\(row) met 2024-05-02"]),
        Example("on its date", [decision, plan("2024-06-03")], at: "2024-06-03", ["\(row) met 2024-06-03"]),
        Example("after it", [decision, plan("2024-06-04")], at: "2024-06-04", ["\(row) late 2024-06-04"]),
    ]

    static let belonging: [Example] = [
        Example(
            "its own ref", [decision, plan("2024-05-02", "ref=afg-2")], at: "2024-06-03", ["\(row) met 2024-05-02"]),
        Example(
            "another decision's", [previous, decision, plan("2024-05-02", "ref=afg-1")], at: "2024-06-03",
            ["\(row) missing"]),
        Example(
            "an investigation's does not count for a plan",
            ["2024-01-02 bfu.besluttet ref=bfu-1", decision, plan("2024-05-02", "ref=bfu-1")], at: "2024-06-03",
            ["\(row) missing"]),
        Example(
            "before the previous decision", [previous, decision, plan("2024-02-20")], at: "2024-06-03",
            ["\(row) missing"]),
        Example("on its date", [previous, decision, plan("2024-03-01")], at: "2024-06-03", ["\(row) missing"]),
        Example(
            "the day after it", [previous, decision, plan("2024-03-02")], at: "2024-06-03", ["\(row) met 2024-03-02"]),
        Example(
            "before it, with its own ref", [previous, decision, plan("2024-02-20", "ref=afg-2")], at: "2024-06-03",
            ["\(row) met 2024-02-20"]),
        Example(
            "any ref, of a decision without",
            ["2024-06-03 afgoerelse.truffet type=anbringelse samtykke=false", plan("2024-05-02", "ref=x")],
            at: "2024-06-03", ["– 2024-06-03 → 2024-06-03 met 2024-05-02"]),
        Example(
            "none as its own, of a decision without",
            [previous, "2024-06-03 afgoerelse.truffet type=anbringelse samtykke=false", plan("2024-02-20", "ref=x")],
            at: "2024-06-03", ["– 2024-06-03 → 2024-06-03 missing"]),
    ]

    /// Serviceloven asks before support and placement, barnets lov before placement without consent.
    static let types: [Example] = [
        ("2023-12-31", "stoettende", true), ("2023-12-31", "anbringelse samtykke=true", true),
        ("2023-12-31", "foreloebig", false), ("2024-01-01", "stoettende plan=true", false),
        ("2024-01-01", "anbringelse", false), ("2024-01-01", "anbringelse samtykke=true", false),
        ("2024-01-01", "anbringelse samtykke=false", true), ("2024-01-01", "akut samtykke=false", false),
    ].map { date, type, asked in
        Example(
            "\(type) on \(date)", ["\(date) afgoerelse.truffet type=\(type)"], at: "2024-01-02",
            asked ? ["– \(date) → \(date) missing"] : [])
    }

    @Test(arguments: dates + belonging + types) func holds(_ example: Example) throws {
        try example.check("plan-foer-afgoerelse")
    }
}
