import TestSupport
import Testing

/// The local pack's two limits for reports: `partshoering-14-dage` and `orientering-fagperson`.
@Suite struct ReportLimitTests {
    private static let report = "2024-03-01 underretning.modtaget ref=und-1 fagperson=true"
    private static let hearing = "und-1 2024-03-01 → 2024-03-15"
    private static let information = "und-1 2024-03-01 → 2024-03-31"

    static let hearings: [Example] = [
        Example("none, on the due date", [report], at: "2024-03-15", ["\(hearing) pending"]),
        Example("none, the day after", [report], at: "2024-03-16", ["\(hearing) missing"]),
        Example(
            "on the due date", [report, "2024-03-15 partshoering.indkaldt"], at: "2024-03-16",
            ["\(hearing) met 2024-03-15"]),
        Example(
            "the day after", [report, "2024-03-16 partshoering.indkaldt"], at: "2024-03-16",
            ["\(hearing) late 2024-03-16"]),
        Example(
            "of another report", [report, "2024-03-10 partshoering.indkaldt ref=und-2"], at: "2024-03-16",
            ["\(hearing) missing"]),
        Example(
            "of anybody's report", ["2023-12-24 underretning.modtaget"], at: "2024-01-01",
            ["– 2023-12-24 → 2024-01-07 pending"]),
        Example("the case closed", [report, "2024-03-15 sag.afsluttet"], at: "2024-03-16", ["\(hearing) void"]),
    ]

    static let informed: [Example] = [
        Example("none, on Easter Sunday", [report], at: "2024-03-31", ["\(information) pending"]),
        Example("none, the day after", [report], at: "2024-04-01", ["\(information) missing"]),
        Example(
            "on the due date", [report, "2024-03-31 underretning.orienteret"], at: "2024-04-01",
            ["\(information) met 2024-03-31"]),
        Example(
            "the day after", [report, "2024-04-01 underretning.orienteret"], at: "2024-04-01",
            ["\(information) late 2024-04-01"]),
        Example(
            "a receipt is none", [report, "2024-03-05 underretning.kvitteret"], at: "2024-04-01",
            ["\(information) missing"]),
        Example("not from a professional", ["2024-03-01 underretning.modtaget fagperson=false"], at: "2024-03-02", []),
        Example("nothing said", ["2024-03-01 underretning.modtaget"], at: "2024-03-02", []),
        Example(
            "the second of one ref says so", ["2024-02-20 underretning.modtaget ref=und-1", report], at: "2024-03-02",
            ["\(information) pending"]),
    ]

    @Test(arguments: hearings) func hearingHolds(_ example: Example) throws {
        try example.check("partshoering-14-dage", under: Shipped.wholeLaw)
    }

    @Test(arguments: informed) func informationHolds(_ example: Example) throws {
        try example.check("orientering-fagperson", under: Shipped.wholeLaw)
    }

    /// The pack is off as shipped.
    @Test(arguments: ["partshoering-14-dage", "orientering-fagperson"]) func offAsShipped(_ rule: String) throws {
        #expect(try CaseStory([Self.report]).rows(of: rule, at: "2024-03-02") == [])
    }
}
