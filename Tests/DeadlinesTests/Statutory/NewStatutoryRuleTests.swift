import Testing

/// Statutory rules that need few words each.
@Suite struct NewStatutoryRuleTests {
    static let contact: [Sentence] = [
        Sentence(
            "decided on its date", "samvaer-udloeb", [limit, "2024-03-01 samvaer.afgjort ref=s"], at: "2024-06-02",
            ["s 2024-03-01 → 2024-06-01 met 2024-03-01"]),
        Sentence(
            "limited anew, of a later date", "samvaer-udloeb",
            [limit, "2024-05-01 samvaer.begraenset ref=s til=2024-09-01"],
            at: "2024-06-02", ["s 2024-03-01 → 2024-06-01 met 2024-05-01", "s 2024-05-01 → 2024-09-01 pending"]),
        Sentence(
            "of another ref", "samvaer-udloeb", [limit, "2024-05-01 samvaer.begraenset ref=t til=2024-09-01"],
            at: "2024-06-02",
            ["s 2024-03-01 → 2024-06-01 missing", "t 2024-05-01 → 2024-09-01 pending"]),
        Sentence(
            "not before 2024", "samvaer-udloeb", ["2023-12-31 samvaer.begraenset til=2024-06-01"], at: "2024-06-02", []),
    ]
    private static let limit = "2024-03-01 samvaer.begraenset ref=s til=2024-06-01"

    static let compulsion: [Sentence] = [
        Sentence(
            "two months", "tvangsundersoegelse", ["2024-03-01 bfu.besluttet ref=b tvang=true"], at: "2024-05-02",
            ["b 2024-03-01 → 2024-05-01 missing"]),
        Sentence(
            "without", "tvangsundersoegelse",
            ["2024-03-01 bfu.besluttet ref=b", "2024-03-01 bfu.besluttet tvang=false"], at: "2024-05-02", []),
        Sentence(
            "decided after it was begun", "tvangsundersoegelse",
            [
                "2024-03-01 bfu.besluttet ref=b", "2024-04-01 bfu.besluttet ref=b tvang=true",
                "2024-05-31 bfu.afsluttet ref=b",
            ],
            at: "2024-06-02", ["b 2024-04-01 → 2024-06-01 met 2024-05-31"]),
        Sentence(
            "not before 2024", "tvangsundersoegelse", ["2023-12-31 bfu.besluttet tvang=true"], at: "2024-05-02", []),
    ]

    static let waived: [Sentence] = [
        Sentence(
            "both on one update", "fravalg-begrundet", ["\(waiver) synspunkt_indhentet=true begrundelse=modenhed"],
            at: "2024-03-01",
            ["w 2024-03-01 → 2024-03-01 met 2024-03-01"]),
        Sentence(
            "no reason", "fravalg-begrundet", ["\(waiver) synspunkt_indhentet=true"], at: "2024-03-01",
            ["w 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "no view", "fravalg-begrundet", ["\(waiver) begrundelse=andet"], at: "2024-03-01",
            ["w 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "an infant", "fravalg-begrundet", [waiver, "2024-01-01 sag.oprettet foedt=2023-05"], at: "2024-03-01", []),
        Sentence(
            "not before 2024", "fravalg-begrundet", ["2023-12-31 boernesamtale.fravalgt formaal=bfu"], at: "2024-03-01",
            []),
        Sentence(
            "the waiver excuses as before", "boernesamtale-foer-afgoerelse",
            ["2024-03-04 afgoerelse.truffet ref=a type=akut", "2024-03-01 boernesamtale.fravalgt formaal=afgoerelse"],
            at: "2024-03-05",
            ["a 2024-03-04 → 2024-03-04 excused"]),
    ]
    private static let waiver = "2024-03-01 boernesamtale.fravalgt ref=w formaal=bfu"

    static let parents: [Sentence] = [
        Sentence(
            "not contacted", "foraeldre-ved-opfoelgning", [placement, "2024-04-01 opfoelgning.afholdt ref=i"],
            at: "2024-04-01",
            ["i 2024-04-01 → 2024-04-01 missing"]),
        Sentence(
            "contacted, under its own ref", "foraeldre-ved-opfoelgning",
            [placement, "2024-04-01 opfoelgning.afholdt foraeldre_kontaktet=true"],
            at: "2024-04-01", ["– 2024-04-01 → 2024-04-01 met 2024-04-01"]),
        Sentence(
            "of another thing", "foraeldre-ved-opfoelgning", [placement, "2024-04-01 opfoelgning.afholdt ref=x"],
            at: "2024-04-01", []),
        Sentence(
            "no placement", "foraeldre-ved-opfoelgning",
            ["2024-03-01 indsats.ivaerksat ref=i type=x", "2024-04-01 opfoelgning.afholdt ref=i"],
            at: "2024-04-01", []),
        Sentence(
            "one that ends that day", "foraeldre-ved-opfoelgning",
            [placement, "2024-04-01 opfoelgning.afholdt ref=i", "2024-04-01 indsats.afsluttet"], at: "2024-05-01",
            ["i 2024-04-01 → 2024-04-01 missing"]),
        Sentence(
            "one that has ended", "foraeldre-ved-opfoelgning",
            [placement, "2024-04-02 opfoelgning.afholdt ref=i", "2024-04-01 indsats.afsluttet"], at: "2024-05-01", []),
        Sentence(
            "before it began", "foraeldre-ved-opfoelgning", [placement, "2024-02-28 opfoelgning.afholdt ref=i"],
            at: "2024-05-01", []),
        Sentence(
            "not before 2024", "foraeldre-ved-opfoelgning",
            [
                "2023-03-01 indsats.ivaerksat ref=i type=anbringelse", "2023-12-31 opfoelgning.afholdt",
                "2024-01-01 opfoelgning.afholdt",
            ],
            at: "2024-05-01", ["– 2024-01-01 → 2024-01-01 missing"]),
    ]
    private static let placement = "2024-03-01 indsats.ivaerksat ref=i type=anbringelse"

    static let final: [Sentence] = [
        Sentence(
            "a month", "endelig-afgoerelse", ["2024-03-01 afgoerelse.truffet ref=a type=foreloebig"], at: "2024-04-02",
            ["a 2024-03-01 → 2024-04-01 missing"]),
        Sentence(
            "counted from when it was carried out", "endelig-afgoerelse",
            ["2024-03-01 afgoerelse.truffet ref=a type=formandsbeslutning ivaerksat=2024-03-05"], at: "2024-04-05",
            ["a 2024-03-01 → 2024-04-05 pending"]),
        Sentence(
            "any of the case of a later date", "endelig-afgoerelse",
            [
                "2024-03-01 afgoerelse.truffet ref=a type=foreloebig",
                "2024-03-20 afgoerelse.truffet ref=x type=ophaevet",
            ], at: "2024-04-02",
            ["a 2024-03-01 → 2024-04-01 met 2024-03-20"]),
        Sentence(
            "not of the same date, nor of another type", "endelig-afgoerelse",
            [
                "2024-03-01 afgoerelse.truffet ref=a type=foreloebig",
                "2024-03-01 afgoerelse.truffet ref=x type=anbringelse",
                "2024-03-05 afgoerelse.truffet ref=y type=stoettende",
            ], at: "2024-04-02", ["a 2024-03-01 → 2024-04-01 missing"]),
        Sentence(
            "each for itself", "endelig-afgoerelse",
            [
                "2023-12-30 afgoerelse.truffet ref=a type=foreloebig",
                "2024-01-02 afgoerelse.truffet ref=a type=formandsbeslutning",
            ],
            at: "2024-01-03", ["a 2023-12-30 → 2024-01-30 pending", "a 2024-01-02 → 2024-02-02 pending"]),
    ]

    static let narrower: [Sentence] = [
        Sentence(
            "a complaint over a committee's decision", "klage-genvurdering", ["2024-03-01 klage.modtaget udvalg=true"],
            at: "2024-04-01", []),
        Sentence(
            "over another", "klage-genvurdering", ["2024-03-01 klage.modtaget udvalg=false"], at: "2024-03-02",
            ["– 2024-03-01 → 2024-03-29 pending"]),
        Sentence(
            "an acute placement with consent needs a plan", "plan-3-maaneder",
            ["2024-03-01 afgoerelse.truffet ref=a type=akut samtykke=true"],
            at: "2024-03-02", ["a 2024-03-01 → 2024-06-01 pending"]),
        Sentence(
            "without consent told it does not", "plan-3-maaneder",
            ["2024-03-01 afgoerelse.truffet ref=a type=foreloebig"], at: "2024-03-02", []),
    ]

    @Test(arguments: contact + compulsion + waived + parents + final + narrower) func holds(_ sentence: Sentence) throws
    {
        try sentence.check()
    }
}
