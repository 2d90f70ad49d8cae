import TestSupport
import Testing

/// `revisitation-aarlig`: twelve months from a measure's start, then from each review.
@Suite struct YearlyReviewTests {
    private static let start = "2024-03-01 indsats.ivaerksat ref=ind-1 type=stoettende"
    private static let row = "ind-1 2024-03-01 → 2025-03-01"

    static let examples: [Example] = [
        Example("on the due date", [start], at: "2025-03-01", ["\(row) pending"]),
        Example("the day after", [start], at: "2025-03-02", ["\(row) missing"]),
        Example(
            "from 29 February", ["2024-02-29 indsats.ivaerksat type=x"], at: "2024-03-01",
            ["– 2024-02-29 → 2025-02-28 pending"]),
        Example(
            "reviewed, then a year from that day", [start, "2024-09-10 indsats.revisiteret"], at: "2024-09-11",
            ["\(row) met 2024-09-10", "ind-1 2024-09-10 → 2025-09-10 pending"]),
        Example(
            "reviewed the day after it was due", [start, "2025-03-02 indsats.revisiteret"], at: "2025-03-03",
            ["\(row) late 2025-03-02", "ind-1 2025-03-02 → 2026-03-02 pending"]),
        Example(
            "reviewed before the start", [start, "2024-02-20 indsats.revisiteret"], at: "2024-03-02", ["\(row) pending"]
        ),
        Example(
            "another reviewed", [start, "2024-09-10 indsats.revisiteret ref=ind-2"], at: "2024-09-11",
            ["\(row) pending"]),
        Example("§ 11(3) is none", ["2024-03-01 indsats.ivaerksat type=paragraf-11-3"], at: "2024-03-02", []),
        Example("ended before it is due", [start, "2024-06-01 indsats.afsluttet"], at: "2025-03-02", ["\(row) void"]),
        Example(
            "reviewed on the last day",
            [start, "2024-06-01 indsats.revisiteret", "2024-06-01 indsats.afsluttet"], at: "2025-03-02",
            ["\(row) met 2024-06-01", "ind-1 2024-06-01 → 2025-06-01 void"]),
        Example(
            "reviewed after the end", [start, "2024-06-01 indsats.afsluttet", "2024-06-02 indsats.revisiteret"],
            at: "2025-03-02", ["\(row) void"]),
    ]

    @Test(arguments: examples) func holds(_ example: Example) throws {
        try example.check("revisitation-aarlig", under: Shipped.wholeLaw)
    }
}
