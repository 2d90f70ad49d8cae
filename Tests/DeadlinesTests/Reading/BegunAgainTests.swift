import Testing

/// **A course or measure begun again**, and **Starts** that a rule does not count.
@Suite struct BegunAgainTests {
    private static let course = "2024-03-01 indsats.ivaerksat ref=a type=paragraf-30"
    private static let measure = "2024-03-01 indsats.ivaerksat ref=a type=stoettende"
    private static let end = "2024-04-01 indsats.afsluttet ref=a"

    /// One that starts on the day on which an earlier one of its `ref` ended, also of another type, counted by the rule or not,
    /// has a later end of its own.
    static let ends: [Sentence] = [
        Sentence(
            "a measure on the day its course ended runs on", "opfoelgning-foerste",
            [course, end, "2024-04-01 indsats.ivaerksat ref=a type=stoettende"], at: "2024-05-01",
            ["a 2024-04-01 → 2024-07-01 pending"]),
        Sentence(
            "a course on the day its measure ended runs on", "forebyggende-varighed",
            [measure, end, "2024-04-01 indsats.ivaerksat ref=a type=paragraf-30"], at: "2024-05-01",
            ["a 2024-04-01 → 2024-10-01 pending"]),
        Sentence(
            "a course on the day the earlier ended has its own end", "forebyggende-varighed",
            [course, end, "2024-04-01 indsats.ivaerksat ref=a type=paragraf-30", "2024-06-01 indsats.afsluttet ref=a"],
            at: "2024-07-01", ["a 2024-03-01 → 2024-09-01 met 2024-04-01", "a 2024-04-01 → 2024-10-01 met 2024-06-01"]),
        Sentence(
            "a placement on the day a support ended has its own visits", "tilsyn-2-aarligt",
            [measure, end, "2024-04-01 indsats.ivaerksat ref=a type=anbringelse"], at: "2024-05-01",
            ["a 2024-04-01 → 2025-03-31 pending"]),
        Sentence(
            "a stop date is met by its own measure's end", "indsats-stopdato",
            [measure, end, "2024-04-01 indsats.ivaerksat ref=a type=stoettende bevilget_til=2024-06-01"],
            at: "2024-05-01", ["a 2024-04-01 → 2024-06-01 pending"]),
        Sentence(
            "of two on one date that end that day the second runs on", "opfoelgning-foerste",
            [measure, "2024-03-01 indsats.ivaerksat ref=a type=x", "2024-03-01 indsats.afsluttet ref=a"],
            at: "2024-07-01", ["a 2024-03-01 → 2024-06-01 missing"]),
        Sentence(
            "after the case was closed one begun again is a further one", "opfoelgning-foerste",
            [measure, "2024-03-20 sag.afsluttet", "2024-04-10 indsats.ivaerksat ref=a type=stoettende"],
            at: "2024-05-01", ["a 2024-03-01 → 2024-06-01 void", "a 2024-04-10 → 2024-07-10 pending"]),
        Sentence(
            "also in a conflict", "forebyggende-ved-bfu",
            [
                course, "2024-03-10 bfu.besluttet ref=b", "2024-03-20 sag.afsluttet",
                "2024-04-10 indsats.ivaerksat ref=a type=paragraf-30",
            ], at: "2024-05-01", ["a 2024-03-10 → 2024-03-10 missing", "a 2024-04-10 → 2024-04-10 missing"]),
        Sentence(
            "one that moved away runs on", "forebyggende-ved-bfu",
            [course, "2024-03-05 sag.fraflyttet", "2024-03-10 bfu.besluttet ref=b"], at: "2024-05-01",
            ["a 2024-03-10 → 2024-03-10 missing"]),
    ]

    /// Starts that a rule does not count are none for it, as if they were not there, also while a thing of their `ref` runs.
    static let uncounted: [Sentence] = [
        Sentence(
            "a placement while a support of its ref runs", "tilsyn-2-aarligt",
            [measure, "2024-03-20 indsats.ivaerksat ref=a type=anbringelse"], at: "2024-05-01",
            ["a 2024-03-20 → 2025-03-19 pending"]),
        Sentence(
            "a § that is followed up while one that is not runs", "opfoelgning-foerste",
            [
                "2024-03-01 indsats.ivaerksat ref=a type=x paragraf=76",
                "2024-03-20 indsats.ivaerksat ref=a type=x paragraf=32",
            ], at: "2024-05-01", ["a 2024-03-20 → 2024-06-20 pending"]),
        Sentence(
            "a grant while a measure without one runs", "indsats-stopdato",
            [measure, "2024-03-20 indsats.ivaerksat ref=a type=stoettende bevilget_til=2024-08-01"], at: "2024-05-01",
            ["a 2024-03-20 → 2024-08-01 pending"]),
        Sentence(
            "a report of abuse while another of its ref is open", "boernesamtale-overgreb",
            ["2024-03-01 underretning.modtaget ref=a", "2024-03-02 underretning.modtaget ref=a overgreb=true"],
            at: "2024-03-03", ["a 2024-03-02 → 2024-03-09 pending"]),
    ]

    @Test(arguments: ends + uncounted) func holds(_ sentence: Sentence) throws { try sentence.check() }
}
