import Testing

/// `boernesamtale-bfu`: a conversation by the investigation's due date, or by its end if that is not later.
@Suite struct InvestigationConversationTests {
    private static let start = "2024-03-01 bfu.behov ref=bfu-1"
    private static let row = "bfu-1 2024-03-01 → 2024-07-01"
    private static let early = "bfu-1 2024-03-01 → 2024-05-15"
    private static let end = "2024-05-15 bfu.afsluttet ref=bfu-1"

    private static func held(_ date: String, _ more: String = "") -> String {
        "\(date) boernesamtale.afholdt formaal=bfu \(more)"
    }
    private static func waived(_ date: String, formaal: String = "bfu") -> String {
        "\(date) boernesamtale.fravalgt formaal=\(formaal)"
    }
    private static func born(_ month: String) -> String { "2024-03-01 sag.oprettet foedt=\(month)" }

    static let conversations: [Example] = [
        Example("none, on the due date", [start], at: "2024-07-01", ["\(row) pending"]),
        Example("none, the day after", [start], at: "2024-07-02", ["\(row) missing"]),
        Example("on the start", [start, held("2024-03-01")], at: "2024-07-02", ["\(row) met 2024-03-01"]),
        Example("before the start", [start, held("2024-02-29")], at: "2024-07-02", ["\(row) missing"]),
        Example("on the due date", [start, held("2024-07-01")], at: "2024-07-02", ["\(row) met 2024-07-01"]),
        Example("the day after", [start, held("2024-07-02")], at: "2024-07-02", ["\(row) late 2024-07-02"]),
        Example("with its ref", [start, held("2024-04-01", "ref=bfu-1")], at: "2024-04-02", ["\(row) met 2024-04-01"]),
        Example("of another", [start, held("2024-04-01", "ref=bfu-2")], at: "2024-04-02", ["\(row) pending"]),
        Example(
            "counted from the first start", ["2024-04-01 bfu.besluttet ref=bfu-1", start], at: "2024-05-01",
            ["\(row) pending"]),
        Example(
            "for another purpose", [start, "2024-04-01 boernesamtale.afholdt formaal=afgoerelse"], at: "2024-07-02",
            ["\(row) missing"]),
    ]

    static let ends: [Example] = [
        Example("ended first: missing at once", [start, end], at: "2024-05-15", ["\(early) missing"]),
        Example("the day before that", [start, end], at: "2024-05-14", ["\(row) pending"]),
        Example(
            "ended on the due date", [start, "2024-07-01 bfu.afsluttet"], at: "2024-07-01", ["\(row) missing"]),
        Example("ended after it", [start, "2024-07-02 bfu.afsluttet"], at: "2024-07-02", ["\(row) missing"]),
        Example(
            "ended after it, held between", [start, "2024-07-09 bfu.afsluttet", held("2024-07-05")], at: "2024-07-10",
            ["\(row) late 2024-07-05"]),
        Example(
            "held on the day it ended", [start, end, held("2024-05-15")], at: "2024-05-16", ["\(early) met 2024-05-15"]),
        Example(
            "held the day after", [start, end, held("2024-05-16")], at: "2024-05-16", ["\(early) late 2024-05-16"]),
        Example(
            "another one ended", [start, "2024-05-15 bfu.afsluttet ref=bfu-2"], at: "2024-05-16", ["\(row) pending"]),
    ]

    static let restarts: [Example] = [
        Example(
            "decided after the conversation", [start, held("2024-04-01"), "2024-05-01 bfu.besluttet ref=bfu-1"],
            at: "2024-05-02", ["\(row) met 2024-04-01"]),
        Example(
            "begun again the day it ended", [start, end, "2024-05-15 bfu.behov ref=bfu-1"], at: "2024-05-16",
            ["\(early) missing"]),
        Example(
            "begun again the day after", [start, end, "2024-05-16 bfu.behov ref=bfu-1"], at: "2024-05-16",
            ["\(early) missing", "bfu-1 2024-05-16 → 2024-09-16 pending"]),
    ]

    static let waivers: [Example] = [
        Example("on the start", [start, waived("2024-03-01")], at: "2024-07-02", ["\(row) excused"]),
        Example("before the start", [start, waived("2024-02-29")], at: "2024-07-02", ["\(row) missing"]),
        Example(
            "for another purpose", [start, waived("2024-04-01", formaal: "afgoerelse")], at: "2024-07-02",
            ["\(row) missing"]),
        Example("on the day it ended", [start, end, waived("2024-05-15")], at: "2024-05-15", ["\(early) excused"]),
        Example("after it ended", [start, end, waived("2024-05-16")], at: "2024-05-16", ["\(early) missing"]),
    ]

    static let ages: [Example] = [
        Example("one on the due date", [start, born("2023-07")], at: "2024-03-02", ["\(row) pending"]),
        Example("under one on the due date", [start, born("2023-08")], at: "2024-07-02", []),
        Example("under one when it ended first", [start, born("2023-07"), end], at: "2024-05-16", []),
        Example("one when it ended first", [start, born("2023-05"), end], at: "2024-05-16", ["\(early) missing"]),
    ]

    static let closings: [Example] = [
        Example("closed on the due date", [start, "2024-07-01 sag.afsluttet"], at: "2024-07-02", ["\(row) void"]),
        Example(
            "closed the day it ended: missing", [start, end, "2024-05-15 sag.afsluttet"], at: "2024-05-16",
            ["\(early) missing"]),
        Example(
            "closed the day before: void", [start, end, "2024-05-14 sag.afsluttet"], at: "2024-05-16", ["\(early) void"]
        ),
    ]

    @Test(arguments: conversations + ends + restarts + waivers + ages + closings) func holds(_ example: Example) throws
    {
        try example.check("boernesamtale-bfu")
    }
}
