import Testing

/// **Stillness**: at most one row a case, without `ref`, and only while no measure runs.
@Suite struct StillnessTests {
    private static let report = "2024-03-04 underretning.modtaget ref=u"

    static let sentences: [Sentence] = [
        Sentence("pending", rule, [report], at: "2024-06-04", ["– 2024-03-04 → 2024-06-04 pending"]),
        Sentence("then missing", rule, [report], at: "2024-06-05", ["– 2024-03-04 → 2024-06-04 missing"]),
        Sentence(
            "the next movement begins it anew", rule, [report, "2024-06-20 sag.tildelt"], at: "2024-07-01",
            ["– 2024-06-20 → 2024-09-20 pending"]),
        Sentence(
            "its start is a date, also of an instant", rule, ["2024-03-04T10:00:00+01:00 underretning.modtaget"],
            at: "2024-04-01", ["– 2024-03-04 → 2024-06-04 pending"]),
        Sentence("while a measure runs", rule, [report, measure], at: "2024-07-01", []),
        Sentence(
            "a measure that ended that day does not run", rule, [report, measure, "2024-03-20 indsats.afsluttet"],
            at: "2024-03-20", ["– 2024-03-20 → 2024-06-20 pending"]),
        Sentence(
            "a preventive course is no measure", rule,
            [report, "2024-03-10 indsats.ivaerksat ref=f type=paragraf-30"], at: "2024-04-01",
            ["– 2024-03-10 → 2024-06-10 pending"]),
        Sentence(
            "closed on the latest movement's date", rule, [report, "2024-03-04 sag.afsluttet"], at: "2024-07-01", []),
        Sentence("closed after it", rule, [report, "2024-05-04 sag.afsluttet"], at: "2024-07-01", []),
        Sentence(
            "moved after it was closed", rule, [report, "2024-05-04 sag.afsluttet", "2024-05-10 sag.tildelt"],
            at: "2024-07-01", ["– 2024-05-10 → 2024-08-10 pending"]),
        Sentence(
            "a case closed with its measure running has that still", rule,
            [report, measure, "2024-05-04 sag.afsluttet", "2024-05-10 sag.tildelt"], at: "2024-07-01", []),
    ]

    /// Movement is every update but these.
    static let quiet: [Sentence] = [
        "paamindelse.kvitteret noegle=abc af=mhs", "paamindelse.udsat noegle=abc af=mhs til=2024-05-01",
        "paamindelse.genudsendt noegle=abc", "paamindelse.uleveret noegle=abc", "registrering.annulleret takes-back=x",
        "brud.gennemgaaet regel=genvurdering af=tln", "ledelsestilsyn.fund pejlemaerke=journal vurdering=mangler",
        "ledelsestilsyn.fund-rettet", "ledelsestilsyn.afholdt", "ledelsestilsyn.udtaget sag=2024-1",
        "sagsgennemgang.afholdt",
    ].map { Sentence($0, rule, [report, "2024-04-01 \($0)"], at: "2024-05-01", ["– 2024-03-04 → 2024-06-04 pending"]) }

    static let moving: [Sentence] = [
        "sag.oprettet", "sag.tildelt", "sag.fraflyttet", "bfu.behov", "opfoelgning.afholdt",
        "frist.sat-i-bero regel=genvurdering", "klage.modtaget", "visitation.planlagt dato=2024-04-20",
    ].map { Sentence($0, rule, [report, "2024-04-01 \($0)"], at: "2024-05-01", ["– 2024-04-01 → 2024-07-01 pending"]) }

    private static let rule = "sag-uden-bevaegelse"
    private static let measure = "2024-03-10 indsats.ivaerksat ref=i type=stoettende"

    @Test(arguments: sentences + quiet + moving) func holds(_ sentence: Sentence) throws { try sentence.check() }

    @Test(arguments: ["team/nord", "raadgiver/mhs", "kilde/dubu"]) func onlyInChildrensCases(caseID: String) throws {
        try Sentence("", Self.rule, [Self.report], at: "2024-07-01", []).check(of: caseID)
    }
}
