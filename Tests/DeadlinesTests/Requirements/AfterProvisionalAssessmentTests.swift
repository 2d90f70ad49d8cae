import Testing

/// `bfu-efter-foreloebig`: an investigation assessed provisionally is to be finished within a month.
@Suite struct AfterProvisionalAssessmentTests {
    private static let start = "2024-06-10 bfu.foreloebig-vurdering ref=bfu-1 aarsag=boernehus"
    private static let row = "bfu-1 2024-06-10 → 2024-07-10"

    static let limits: [Example] = [
        ("2024-01-31", "2024-02-29"), ("2023-01-31", "2023-02-28"), ("2023-12-31", "2024-01-31"),
        ("2024-02-29", "2024-03-29"),
    ].map { start, due in
        Example("from \(start)", ["\(start) bfu.foreloebig-vurdering"], at: start, ["– \(start) → \(due) pending"])
    }

    static let reasons: [Example] = ["udeblivelse", "arbejdspres", "laege-eller-psykolog"].map {
        Example(
            "for whatever reason: \($0)", ["2024-06-10 bfu.foreloebig-vurdering ref=bfu-1 aarsag=\($0)"],
            at: "2024-06-11", ["\(row) pending"])
    }

    static let ends: [Example] = [
        Example("on the due date", [start, "2024-07-10 bfu.afsluttet"], at: "2024-07-11", ["\(row) met 2024-07-10"]),
        Example("the day after", [start, "2024-07-11 bfu.afsluttet"], at: "2024-07-11", ["\(row) late 2024-07-11"]),
        Example("on the same day", [start, "2024-06-10 bfu.afsluttet"], at: "2024-07-11", ["\(row) met 2024-06-10"]),
        Example("before it", [start, "2024-06-09 bfu.afsluttet"], at: "2024-07-11", ["\(row) missing"]),
        Example("of another", [start, "2024-06-20 bfu.afsluttet ref=bfu-2"], at: "2024-07-11", ["\(row) missing"]),
        Example("an update is no end", [start, "2024-06-20 bfu.opdateret"], at: "2024-07-11", ["\(row) missing"]),
        Example(
            "a second assessment while open", [start, "2024-07-01 bfu.foreloebig-vurdering ref=bfu-1"],
            at: "2024-07-11", ["\(row) missing"]),
        Example("the case closed", [start, "2024-07-10 sag.afsluttet"], at: "2024-07-11", ["\(row) void"]),
    ]

    @Test(arguments: limits + reasons + ends) func holds(_ example: Example) throws {
        try example.check("bfu-efter-foreloebig")
    }
}
