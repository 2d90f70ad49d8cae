import Testing

/// `genvurdering`: a report while a measure runs, fourteen days.
@Suite struct ReassessmentTests {
    private static let report = "2024-04-02 underretning.modtaget ref=und-1"
    private static let measure = "2024-03-01 indsats.ivaerksat ref=ind-1 type=stoettende"
    private static let row = "und-1 2024-04-02 → 2024-04-16"

    static let measures: [Example] = [
        Example("runs", [report, measure], at: "2024-04-03", ["\(row) pending"]),
        Example("there is none", [report], at: "2024-04-03", []),
        Example(
            "began that day", [report, "2024-04-02 indsats.ivaerksat type=x"], at: "2024-04-03", ["\(row) pending"]),
        Example("began the day after", [report, "2024-04-03 indsats.ivaerksat type=x"], at: "2024-04-04", []),
        Example("ended that day", [report, measure, "2024-04-02 indsats.afsluttet"], at: "2024-04-03", []),
        Example("ended before", [report, measure, "2024-03-20 indsats.afsluttet"], at: "2024-04-03", []),
        Example(
            "ended the day after", [report, measure, "2024-04-03 indsats.afsluttet"], at: "2024-04-04",
            ["\(row) pending"]),
        Example(
            "ended that day and begun anew",
            [
                report, measure, "2024-04-02 indsats.afsluttet ref=ind-1",
                "2024-04-02 indsats.ivaerksat ref=ind-1 type=stoettende",
            ], at: "2024-04-03", ["\(row) pending"]),
        Example(
            "§ 11(3) is none", [report, "2024-03-01 indsats.ivaerksat type=paragraf-11-3"], at: "2024-04-03", []),
        Example(
            "one of two ended",
            [
                report, measure, "2024-03-05 indsats.ivaerksat ref=ind-2 type=x",
                "2024-03-20 indsats.afsluttet ref=ind-1",
            ], at: "2024-04-03", ["\(row) pending"]),
        Example(
            "the end of the case ends no measure", [report, measure, "2024-03-20 sag.afsluttet"], at: "2024-04-03",
            ["\(row) pending"]),
        Example(
            "its end later leaves the report open", [report, measure, "2024-04-10 indsats.afsluttet"],
            at: "2024-04-17", ["\(row) missing"]),
    ]

    static let reassessments: [Example] = [
        Example(
            "on the due date", [report, measure, "2024-04-16 genvurdering.foretaget"], at: "2024-04-17",
            ["\(row) met 2024-04-16"]),
        Example(
            "the day after", [report, measure, "2024-04-17 genvurdering.foretaget"], at: "2024-04-17",
            ["\(row) late 2024-04-17"]),
        Example(
            "of another report", [report, measure, "2024-04-10 genvurdering.foretaget ref=und-2"], at: "2024-04-17",
            ["\(row) missing"]),
        Example(
            "before the report", [report, measure, "2024-04-01 genvurdering.foretaget"], at: "2024-04-17",
            ["\(row) missing"]),
        Example(
            "a second report of another ref",
            [report, measure, "2024-04-05 underretning.modtaget ref=und-2"], at: "2024-04-10",
            ["\(row) pending", "und-2 2024-04-05 → 2024-04-19 pending"]),
        Example(
            "a second report of the same ref", [report, measure, "2024-04-05 underretning.modtaget ref=und-1"],
            at: "2024-04-10", ["\(row) pending"]),
        Example(
            "of two of one ref, the first before the measure",
            ["2024-02-20 underretning.modtaget ref=und-1", measure, report], at: "2024-04-10", ["\(row) pending"]),
    ]

    @Test(arguments: measures + reassessments) func holds(_ example: Example) throws {
        try example.check("genvurdering")
    }
}
