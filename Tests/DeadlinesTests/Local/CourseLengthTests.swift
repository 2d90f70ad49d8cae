import TestSupport
import Testing

/// `forebyggende-varighed`: a preventive course lasts six months at most.
@Suite struct CourseLengthTests {
    private static let start = "2024-03-01 indsats.ivaerksat ref=f-1 type=paragraf-11-3"
    private static let row = "f-1 2024-03-01 → 2024-09-01"

    static let examples: [Example] = [
        Example("on the due date", [start], at: "2024-09-01", ["\(row) pending"]),
        Example("the day after", [start], at: "2024-09-02", ["\(row) missing"]),
        Example(
            "ended on the due date", [start, "2024-09-01 indsats.afsluttet"], at: "2024-09-02",
            ["\(row) met 2024-09-01"]),
        Example(
            "ended the day after", [start, "2024-09-02 indsats.afsluttet"], at: "2024-09-02", ["\(row) late 2024-09-02"]
        ),
        Example(
            "another ended", [start, "2024-08-01 indsats.afsluttet ref=f-2"], at: "2024-09-02", ["\(row) missing"]),
        Example(
            "to the end of February", ["2023-08-31 indsats.ivaerksat type=paragraf-11-3"], at: "2023-09-01",
            ["– 2023-08-31 → 2024-02-29 pending"]),
        Example("a measure is no course", ["2024-03-01 indsats.ivaerksat type=stoettende"], at: "2024-09-02", []),
        Example(
            "told again while it runs", [start, "2024-06-01 indsats.ivaerksat ref=f-1 type=paragraf-11-3"],
            at: "2024-07-01", ["\(row) pending"]),
        Example(
            "a second course",
            [start, "2024-06-01 indsats.afsluttet ref=f-1", "2024-07-01 indsats.ivaerksat ref=f-1 type=paragraf-11-3"],
            at: "2024-07-02", ["\(row) met 2024-06-01", "f-1 2024-07-01 → 2025-01-01 pending"]),
        Example("the case closed", [start, "2024-06-01 sag.afsluttet"], at: "2024-09-02", ["\(row) void"]),
    ]

    @Test(arguments: examples) func holds(_ example: Example) throws {
        try example.check("forebyggende-varighed", under: Shipped.wholeLaw)
    }
}
