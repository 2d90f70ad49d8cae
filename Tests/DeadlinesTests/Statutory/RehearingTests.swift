import Testing

/// `genbehandling` and `genbehandlingsfrist-angivet`.
@Suite struct RehearingTests {
    private static let rule = "genbehandling"
    private static let placement = "2024-03-01 indsats.ivaerksat ref=i type=anbringelse genbehandles=2025-03-01"
    private static let undated = "2024-03-01 indsats.ivaerksat ref=i type=anbringelse"
    private static let decision = "2024-02-20 afgoerelse.truffet ref=a type=anbringelse genbehandles=2025-02-20"

    static let dates: [Sentence] = [
        Sentence(
            "the measure's own", rule, [placement, decision], at: "2025-03-01", ["i 2024-03-01 → 2025-03-01 pending"]),
        Sentence(
            "else the decision's", rule, [undated, decision], at: "2025-02-21", ["i 2024-03-01 → 2025-02-20 missing"]),
        Sentence(
            "that of the latest", rule,
            [undated, decision, "2024-02-25 afgoerelse.truffet ref=b type=anbringelse genbehandles=2026-02-25"],
            at: "2024-04-01", ["i 2024-03-01 → 2026-02-25 pending"]),
        Sentence(
            "of the latest that names one", rule,
            [undated, decision, "2024-02-25 afgoerelse.truffet ref=b type=anbringelse"],
            at: "2024-04-01", ["i 2024-03-01 → 2025-02-20 pending"]),
        Sentence(
            "dated on the start", rule,
            [undated, "2024-03-01 afgoerelse.truffet type=anbringelse genbehandles=2025-03-01"],
            at: "2024-04-01", ["i 2024-03-01 → 2025-03-01 pending"]),
        Sentence(
            "not after it", rule, [undated, "2024-03-02 afgoerelse.truffet type=anbringelse genbehandles=2025-03-01"],
            at: "2024-04-01", []),
        Sentence(
            "not of another type", rule, [undated, "2024-02-20 afgoerelse.truffet type=akut genbehandles=2025-03-01"],
            at: "2024-04-01", []),
        Sentence(
            "no placement", rule, ["2024-03-01 indsats.ivaerksat type=x genbehandles=2025-03-01"], at: "2024-04-01", []),
        Sentence(
            "before 2024 too", rule, ["2023-03-01 indsats.ivaerksat ref=i type=anbringelse genbehandles=2024-03-01"],
            at: "2024-02-01", ["i 2023-03-01 → 2024-03-01 pending"]),
        Sentence(
            "a start without any date is none for the row that a placement starts", rule,
            [undated, "2024-04-01 indsats.ivaerksat ref=i type=anbringelse genbehandles=2025-04-01"], at: "2024-05-01",
            ["i 2024-04-01 → 2025-04-01 pending"]),
        Sentence(
            "a further start with one while a dated one runs is none", rule,
            [placement, "2024-04-01 indsats.ivaerksat ref=i type=anbringelse genbehandles=2025-04-01"],
            at: "2024-05-01",
            ["i 2024-03-01 → 2025-03-01 pending"]),
    ]

    static let repeated: [Sentence] = [
        Sentence(
            "met by the next, which names another", rule,
            [placement, "2025-02-01 genbehandling.afgjort genbehandles=2027-02-01"],
            at: "2025-04-01", ["i 2024-03-01 → 2025-03-01 met 2025-02-01", "i 2025-02-01 → 2027-02-01 pending"]),
        Sentence(
            "one that names none starts nothing", rule, [placement, "2025-03-02 genbehandling.afgjort"],
            at: "2025-04-01",
            ["i 2024-03-01 → 2025-03-01 late 2025-03-02"]),
        Sentence(
            "of a later date only", rule, [placement, "2024-03-01 genbehandling.afgjort ref=i"], at: "2024-04-01",
            ["i 2024-03-01 → 2025-03-01 pending"]),
        Sentence(
            "on the start's date the earlier of the two", rule,
            [placement, "2024-03-01 genbehandling.afgjort ref=i genbehandles=2024-12-01"], at: "2024-04-01",
            ["i 2024-03-01 → 2024-12-01 pending"]),
        Sentence(
            "for each running placement it belongs to", rule,
            [
                placement, "2024-04-01 indsats.ivaerksat ref=j type=anbringelse",
                "2024-06-01 genbehandling.afgjort genbehandles=2026-06-01",
            ],
            at: "2024-07-01",
            [
                "i 2024-03-01 → 2025-03-01 met 2024-06-01", "i 2024-06-01 → 2026-06-01 pending",
                "j 2024-06-01 → 2026-06-01 pending",
            ]),
        Sentence(
            "of another ref", rule, [placement, "2024-06-01 genbehandling.afgjort ref=x genbehandles=2026-06-01"],
            at: "2024-07-01",
            ["i 2024-03-01 → 2025-03-01 pending"]),
        Sentence(
            "whether or not the placement named a date", rule,
            [undated, "2024-06-01 genbehandling.afgjort genbehandles=2026-06-01"],
            at: "2024-07-01", ["i 2024-06-01 → 2026-06-01 pending"]),
        Sentence(
            "of no placement", rule, ["2024-06-01 genbehandling.afgjort genbehandles=2026-06-01"], at: "2024-07-01", []),
        Sentence(
            "void by its end", rule,
            [placement, "2024-06-01 indsats.afsluttet", "2024-07-01 genbehandling.afgjort genbehandles=2026-06-01"],
            at: "2025-07-01", ["i 2024-03-01 → 2025-03-01 void"]),
    ]

    static let named: [Sentence] = [
        Sentence(
            "missing at once", "genbehandlingsfrist-angivet",
            ["2024-03-01 afgoerelse.truffet ref=a type=anbringelse samtykke=false"],
            at: "2024-03-01", ["a 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "any value of it", "genbehandlingsfrist-angivet",
            ["2024-03-01 afgoerelse.truffet ref=a type=anbringelse samtykke=false genbehandles=2020-01-01"],
            at: "2024-03-01",
            ["a 2024-03-01 → 2024-03-01 met 2024-03-01"]),
        Sentence(
            "with consent", "genbehandlingsfrist-angivet",
            ["2024-03-01 afgoerelse.truffet type=anbringelse samtykke=true"], at: "2024-03-01", []),
        Sentence(
            "consent not told", "genbehandlingsfrist-angivet", ["2024-03-01 afgoerelse.truffet type=anbringelse"],
            at: "2024-03-01", []),
        Sentence(
            "before 2024 too", "genbehandlingsfrist-angivet",
            ["2023-03-01 afgoerelse.truffet ref=a type=anbringelse samtykke=false"],
            at: "2024-03-01", ["a 2023-03-01 → 2023-03-01 missing"]),
    ]

    @Test(arguments: dates + repeated + named) func holds(_ sentence: Sentence) throws { try sentence.check() }
}
