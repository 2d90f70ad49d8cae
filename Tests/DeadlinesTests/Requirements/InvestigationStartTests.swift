import Testing

/// `bfu-4-maaneder`: which start counts, and what belongs to it.
@Suite struct InvestigationStartTests {
    static let starts: [Example] = [
        Example(
            "the first of need and decision", ["2024-03-01 bfu.behov ref=bfu-1", "2024-03-10 bfu.besluttet ref=bfu-1"],
            at: "2024-04-01", ["bfu-1 2024-03-01 → 2024-07-01 pending"]),
        Example(
            "the first of decision and need", ["2024-03-01 bfu.besluttet ref=bfu-1", "2024-03-10 bfu.behov ref=bfu-1"],
            at: "2024-04-01", ["bfu-1 2024-03-01 → 2024-07-01 pending"]),
        Example(
            "no ref is one of its own", ["2024-03-01 bfu.behov", "2024-03-10 bfu.besluttet ref=bfu-1"],
            at: "2024-04-01", ["– 2024-03-01 → 2024-07-01 pending", "bfu-1 2024-03-10 → 2024-07-10 pending"]),
        Example(
            "a second while overdue", ["2024-03-01 bfu.behov", "2024-08-10 bfu.behov"], at: "2024-09-01",
            ["– 2024-03-01 → 2024-07-01 missing"]),
        Example(
            "a second after it was met",
            ["2024-03-01 bfu.behov", "2024-04-01 bfu.afsluttet", "2024-04-02 bfu.behov"], at: "2024-05-01",
            ["– 2024-03-01 → 2024-07-01 met 2024-04-01", "– 2024-04-02 → 2024-08-02 pending"]),
        Example(
            "a second after it was met late",
            ["2024-03-01 bfu.behov", "2024-08-01 bfu.afsluttet", "2024-08-02 bfu.behov"], at: "2024-09-01",
            ["– 2024-03-01 → 2024-07-01 late 2024-08-01", "– 2024-08-02 → 2024-12-02 pending"]),
        Example(
            "each has its own end",
            [
                "2024-03-01 bfu.behov", "2024-04-01 bfu.afsluttet", "2024-05-01 bfu.behov", "2024-06-01 bfu.afsluttet",
            ], at: "2024-07-01",
            ["– 2024-03-01 → 2024-07-01 met 2024-04-01", "– 2024-05-01 → 2024-09-01 met 2024-06-01"]),
    ]

    static let refs: [Example] = [
        Example(
            "an end without ref ends both",
            ["2024-03-01 bfu.behov ref=bfu-1", "2024-03-05 bfu.behov ref=bfu-2", "2024-04-01 bfu.afsluttet"],
            at: "2024-05-01",
            ["bfu-1 2024-03-01 → 2024-07-01 met 2024-04-01", "bfu-2 2024-03-05 → 2024-07-05 met 2024-04-01"]),
        Example(
            "an end with a ref ends that",
            ["2024-03-01 bfu.behov ref=bfu-1", "2024-03-05 bfu.behov ref=bfu-2", "2024-04-01 bfu.afsluttet ref=bfu-2"],
            at: "2024-05-01",
            ["bfu-1 2024-03-01 → 2024-07-01 pending", "bfu-2 2024-03-05 → 2024-07-05 met 2024-04-01"]),
        Example(
            "an end with a ref ends one without", ["2024-03-01 bfu.behov", "2024-04-01 bfu.afsluttet ref=bfu-2"],
            at: "2024-05-01", ["– 2024-03-01 → 2024-07-01 met 2024-04-01"]),
    ]

    @Test(arguments: starts + refs) func holds(_ example: Example) throws {
        try example.check("bfu-4-maaneder")
    }
}
