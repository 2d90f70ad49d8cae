import Testing

/// `boernesamtale-foer-afgoerelse`: there at the decision, or missing at once.
@Suite struct ConversationTests {
    private static let decision = "2024-06-03 afgoerelse.truffet ref=afg-1 type=anbringelse"
    private static let row = "afg-1 2024-06-03 → 2024-06-03"

    private static func held(_ date: String, _ more: String = "") -> String {
        "\(date) boernesamtale.afholdt formaal=afgoerelse \(more)"
    }

    private static func waived(_ date: String, _ more: String = "") -> String {
        "\(date) boernesamtale.fravalgt formaal=afgoerelse \(more)"
    }

    static let dates: [Example] = [
        Example("none", [decision], at: "2024-06-03", ["\(row) missing"]),
        Example("missing from the date's 00:00 on", [decision], at: "2024-06-03T00:00:00+02:00", ["\(row) missing"]),
        Example("the day before", [decision], at: "2024-06-02", []),
        Example("long before", [decision, held("2023-01-10")], at: "2024-06-03", ["\(row) met 2023-01-10"]),
        Example("on the same date", [decision, held("2024-06-03")], at: "2024-06-03", ["\(row) met 2024-06-03"]),
        Example(
            "on the same date, hours later",
            [
                "2024-06-03T09:00:00+02:00 afgoerelse.truffet ref=afg-1 type=akut",
                "2024-06-03T20:00:00+02:00 boernesamtale.afholdt formaal=afgoerelse",
            ], at: "2024-06-04", ["\(row) met 2024-06-03"]),
        Example("on a later date", [decision, held("2024-06-04")], at: "2024-06-04", ["\(row) late 2024-06-04"]),
        Example("still to come", [decision, held("2024-06-05")], at: "2024-06-04", ["\(row) missing"]),
        Example(
            "for another purpose", [decision, "2024-06-01 boernesamtale.afholdt formaal=bfu"], at: "2024-06-04",
            ["\(row) missing"]),
        Example(
            "before and after", [decision, held("2024-06-04"), held("2024-05-02")], at: "2024-06-04",
            ["\(row) met 2024-05-02"]),
    ]

    static let waivers: [Example] = [
        Example("before", [decision, waived("2024-05-02")], at: "2024-06-04", ["\(row) excused"]),
        Example("on the same date", [decision, waived("2024-06-03")], at: "2024-06-04", ["\(row) excused"]),
        Example("on a later date", [decision, waived("2024-06-04")], at: "2024-06-05", ["\(row) missing"]),
        Example(
            "before, and held later", [decision, waived("2024-05-02"), held("2024-06-10")], at: "2024-06-11",
            ["\(row) excused"]),
        Example(
            "before, and held before", [decision, waived("2024-05-02"), held("2024-05-10")], at: "2024-06-11",
            ["\(row) met 2024-05-10"]),
        Example(
            "for another purpose", [decision, "2024-05-02 boernesamtale.fravalgt formaal=bfu"], at: "2024-06-04",
            ["\(row) missing"]),
        Example(
            "of another decision", [decision, waived("2024-05-02", "ref=afg-2")], at: "2024-06-04", ["\(row) missing"]),
    ]

    static let closings: [Example] = [
        Example(
            "on the decision's date", [decision, "2024-06-03 sag.afsluttet"], at: "2024-06-04", ["\(row) missing"]),
        Example("after it", [decision, "2024-06-05 sag.afsluttet"], at: "2024-06-06", ["\(row) missing"]),
        Example(
            "after it, and held later", [decision, "2024-06-05 sag.afsluttet", held("2024-06-07")], at: "2024-06-08",
            ["\(row) late 2024-06-07"]),
        Example(
            "held before, closed after", [decision, "2024-06-05 sag.afsluttet", held("2024-06-01")], at: "2024-06-08",
            ["\(row) met 2024-06-01"]),
    ]

    static let types: [Example] = ["stoettende", "anbringelse", "akut", "foreloebig", "formandsbeslutning"].map {
        Example(
            "type \($0)", ["2024-06-03 afgoerelse.truffet ref=afg-1 type=\($0)"], at: "2024-06-03", ["\(row) missing"])
    }

    @Test(arguments: dates + waivers + closings + types) func holds(_ example: Example) throws {
        try example.check("boernesamtale-foer-afgoerelse")
    }
}
