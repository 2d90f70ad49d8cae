import Testing

/// Local rules that need few words each.
@Suite struct NewLocalRuleTests {
    static let extensions: [Sentence] = [
        Sentence(
            "of exactly its ref", "indsats-stopdato",
            [grant, "2024-04-01 bevilling.forlaenget bevilget_til=2024-12-31"], at: "2024-05-01",
            ["i 2024-03-01 → 2024-06-30 pending"]),
        Sentence(
            "of two of one date the later in time", "indsats-stopdato",
            [
                grant, "2024-04-01T10:00:00+02:00 bevilling.forlaenget ref=i bevilget_til=2024-08-31",
                "2024-04-01T09:00:00+02:00 bevilling.forlaenget ref=i bevilget_til=2024-12-31",
            ], at: "2024-05-01", ["i 2024-03-01 → 2024-08-31 pending"]),
        Sentence(
            "at one time the later date", "indsats-stopdato",
            [
                grant, "2024-04-01 bevilling.forlaenget ref=i bevilget_til=2024-08-31",
                "2024-04-01 bevilling.forlaenget ref=i bevilget_til=2024-12-31",
            ],
            at: "2024-05-01", ["i 2024-03-01 → 2024-12-31 pending"]),
        Sentence(
            "after expiry", "indsats-stopdato",
            [grant, "2024-08-01 bevilling.forlaenget ref=i bevilget_til=2024-12-31"], at: "2024-09-01",
            ["i 2024-03-01 → 2024-12-31 pending"]),
        Sentence(
            "earlier", "indsats-stopdato", [grant, "2024-04-10 bevilling.forlaenget ref=i bevilget_til=2024-04-01"],
            at: "2024-04-10",
            ["i 2024-03-01 → 2024-04-01 missing"]),
        Sentence(
            "before it began", "indsats-stopdato",
            [grant, "2024-02-10 bevilling.forlaenget ref=i bevilget_til=2024-12-31"], at: "2024-04-10",
            ["i 2024-03-01 → 2024-06-30 pending"]),
    ]
    private static let grant = "2024-03-01 indsats.ivaerksat ref=i type=x bevilget_til=2024-06-30"

    static let findings: [Sentence] = [
        Sentence("thirty days", fund, [finding], at: "2024-04-01", ["t 2024-03-01 → 2024-03-31 missing"]),
        Sentence(
            "nothing is lacking", fund, ["2024-03-01 ledelsestilsyn.fund pejlemaerke=journal vurdering=delvist"],
            at: "2024-04-01", []),
        Sentence(
            "put right under no ref", fund, [finding, "2024-03-10 ledelsestilsyn.fund-rettet"], at: "2024-04-01",
            ["t 2024-03-01 → 2024-03-31 missing"]),
        Sentence(
            "judged otherwise the same day", fund,
            [finding, "2024-03-01 ledelsestilsyn.fund ref=t pejlemaerke=journal vurdering=ikke-relevant"],
            at: "2024-04-01",
            ["t 2024-03-01 → 2024-03-31 met 2024-03-01"]),
        Sentence(
            "another thing judged well", fund,
            [finding, "2024-03-10 ledelsestilsyn.fund ref=t pejlemaerke=afgoerelse vurdering=opfyldt"],
            at: "2024-04-01", ["t 2024-03-01 → 2024-03-31 missing"]),
        Sentence(
            "found again, each for itself", fund,
            [finding, "2024-03-10 ledelsestilsyn.fund ref=t pejlemaerke=journal vurdering=mangler"],
            at: "2024-03-11", ["t 2024-03-01 → 2024-03-31 pending", "t 2024-03-10 → 2024-04-09 pending"]),
    ]
    private static let fund = "tilsynsfund-rettet"
    private static let finding = "2024-03-01 ledelsestilsyn.fund ref=t pejlemaerke=journal vurdering=mangler"

    static let steps: [Sentence] =
        [
            "screening.foretaget", "afdaekning.paabegyndt", "bfu.behov", "bfu.besluttet", "genvurdering.foretaget",
            "underretning.henlagt",
        ].map {
            Sentence(
                $0, "naeste-skridt-efter-vurdering",
                ["2024-03-01 underretning.vurderet ref=u", "2024-03-01 \($0) ref=x"], at: "2024-03-20",
                ["u 2024-03-01 → 2024-03-15 met 2024-03-01"])
        } + [
            Sentence(
                "each, and nothing before it", "naeste-skridt-efter-vurdering",
                [
                    "2024-03-01 underretning.vurderet ref=u", "2024-03-05 underretning.vurderet ref=u",
                    "2024-02-28 bfu.behov",
                ], at: "2024-03-18",
                ["u 2024-03-01 → 2024-03-15 missing", "u 2024-03-05 → 2024-03-19 pending"])
        ]

    static let investigations: [Sentence] = [
        Sentence(
            "a disclosure", "afdaekning-varighed",
            ["2024-03-01 afdaekning.paabegyndt ref=d", "2024-04-27 afdaekning.afsluttet"], at: "2024-05-01",
            ["d 2024-03-01 → 2024-04-26 late 2024-04-27"]),
        Sentence(
            "a need decided", "bfu-besluttet-efter-behov", ["2024-03-01 bfu.behov ref=b", "2024-03-15 bfu.besluttet"],
            at: "2024-05-01",
            ["b 2024-03-01 → 2024-03-15 met 2024-03-15"]),
        Sentence(
            "a need whose investigation ended", "bfu-besluttet-efter-behov",
            ["2024-03-01 bfu.behov ref=b", "2024-03-15 bfu.afsluttet ref=b"],
            at: "2024-05-01", ["b 2024-03-01 → 2024-03-15 void"]),
        Sentence(
            "whose investigation ended too late", "bfu-besluttet-efter-behov",
            ["2024-03-01 bfu.behov ref=b", "2024-03-16 bfu.afsluttet ref=b"],
            at: "2024-05-01", ["b 2024-03-01 → 2024-03-15 missing"]),
        Sentence(
            "abuse", "overgreb-undersoegelse", [abuse, "2024-03-10 bfu.behov ref=x"], at: "2024-05-01",
            ["u 2024-03-01 → 2024-03-15 met 2024-03-10"]),
        Sentence(
            "beside an investigation begun before", "overgreb-undersoegelse",
            [abuse, "2024-02-28 bfu.besluttet ref=x"], at: "2024-05-01", []),
        Sentence(
            "beside one begun that day", "overgreb-undersoegelse", [abuse, "2024-03-01 bfu.besluttet ref=x"],
            at: "2024-05-01",
            ["u 2024-03-01 → 2024-03-15 met 2024-03-01"]),
        Sentence(
            "beside one that ended that day", "overgreb-undersoegelse",
            [abuse, "2024-02-01 bfu.besluttet ref=x", "2024-03-01 bfu.afsluttet ref=x"], at: "2024-05-01",
            ["u 2024-03-01 → 2024-03-15 missing"]),
        Sentence("no abuse", "overgreb-undersoegelse", ["2024-03-01 underretning.modtaget"], at: "2024-05-01", []),
    ]
    private static let abuse = "2024-03-01 underretning.modtaget ref=u overgreb=true"

    static let decisions: [Sentence] = [
        Sentence(
            "after an investigation", "afgoerelse-efter-bfu",
            ["2024-03-01 bfu.afsluttet ref=b", "2024-03-31 indsats.fravalgt ref=x"],
            at: "2024-05-01", ["b 2024-03-01 → 2024-03-31 met 2024-03-31"]),
        Sentence(
            "after one, too late", "afgoerelse-efter-bfu",
            ["2024-03-01 bfu.afsluttet ref=b", "2024-04-01 afgoerelse.truffet type=akut"],
            at: "2024-05-01", ["b 2024-03-01 → 2024-03-31 late 2024-04-01"]),
        Sentence(
            "before a measure", "afgoerelse-foer-indsats",
            ["2024-03-01 indsats.ivaerksat ref=i type=x", "2023-03-01 afgoerelse.truffet ref=a type=akut"],
            at: "2024-03-01", ["i 2024-03-01 → 2024-03-01 met 2023-03-01"]),
        Sentence(
            "too old", "afgoerelse-foer-indsats",
            ["2024-03-01 indsats.ivaerksat ref=i type=x", "2023-02-28 afgoerelse.truffet ref=a type=akut"],
            at: "2024-03-01", ["i 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "of another type", "afgoerelse-foer-indsats",
            ["2024-03-01 indsats.ivaerksat ref=i type=x", "2024-02-28 afgoerelse.truffet ref=a type=hjemgivelse"],
            at: "2024-03-01",
            ["i 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "no measure", "afgoerelse-foer-indsats", ["2024-03-01 indsats.ivaerksat ref=i type=paragraf-30"],
            at: "2024-03-01", []),
        Sentence(
            "siblings", "soeskende-vurderet",
            [
                "2024-03-01 afgoerelse.truffet ref=a type=anbringelse soeskende=true",
                "2023-03-01 soeskende.vurderet ref=x",
            ], at: "2024-03-02",
            ["a 2024-03-01 → 2024-03-15 met 2023-03-01"]),
        Sentence(
            "no siblings", "soeskende-vurderet", ["2024-03-01 afgoerelse.truffet ref=a type=anbringelse"],
            at: "2024-03-02", []),
        Sentence(
            "sent back", "hjemvist-sag",
            ["2024-03-01 afgoerelse.hjemvist ref=a", "2024-04-27 afgoerelse.truffet ref=b type=akut"], at: "2024-05-01",
            ["a 2024-03-01 → 2024-04-26 late 2024-04-27"]),
    ]

    static let moved: [Sentence] = [
        Sentence(
            "five working days, over Easter", "underretning-ved-flytning", ["2024-03-27 sag.fraflyttet"],
            at: "2024-04-09",
            ["– 2024-03-27 → 2024-04-08 missing"]),
        Sentence(
            "the end of the case does not end it", "underretning-ved-flytning",
            ["2024-03-04 sag.fraflyttet", "2024-03-05 sag.afsluttet"],
            at: "2024-04-01", ["– 2024-03-04 → 2024-03-11 missing"]),
        Sentence(
            "one after that counts anew", "underretning-ved-flytning",
            ["2024-03-04 sag.fraflyttet", "2024-03-05 sag.afsluttet", "2024-03-06 sag.fraflyttet"], at: "2024-03-07",
            ["– 2024-03-04 → 2024-03-11 pending", "– 2024-03-06 → 2024-03-13 pending"]),
        Sentence(
            "one before that changes nothing", "underretning-ved-flytning",
            ["2024-03-04 sag.fraflyttet", "2024-03-06 sag.fraflyttet"],
            at: "2024-03-07", ["– 2024-03-04 → 2024-03-11 pending"]),
        Sentence(
            "sent", "underretning-ved-flytning",
            ["2024-03-04 sag.fraflyttet", "2024-03-05 sag.afsluttet", "2024-03-11 underretning.sendt"],
            at: "2024-04-01", ["– 2024-03-04 → 2024-03-11 met 2024-03-11"]),
    ]

    @Test(arguments: extensions + findings + steps + investigations + decisions + moved) func holds(
        _ sentence: Sentence
    ) throws {
        try sentence.check()
    }
}
