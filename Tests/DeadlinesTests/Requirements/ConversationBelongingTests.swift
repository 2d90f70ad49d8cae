import TestSupport
import Testing

/// `boernesamtale-foer-afgoerelse`: which conversation is of which decision.
@Suite struct ConversationBelongingTests {
    private static let first = "2024-03-01 afgoerelse.truffet ref=afg-1 type=stoettende"
    private static let second = "2024-06-03 afgoerelse.truffet ref=afg-2 type=anbringelse"
    private static let firstRow = "afg-1 2024-03-01 → 2024-03-01"
    private static let secondRow = "afg-2 2024-06-03 → 2024-06-03"

    private static func held(_ date: String, _ more: String = "") -> String {
        "\(date) boernesamtale.afholdt formaal=afgoerelse \(more)"
    }

    static let refs: [Example] = [
        Example("no ref", [second, held("2024-05-02")], at: "2024-06-04", ["\(secondRow) met 2024-05-02"]),
        Example(
            "the decision's", [second, held("2024-05-02", "ref=afg-2")], at: "2024-06-04",
            ["\(secondRow) met 2024-05-02"]),
        Example(
            "the investigation's", [second, "2024-01-02 bfu.besluttet ref=bfu-1", held("2024-05-02", "ref=bfu-1")],
            at: "2024-06-04", ["\(secondRow) met 2024-05-02"]),
        Example(
            "one that only an updated investigation carries",
            [second, "2024-05-20 bfu.opdateret ref=bfu-9", held("2024-05-02", "ref=bfu-9")], at: "2024-06-04",
            ["\(secondRow) met 2024-05-02"]),
        Example(
            "one that nothing carries", [second, held("2024-05-02", "ref=ind-1")], at: "2024-06-04",
            ["\(secondRow) missing"]),
        Example(
            "a measure's",
            [second, "2024-01-02 indsats.ivaerksat ref=ind-1 type=x", held("2024-05-02", "ref=ind-1")],
            at: "2024-06-04", ["\(secondRow) missing"]),
        Example(
            "another decision's", [first, second, held("2024-05-02", "ref=afg-1")], at: "2024-06-04",
            ["\(firstRow) late 2024-05-02", "\(secondRow) missing"]),
    ]

    /// Without the decision's own ref it must be dated after the case's previous decision.
    static let previous: [Example] = [
        Example(
            "before the previous decision", [first, second, held("2024-02-20")], at: "2024-06-04",
            ["\(firstRow) met 2024-02-20", "\(secondRow) missing"]),
        Example(
            "on its date", [first, second, held("2024-03-01")], at: "2024-06-04",
            ["\(firstRow) met 2024-03-01", "\(secondRow) missing"]),
        Example(
            "the day after it", [first, second, held("2024-03-02")], at: "2024-06-04",
            ["\(firstRow) late 2024-03-02", "\(secondRow) met 2024-03-02"]),
        Example(
            "before it, with the investigation's ref",
            [first, second, "2024-01-02 bfu.behov ref=bfu-1", held("2024-02-20", "ref=bfu-1")], at: "2024-06-04",
            ["\(firstRow) met 2024-02-20", "\(secondRow) missing"]),
        Example(
            "before it, with the later decision's own ref", [first, second, held("2024-02-20", "ref=afg-2")],
            at: "2024-06-04", ["\(firstRow) missing", "\(secondRow) met 2024-02-20"]),
        Example(
            "a waiver before it",
            [first, second, "2024-02-20 boernesamtale.fravalgt formaal=afgoerelse"], at: "2024-06-04",
            ["\(firstRow) excused", "\(secondRow) missing"]),
        Example(
            "two decisions of one date share one",
            [first, "2024-03-01 afgoerelse.truffet ref=afg-3 type=akut", held("2024-02-20")], at: "2024-06-04",
            ["\(firstRow) met 2024-02-20", "afg-3 2024-03-01 → 2024-03-01 met 2024-02-20"]),
        Example(
            "a previous decision taken back",
            [
                "\(first) id=mistake", second, held("2024-02-20"),
                "2024-06-03 registrering.annulleret takes-back=mistake",
            ],
            at: "2024-06-04", ["\(secondRow) met 2024-02-20"]),
    ]

    /// Any conversation belongs to a decision without ref, none as its own.
    static let withoutRef: [Example] = [
        Example(
            "with any ref", ["2024-06-03 afgoerelse.truffet type=akut", held("2024-05-02", "ref=x")], at: "2024-06-04",
            ["– 2024-06-03 → 2024-06-03 met 2024-05-02"]),
        Example(
            "with any ref, before the previous decision",
            [first, "2024-06-03 afgoerelse.truffet type=akut", held("2024-02-20", "ref=afg-1")], at: "2024-06-04",
            ["\(firstRow) met 2024-02-20", "– 2024-06-03 → 2024-06-03 missing"]),
        Example(
            "without ref, before the previous decision",
            ["2024-03-01 afgoerelse.truffet type=akut", "2024-06-03 afgoerelse.truffet type=akut", held("2024-02-20")],
            at: "2024-06-04", ["– 2024-03-01 → 2024-03-01 met 2024-02-20", "– 2024-06-03 → 2024-06-03 missing"]),
    ]

    static let sameRef: [Example] = [
        Example(
            "two decisions of one ref have the conversation as their own",
            [first, "2024-06-03 afgoerelse.truffet ref=afg-1 type=anbringelse", held("2024-02-20", "ref=afg-1")],
            at: "2024-06-04", ["\(firstRow) met 2024-02-20", "afg-1 2024-06-03 → 2024-06-03 met 2024-02-20"]),
        Example(
            "two of one ref and date are one requirement",
            [second, "2024-06-03 afgoerelse.truffet ref=afg-2 type=akut"], at: "2024-06-04", ["\(secondRow) missing"]),
    ]

    @Test(arguments: refs + previous + withoutRef + sameRef) func holds(_ example: Example) throws {
        try example.check("boernesamtale-foer-afgoerelse")
    }
}
