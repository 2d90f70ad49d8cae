import Testing

/// **Shared rows**: what shares case, `ref`, rule and start is one requirement. Its due date is the earliest of all; then those
/// that are void are left out; then it is what the best of the rest is.
@Suite struct SharedRowTests {
    static let best: [Sentence] = [
        Sentence(
            "due on the earliest date of all", "samvaer-udloeb",
            [
                "2024-03-01 samvaer.begraenset ref=a til=2024-06-01",
                "2024-03-01 samvaer.begraenset ref=a til=2024-05-01",
            ],
            at: "2024-04-01", ["a 2024-03-01 → 2024-05-01 pending"]),
        Sentence(
            "and missing then", "samvaer-udloeb",
            [
                "2024-03-01 samvaer.begraenset ref=a til=2024-06-01",
                "2024-03-01 samvaer.begraenset ref=a til=2024-05-01",
            ],
            at: "2024-05-02", ["a 2024-03-01 → 2024-05-01 missing"]),
        Sentence(
            "late by that date", "samvaer-udloeb",
            [
                "2024-03-01 samvaer.begraenset ref=a til=2024-06-01",
                "2024-03-01 samvaer.begraenset ref=a til=2024-05-01", "2024-05-10 samvaer.afgjort ref=a",
            ], at: "2024-05-12", ["a 2024-03-01 → 2024-05-01 late 2024-05-10"]),
        Sentence(
            "a field that one of them says", "barnet-ved-opfoelgning",
            ["2024-03-01 opfoelgning.afholdt ref=a", "2024-03-01 opfoelgning.afholdt ref=a barnet_inddraget=true"],
            at: "2024-04-01", ["a 2024-03-01 → 2024-03-01 met 2024-03-01"]),
        Sentence(
            "two fields that no update says alone", "fravalg-begrundet",
            [
                "2024-03-01 boernesamtale.fravalgt ref=a formaal=bfu begrundelse=modenhed",
                "2024-03-01 boernesamtale.fravalgt ref=a formaal=bfu synspunkt_indhentet=true",
            ], at: "2024-04-01", ["a 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "of two measures on one date the one that runs on", "opfoelgning-foerste",
            [
                "2024-03-01 indsats.ivaerksat ref=a type=x", "2024-03-01 indsats.ivaerksat ref=a type=y",
                "2024-03-01 indsats.afsluttet ref=a", "2024-04-01 opfoelgning.afholdt ref=a",
            ], at: "2024-07-01", ["a 2024-03-01 → 2024-06-01 met 2024-04-01"]),
        Sentence(
            "void when all are", "opfoelgning-foerste",
            [
                "2024-03-01 indsats.ivaerksat ref=a type=x", "2024-03-01 indsats.ivaerksat ref=a type=y",
                "2024-03-01 indsats.afsluttet ref=a", "2024-04-01 indsats.afsluttet ref=a",
            ], at: "2024-07-01", ["a 2024-03-01 → 2024-06-01 void"]),
        Sentence(
            "the dates of two follow-ups of one date", "opfoelgning-naeste",
            [
                "2024-03-01 indsats.ivaerksat ref=a type=x", "2024-04-01 opfoelgning.afholdt ref=a naeste=2024-08-01",
                "2024-04-01 opfoelgning.afholdt naeste=2024-07-01",
            ], at: "2024-05-01", ["a 2024-04-01 → 2024-07-01 pending"]),
    ]

    /// Findings of a review and conflicts are each to be put right: there it is what the worst is, met when the last is.
    static let worst: [Sentence] = [
        Sentence(
            "one of two findings", "tilsynsfund-rettet",
            findings + ["2024-03-20 ledelsestilsyn.fund ref=t pejlemaerke=journal vurdering=opfyldt"], at: "2024-04-15",
            ["t 2024-03-01 → 2024-03-31 missing"]),
        Sentence(
            "both, the last of them late", "tilsynsfund-rettet",
            findings + [
                "2024-03-20 ledelsestilsyn.fund ref=t pejlemaerke=journal vurdering=opfyldt",
                "2024-04-02 ledelsestilsyn.fund ref=t pejlemaerke=opfoelgning vurdering=delvist",
            ], at: "2024-04-15", ["t 2024-03-01 → 2024-03-31 late 2024-04-02"]),
        Sentence(
            "all of a review at once", "tilsynsfund-rettet",
            findings + ["2024-03-20 ledelsestilsyn.fund-rettet ref=t"], at: "2024-04-15",
            ["t 2024-03-01 → 2024-03-31 met 2024-03-20"]),
        Sentence(
            "two investigations beside a course: one ended", "forebyggende-ved-bfu",
            [
                "2024-01-10 bfu.besluttet ref=b1", "2024-01-20 bfu.besluttet ref=b2",
                "2024-03-01 indsats.ivaerksat ref=f type=paragraf-30", "2024-04-01 bfu.afsluttet ref=b1",
            ], at: "2024-05-01", ["f 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "two investigations beside a course: the last ended", "forebyggende-ved-bfu",
            [
                "2024-01-10 bfu.besluttet ref=b1", "2024-01-20 bfu.besluttet ref=b2",
                "2024-03-01 indsats.ivaerksat ref=f type=paragraf-30", "2024-04-01 bfu.afsluttet ref=b1",
                "2024-04-20 bfu.afsluttet ref=b2",
            ], at: "2024-05-01", ["f 2024-03-01 → 2024-03-01 late 2024-04-20"]),
    ]

    private static let findings = [
        "2024-03-01 ledelsestilsyn.fund ref=t pejlemaerke=journal vurdering=mangler",
        "2024-03-01 ledelsestilsyn.fund ref=t pejlemaerke=opfoelgning vurdering=mangler",
    ]

    @Test(arguments: best + worst) func holds(_ sentence: Sentence) throws { try sentence.check() }
}
