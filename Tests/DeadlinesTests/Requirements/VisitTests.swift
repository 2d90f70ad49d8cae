import Deadlines
import TestSupport
import Testing

/// `tilsyn-2-aarligt`: two visits with a conversation in each year of a placement.
@Suite struct VisitTests {
    private static let start = "2024-03-01 indsats.ivaerksat ref=ind-1 type=anbringelse"
    private static let first = "ind-1 2024-03-01 → 2025-02-28"
    private static let second = "ind-1 2025-03-01 → 2026-02-28"

    private static func visit(_ date: String, _ more: String = "samtale=true") -> String {
        "\(date) tilsyn.afholdt \(more)"
    }

    static let visits: [Example] = [
        Example("one, on the last day", [start, visit("2024-06-01")], at: "2025-02-28", ["\(first) pending"]),
        Example(
            "one, the day after", [start, visit("2024-06-01")], at: "2025-03-01",
            ["\(first) missing", "\(second) pending"]),
        Example(
            "two", [start, visit("2024-06-01"), visit("2025-02-28")], at: "2025-02-28", ["\(first) met 2025-02-28"]),
        Example(
            "two on one day are two", [start, visit("2024-06-01"), visit("2024-06-01")], at: "2024-07-01",
            ["\(first) met 2024-06-01"]),
        Example(
            "three: the second counts", [start, visit("2024-06-01"), visit("2024-08-01"), visit("2024-07-01")],
            at: "2024-09-01", ["\(first) met 2024-07-01"]),
        Example(
            "one without conversation", [start, visit("2024-06-01"), visit("2024-07-01", "samtale=false")],
            at: "2024-09-01", ["\(first) pending"]),
        Example(
            "one before the placement", [start, visit("2024-02-29"), visit("2024-07-01")], at: "2024-09-01",
            ["\(first) pending"]),
        Example(
            "one of another placement", [start, visit("2024-06-01"), visit("2024-07-01", "samtale=true ref=ind-2")],
            at: "2024-09-01", ["\(first) pending"]),
        Example(
            "the second in the next year is of that one",
            [start, visit("2024-06-01"), visit("2025-03-01"), visit("2025-09-01")], at: "2025-09-02",
            ["\(first) missing", "\(second) met 2025-09-01"]),
    ]

    static let years: [Example] = [
        Example("only those begun", [start], at: "2025-02-28", ["\(first) pending"]),
        Example(
            "from 29 February", ["2024-02-29 indsats.ivaerksat type=anbringelse"], at: "2025-02-28",
            ["– 2024-02-29 → 2025-02-27 missing", "– 2025-02-28 → 2026-02-27 pending"]),
        Example("of support", ["2024-03-01 indsats.ivaerksat type=stoettende"], at: "2024-04-01", []),
        Example(
            "from when a support of the same ref became a placement",
            ["2024-01-15 indsats.ivaerksat ref=ind-1 type=stoettende", start], at: "2024-04-01",
            ["\(first) pending"]),
        Example(
            "a further start changes nothing", [start, "2024-09-01 indsats.ivaerksat ref=ind-1 type=anbringelse"],
            at: "2024-10-01", ["\(first) pending"]),
    ]

    @Test(arguments: visits + years) func holds(_ example: Example) throws {
        try example.check("tilsyn-2-aarligt")
    }

    /// The law is that of the year's first day.
    @Test func eachYearHasItsLaw() throws {
        let requirements = try CaseStory(["2023-07-01 indsats.ivaerksat type=anbringelse"])
            .requirements(of: "tilsyn-2-aarligt", at: "2024-08-01")
        #expect(requirements.map(\.law) == ["Serviceloven § 148", "Barnets lov § 156, stk. 5"])
    }
}
