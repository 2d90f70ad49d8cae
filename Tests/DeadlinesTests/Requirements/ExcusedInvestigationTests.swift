import Testing

/// `bfu-4-maaneder` with a provisional assessment (due 2024-07-01).
@Suite struct ExcusedInvestigationTests {
    private static let start = "2024-03-01 bfu.behov ref=bfu-1"
    private static let row = "bfu-1 2024-03-01 → 2024-07-01"

    private static func excuse(_ date: String, _ more: String = "aarsag=boernehus") -> String {
        "\(date) bfu.foreloebig-vurdering \(more)"
    }

    static let dates: [Example] = [
        Example("until it is due it is pending", [start, excuse("2024-05-01")], at: "2024-07-01", ["\(row) pending"]),
        Example("then excused", [start, excuse("2024-05-01")], at: "2024-07-02", ["\(row) excused"]),
        Example("registered on the due date", [start, excuse("2024-07-01")], at: "2024-07-02", ["\(row) excused"]),
        Example("registered the day after", [start, excuse("2024-07-02")], at: "2024-07-03", ["\(row) missing"]),
        Example("registered on the start", [start, excuse("2024-03-01")], at: "2024-07-02", ["\(row) excused"]),
        Example("registered before the start", [start, excuse("2024-02-29")], at: "2024-07-02", ["\(row) missing"]),
    ]

    static let reasons: [Example] = [
        Example(
            "the parents' competence", [start, excuse("2024-05-01", "aarsag=foraeldrekompetenceundersoegelse")],
            at: "2024-07-02", ["\(row) excused"]),
        Example(
            "a doctor or psychologist", [start, excuse("2024-05-01", "aarsag=laege-eller-psykolog")], at: "2024-07-02",
            ["\(row) excused"]),
        Example(
            "pressure of work is none", [start, excuse("2024-05-01", "aarsag=arbejdspres")], at: "2024-07-02",
            ["\(row) missing"]),
        Example("none given", [start, excuse("2024-05-01", "")], at: "2024-07-02", ["\(row) missing"]),
        Example(
            "of this investigation", [start, excuse("2024-05-01", "aarsag=boernehus ref=bfu-1")], at: "2024-07-02",
            ["\(row) excused"]),
        Example(
            "of another one", [start, excuse("2024-05-01", "aarsag=boernehus ref=bfu-2")], at: "2024-07-02",
            ["\(row) missing"]),
    ]

    static let metToo: [Example] = [
        Example(
            "met by the due date", [start, excuse("2024-05-01"), "2024-07-01 bfu.afsluttet"], at: "2024-08-01",
            ["\(row) met 2024-07-01"]),
        Example(
            "met before the excuse", [start, excuse("2024-05-01"), "2024-04-01 bfu.afsluttet"], at: "2024-08-01",
            ["\(row) met 2024-04-01"]),
        Example(
            "met later leaves it excused", [start, excuse("2024-05-01"), "2024-07-10 bfu.afsluttet"], at: "2024-08-01",
            ["\(row) excused"]),
        Example(
            "met later, excused too late", [start, excuse("2024-07-02"), "2024-07-10 bfu.afsluttet"], at: "2024-08-01",
            ["\(row) late 2024-07-10"]),
        Example(
            "closed before it is due", [start, excuse("2024-05-01"), "2024-06-01 sag.afsluttet"], at: "2024-08-01",
            ["\(row) void"]),
        Example(
            "closed after it was due", [start, excuse("2024-05-01"), "2024-07-10 sag.afsluttet"], at: "2024-08-01",
            ["\(row) excused"]),
    ]

    @Test(arguments: dates + reasons + metToo) func holds(_ example: Example) throws {
        try example.check("bfu-4-maaneder")
    }
}
