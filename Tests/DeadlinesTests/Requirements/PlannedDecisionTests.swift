import Testing

/// `boernesamtale-foer-afgoerelse` for a decision that is planned.
@Suite struct PlannedDecisionTests {
    private static let plan = "2024-05-01 afgoerelse.planlagt ref=afg-1 type=anbringelse dato=2024-06-03 id=plan"
    private static let row = "afg-1 2024-05-01 → 2024-06-03"

    private static func held(_ date: String, _ more: String = "") -> String {
        "\(date) boernesamtale.afholdt formaal=afgoerelse \(more)"
    }

    private static func decided(_ date: String, _ ref: String = "ref=afg-1") -> String {
        "\(date) afgoerelse.truffet \(ref) type=anbringelse"
    }

    static let alone: [Example] = [
        Example("from its date on", [plan], at: "2024-05-01", ["\(row) pending"]),
        Example("on the planned date", [plan], at: "2024-06-03T23:59:59+02:00", ["\(row) pending"]),
        Example("after it: no row, no breach", [plan], at: "2024-06-04T00:00:00+02:00", []),
        Example("not yet planned", [plan], at: "2024-04-30", []),
        Example("held", [plan, held("2024-05-10")], at: "2024-05-20", ["\(row) met 2024-05-10"]),
        Example("held before it was planned", [plan, held("2024-04-10")], at: "2024-05-20", ["\(row) met 2024-04-10"]),
        Example("held, after the date", [plan, held("2024-05-10")], at: "2024-06-04", []),
        Example(
            "held for another decision", [plan, held("2024-05-10", "ref=afg-9")], at: "2024-05-20", ["\(row) pending"]),
        Example(
            "held before the case's previous decision", [plan, decided("2024-04-20", "ref=afg-0"), held("2024-04-10")],
            at: "2024-05-20", ["afg-0 2024-04-20 → 2024-04-20 met 2024-04-10", "\(row) pending"]),
        Example(
            "waived: still pending", [plan, "2024-05-10 boernesamtale.fravalgt formaal=afgoerelse"], at: "2024-05-20",
            ["\(row) pending"]),
        Example("closed before", [plan, "2024-05-10 sag.afsluttet"], at: "2024-05-20", ["\(row) void"]),
        Example(
            "planned for the same day", ["2024-05-01 afgoerelse.planlagt ref=afg-1 type=akut dato=2024-05-01"],
            at: "2024-05-01", ["afg-1 2024-05-01 → 2024-05-01 pending"]),
        Example(
            "taken back", [plan, "2024-05-02 registrering.annulleret takes-back=plan"], at: "2024-05-20", []),
    ]

    static let decisions: [Example] = [
        Example(
            "the decision takes its place", [plan, decided("2024-05-20")], at: "2024-05-21",
            ["afg-1 2024-05-20 → 2024-05-20 missing"]),
        Example("not before its date", [plan, decided("2024-05-20")], at: "2024-05-19", ["\(row) pending"]),
        Example(
            "on the day of planning", [plan, decided("2024-05-01")], at: "2024-05-21",
            ["afg-1 2024-05-01 → 2024-05-01 missing"]),
        Example(
            "on the day of planning, without ref", [plan, decided("2024-05-01", "")], at: "2024-05-21",
            ["– 2024-05-01 → 2024-05-01 missing"]),
        Example(
            "one before it was planned does not", [plan, decided("2024-04-20")], at: "2024-05-21",
            ["afg-1 2024-04-20 → 2024-04-20 missing", "\(row) pending"]),
        Example(
            "one of another ref does not", [plan, decided("2024-05-20", "ref=afg-2")], at: "2024-05-21",
            ["\(row) pending", "afg-2 2024-05-20 → 2024-05-20 missing"]),
        Example(
            "one without ref does", [plan, decided("2024-05-20", "")], at: "2024-05-21",
            ["– 2024-05-20 → 2024-05-20 missing"]),
        Example(
            "a decision taken back leaves the plan",
            [plan, "\(decided("2024-05-20")) id=mistake", "2024-05-22 registrering.annulleret takes-back=mistake"],
            at: "2024-05-23", ["\(row) pending"]),
        Example(
            "met and decided", [plan, held("2024-05-10"), decided("2024-06-03")], at: "2024-06-10",
            ["afg-1 2024-06-03 → 2024-06-03 met 2024-05-10"]),
    ]

    static let laterPlans: [Example] = [
        Example(
            "postponed", [plan, "2024-05-10 afgoerelse.planlagt ref=afg-1 type=akut dato=2024-06-17"],
            at: "2024-05-20", ["afg-1 2024-05-10 → 2024-06-17 pending"]),
        Example(
            "brought forward", [plan, "2024-05-10 afgoerelse.planlagt ref=afg-1 type=akut dato=2024-05-20"],
            at: "2024-05-20", ["afg-1 2024-05-10 → 2024-05-20 pending"]),
        Example(
            "brought forward and gone", [plan, "2024-05-10 afgoerelse.planlagt ref=afg-1 type=akut dato=2024-05-20"],
            at: "2024-05-21", []),
        Example(
            "before the later one is made",
            [plan, "2024-05-10 afgoerelse.planlagt ref=afg-1 type=akut dato=2024-06-17"], at: "2024-05-09",
            ["\(row) pending"]),
        Example(
            "of another ref", [plan, "2024-05-10 afgoerelse.planlagt ref=afg-2 type=akut dato=2024-06-17"],
            at: "2024-05-20", ["\(row) pending", "afg-2 2024-05-10 → 2024-06-17 pending"]),
        Example(
            "without ref", [plan, "2024-05-10 afgoerelse.planlagt type=akut dato=2024-06-17"], at: "2024-05-20",
            ["\(row) pending", "– 2024-05-10 → 2024-06-17 pending"]),
        Example(
            "the later one taken back",
            [
                plan, "2024-05-10 afgoerelse.planlagt ref=afg-1 type=akut dato=2024-06-17 id=mistake",
                "2024-05-11 registrering.annulleret takes-back=mistake",
            ], at: "2024-05-20", ["\(row) pending"]),
    ]

    @Test(arguments: alone + decisions + laterPlans) func holds(_ example: Example) throws {
        try example.check("boernesamtale-foer-afgoerelse")
    }
}
