import Testing

/// `boernesamtale-overgreb`: a conversation within seven days of a report of abuse.
@Suite struct AbuseConversationTests {
    private static let start = "2024-03-04 underretning.modtaget ref=und-1 overgreb=true"
    private static let row = "und-1 2024-03-04 → 2024-03-11"

    private static func held(_ date: String, _ more: String = "formaal=underretning") -> String {
        "\(date) boernesamtale.afholdt \(more)"
    }
    private static func waived(_ date: String, _ more: String = "formaal=underretning") -> String {
        "\(date) boernesamtale.fravalgt \(more)"
    }

    static let starts: [Example] = [
        Example("of abuse", [start], at: "2024-03-11", ["\(row) pending"]),
        Example("the day after it was due", [start], at: "2024-03-12", ["\(row) missing"]),
        Example("not of abuse", ["2024-03-04 underretning.modtaget overgreb=false"], at: "2024-03-05", []),
        Example("nothing said", ["2024-03-04 underretning.modtaget"], at: "2024-03-05", []),
        Example(
            "the due Sunday stays", ["2024-03-31 underretning.modtaget overgreb=true"], at: "2024-04-01",
            ["– 2024-03-31 → 2024-04-07 pending"]),
        Example(
            "the second of one ref says so",
            ["2024-03-01 underretning.modtaget ref=und-1", start], at: "2024-03-05", ["\(row) pending"]),
        Example(
            "a second of one ref while open", [start, "2024-03-06 underretning.modtaget ref=und-1 overgreb=true"],
            at: "2024-03-07", ["\(row) pending"]),
    ]

    static let conversations: [Example] = [
        Example("on the due date", [start, held("2024-03-11")], at: "2024-03-12", ["\(row) met 2024-03-11"]),
        Example("the day after", [start, held("2024-03-12")], at: "2024-03-12", ["\(row) late 2024-03-12"]),
        Example("the day before the report", [start, held("2024-03-03")], at: "2024-03-12", ["\(row) missing"]),
        Example(
            "for another purpose", [start, held("2024-03-06", "formaal=bfu")], at: "2024-03-12", ["\(row) missing"]),
        Example(
            "of another report", [start, held("2024-03-06", "formaal=underretning ref=und-2")], at: "2024-03-12",
            ["\(row) missing"]),
    ]

    static let waivers: [Example] = [
        Example("until it is due it is pending", [start, waived("2024-03-05")], at: "2024-03-11", ["\(row) pending"]),
        Example("then excused", [start, waived("2024-03-05")], at: "2024-03-12", ["\(row) excused"]),
        Example("on the due date", [start, waived("2024-03-11")], at: "2024-03-12", ["\(row) excused"]),
        Example("the day after", [start, waived("2024-03-12")], at: "2024-03-12", ["\(row) missing"]),
        Example(
            "for another purpose", [start, waived("2024-03-05", "formaal=tilsyn")], at: "2024-03-12", ["\(row) missing"]
        ),
        Example(
            "held in time all the same", [start, waived("2024-03-05"), held("2024-03-09")], at: "2024-03-12",
            ["\(row) met 2024-03-09"]),
        Example(
            "held later leaves it excused", [start, waived("2024-03-05"), held("2024-03-20")], at: "2024-03-21",
            ["\(row) excused"]),
    ]

    @Test(arguments: starts + conversations + waivers) func holds(_ example: Example) throws {
        try example.check("boernesamtale-overgreb")
    }
}
