import Testing

/// Sentences of the law page that need few words.
@Suite struct SmallSentenceTests {
    /// **The child**: of two `sag.oprettet` the latest counts, of two at one time the earlier date.
    static let child: [Sentence] = [
        Sentence(
            "the latest that says so", "overgang-18-aar",
            [
                placement, "2024-01-01 sag.oprettet fylder_18=2026-01-01",
                "2024-02-01 sag.oprettet fylder_18=2025-06-01",
                "2024-02-02 sag.oprettet",
            ],
            at: "2024-04-01", ["i 2024-03-01 → 2024-12-01 pending"]),
        Sentence(
            "at one time the earlier date", "overgang-18-aar",
            [
                placement, "2024-01-01 sag.oprettet fylder_18=2025-06-01",
                "2024-01-01 sag.oprettet fylder_18=2026-01-01",
            ],
            at: "2024-04-01", ["i 2024-03-01 → 2024-12-01 pending"]),
        Sentence(
            "at one time the earlier month of birth", "barnet-ved-opfoelgning",
            [
                "2024-01-01 sag.oprettet foedt=2023-05", "2024-01-01 sag.oprettet foedt=2022-05",
                "2024-03-01 opfoelgning.afholdt",
            ],
            at: "2024-04-01", ["– 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "later in the day counts", "barnet-ved-opfoelgning",
            [
                "2024-01-01T09:00:00+01:00 sag.oprettet foedt=2022-05",
                "2024-01-01T10:00:00+01:00 sag.oprettet foedt=2023-05",
                "2024-03-01 opfoelgning.afholdt",
            ], at: "2024-04-01", []),
    ]

    /// **Dates named by a field** stand as given, also before their start: then due and overdue at once.
    static let named: [Sentence] = [
        Sentence(
            "a follow-up's", "opfoelgning-naeste",
            ["2024-03-01 indsats.ivaerksat ref=i type=x", "2024-04-01 opfoelgning.afholdt ref=i naeste=2024-03-15"],
            at: "2024-04-01", ["i 2024-04-01 → 2024-03-15 missing"]),
        Sentence(
            "a limit of contact", "samvaer-udloeb", ["2024-03-01 samvaer.begraenset ref=s til=2024-02-01"],
            at: "2024-03-01", ["s 2024-03-01 → 2024-02-01 missing"]),
        Sentence(
            "and late when met that day", "samvaer-udloeb",
            ["2024-03-01 samvaer.begraenset ref=s til=2024-02-01", "2024-03-01 samvaer.afgjort"], at: "2024-03-01",
            ["s 2024-03-01 → 2024-02-01 late 2024-03-01"]),
    ]

    /// **Planned**: a later plan by instant takes its place; of two at one instant both stand.
    static let planned: [Sentence] = [
        Sentence(
            "later the same day", "plan-foer-hjemgivelse",
            [
                "2024-03-01T09:00:00+01:00 afgoerelse.planlagt ref=a type=hjemgivelse dato=2024-04-01",
                "2024-03-01T10:00:00+01:00 afgoerelse.planlagt ref=a type=hjemgivelse dato=2024-05-01",
            ], at: "2024-03-02", ["a 2024-03-01 → 2024-05-01 pending"]),
        Sentence(
            "two at one instant, until the first date", "plan-foer-hjemgivelse", both, at: "2024-03-02",
            ["a 2024-03-01 → 2024-04-01 pending"]),
        Sentence(
            "two at one instant, after the first date", "plan-foer-hjemgivelse", both, at: "2024-04-02",
            ["a 2024-03-01 → 2024-05-01 pending"]),
        Sentence(
            "a decision on its date of planning", "udtalelse-foer-flytning",
            [
                "2024-03-01 afgoerelse.planlagt type=aendret-sted dato=2024-04-01",
                "2024-03-01 afgoerelse.truffet ref=a type=akut",
            ],
            at: "2024-03-02", []),
        Sentence(
            "a statement meets it", "udtalelse-foer-flytning",
            [
                "2024-03-01 afgoerelse.planlagt ref=a type=aendret-sted dato=2024-04-01",
                "2024-03-10 udtalelse.indhentet",
            ],
            at: "2024-03-20", ["a 2024-03-01 → 2024-04-01 met 2024-03-10"]),
    ]
    private static let both = [
        "2024-03-01T09:00:00+01:00 afgoerelse.planlagt ref=a type=hjemgivelse dato=2024-04-01",
        "2024-03-01T09:00:00+01:00 afgoerelse.planlagt ref=a type=hjemgivelse dato=2024-05-01",
    ]

    /// **Pauses**.
    static let pauses: [Sentence] = [
        Sentence(
            "lifted by what belongs to the application and to the pause", "ansoegning-86-87",
            [
                "2024-03-04 ansoegning.modtaget paragraf=86", pause("2024-03-10", "a"), lift("2024-03-12", "b"),
                lift("2024-03-20", "a"),
            ],
            at: "2024-04-01", ["– 2024-03-04 → 2024-05-09 pending"]),
        Sentence(
            "a further one begun by the day it was lifted is none", "ansoegning-86-87",
            [
                "2024-03-04 ansoegning.modtaget paragraf=86", pause("2024-03-10", "a"), lift("2024-03-20", "a"),
                pause("2024-03-20", "b"), lift("2024-03-25", "b"),
            ], at: "2024-06-01", ["– 2024-03-04 → 2024-05-09 missing"]),
        Sentence(
            "several of one date are one", "ansoegning-86-87",
            [apply, pause("2024-03-10", "a"), pause("2024-03-10", "a"), lift("2024-03-20", "a")], at: "2024-04-01",
            ["a 2024-03-04 → 2024-05-09 pending"]),
        Sentence(
            "at the case's end", "ansoegning-86-87", [apply, pause("2024-03-10", "a"), "2024-03-20 sag.afsluttet"],
            at: "2024-04-01", ["a 2024-03-04 → 2024-05-09 void"]),
        Sentence(
            "at being met", "ansoegning-86-87", [apply, pause("2024-03-10", "a"), "2024-03-20 ansoegning.afgjort"],
            at: "2024-04-01", ["a 2024-03-04 → 2024-05-09 met 2024-03-20"]),
        Sentence(
            "at the moment", "ansoegning-86-87", [apply, pause("2024-03-10", "a")], at: "2024-03-20",
            ["a 2024-03-04 → 2024-05-09 pending"]),
        Sentence(
            "on the due date as moved so far", "ansoegning-86-87",
            [
                apply, pause("2024-03-10", "a"), lift("2024-03-20", "a"), pause("2024-05-09", "a"),
                lift("2024-05-11", "a"),
            ],
            at: "2024-05-12", ["a 2024-03-04 → 2024-05-11 missing"]),
    ]
    private static let apply = "2024-03-04 ansoegning.modtaget ref=a paragraf=86"
    private static func pause(_ date: String, _ ref: String) -> String {
        "\(date) frist.sat-i-bero ref=\(ref) regel=ansoegning-86-87"
    }
    private static func lift(_ date: String, _ ref: String) -> String {
        "\(date) frist.genoptaget ref=\(ref) regel=ansoegning-86-87"
    }

    private static let placement = "2024-03-01 indsats.ivaerksat ref=i type=anbringelse"

    @Test(arguments: child + named + planned + pauses) func holds(_ sentence: Sentence) throws { try sentence.check() }
}
