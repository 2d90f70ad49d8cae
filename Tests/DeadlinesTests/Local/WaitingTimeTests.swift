import TestSupport
import Testing

/// `ventetid-3-maaneder`: from a decision to the case's next measure.
@Suite struct WaitingTimeTests {
    private static let decision = "2024-03-01 afgoerelse.truffet ref=afg-1 type=stoettende"
    private static let row = "afg-1 2024-03-01 → 2024-06-01"

    static let decisions: [Example] = [
        Example("waiting", [decision], at: "2024-06-01", ["\(row) pending"]),
        Example("waited too long", [decision], at: "2024-06-02", ["\(row) missing"]),
        Example(
            "placement", ["2023-11-30 afgoerelse.truffet type=anbringelse"], at: "2023-12-01",
            ["– 2023-11-30 → 2024-02-29 pending"]),
        Example("acute", ["2024-03-01 afgoerelse.truffet type=akut"], at: "2024-03-02", []),
        Example("provisional", ["2024-03-01 afgoerelse.truffet type=foreloebig"], at: "2024-03-02", []),
        Example("the case closed", [decision, "2024-05-01 sag.afsluttet"], at: "2024-06-02", ["\(row) void"]),
    ]

    static let measures: [Example] = [
        Example(
            "of any ref", [decision, "2024-05-01 indsats.ivaerksat ref=ind-7 type=x"], at: "2024-06-02",
            ["\(row) met 2024-05-01"]),
        Example(
            "that day", [decision, "2024-03-01 indsats.ivaerksat type=x"], at: "2024-06-02", ["\(row) met 2024-03-01"]),
        Example(
            "on the due date", [decision, "2024-06-01 indsats.ivaerksat type=x"], at: "2024-06-02",
            ["\(row) met 2024-06-01"]),
        Example(
            "the day after", [decision, "2024-06-02 indsats.ivaerksat type=x"], at: "2024-06-02",
            ["\(row) late 2024-06-02"]),
        Example(
            "before the decision", [decision, "2024-02-29 indsats.ivaerksat type=x"], at: "2024-06-02",
            ["\(row) missing"]),
        Example(
            "§ 11(3) is none", [decision, "2024-05-01 indsats.ivaerksat type=paragraf-11-3"], at: "2024-06-02",
            ["\(row) missing"]),
        Example(
            "one after two decisions",
            [
                decision, "2024-03-10 afgoerelse.truffet ref=afg-2 type=anbringelse",
                "2024-05-01 indsats.ivaerksat ref=ind-1 type=x",
            ],
            at: "2024-06-02", ["\(row) met 2024-05-01", "afg-2 2024-03-10 → 2024-06-10 met 2024-05-01"]),
        Example(
            "one between two decisions",
            [
                decision, "2024-05-10 afgoerelse.truffet ref=afg-2 type=anbringelse",
                "2024-05-01 indsats.ivaerksat ref=ind-1 type=x",
            ],
            at: "2024-06-02", ["\(row) met 2024-05-01", "afg-2 2024-05-10 → 2024-08-10 pending"]),
    ]

    @Test(arguments: decisions + measures) func holds(_ example: Example) throws {
        try example.check("ventetid-3-maaneder", under: Shipped.wholeLaw)
    }
}
