import Testing

/// What a decision to move or to go home needs, and by when a child has gone home.
@Suite struct HomecomingTests {
    private static let home = "2024-03-01 afgoerelse.truffet ref=a type=hjemgivelse"

    static let statement: [Sentence] = [
        Sentence("missing at once", statementRule, [home], at: "2024-03-01", ["a 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "of another place", statementRule, ["2024-03-01 afgoerelse.truffet ref=a type=aendret-sted"],
            at: "2024-03-01", ["a 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "not of others", statementRule, ["2024-03-01 afgoerelse.truffet ref=a type=ophaevet"], at: "2024-03-01", []),
        Sentence(
            "not before 2024", statementRule, ["2023-12-31 afgoerelse.truffet ref=a type=hjemgivelse"],
            at: "2024-03-01", []),
        Sentence(
            "obtained before", statementRule, [home, "2024-02-01 udtalelse.indhentet"], at: "2024-03-02",
            ["a 2024-03-01 → 2024-03-01 met 2024-02-01"]),
        Sentence(
            "before the previous decision it was for that one", statementRule,
            [home, "2024-02-01 udtalelse.indhentet", "2024-02-10 afgoerelse.truffet ref=b type=akut"], at: "2024-03-02",
            ["a 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "under its own ref that does not matter", statementRule,
            [home, "2024-02-01 udtalelse.indhentet ref=a", "2024-02-10 afgoerelse.truffet ref=b type=akut"],
            at: "2024-03-02", ["a 2024-03-01 → 2024-03-01 met 2024-02-01"]),
        Sentence(
            "of another ref", statementRule, [home, "2024-02-01 udtalelse.indhentet ref=x"], at: "2024-03-02",
            ["a 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "afterwards", statementRule, [home, "2024-03-04 udtalelse.indhentet"], at: "2024-03-05",
            ["a 2024-03-01 → 2024-03-01 late 2024-03-04"]),
    ]

    static let plan: [Sentence] = [
        Sentence("missing at once", planRule, [home], at: "2024-03-01", ["a 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "only a revised one", planRule, [home, "2024-02-01 plan.udarbejdet"], at: "2024-03-02",
            ["a 2024-03-01 → 2024-03-01 missing"]),
        Sentence(
            "revised", planRule, [home, "2024-02-01 plan.revideret"], at: "2024-03-02",
            ["a 2024-03-01 → 2024-03-01 met 2024-02-01"]),
        Sentence(
            "only of going home", planRule, ["2024-03-01 afgoerelse.truffet type=aendret-sted"], at: "2024-03-01", []),
    ]

    static let period: [Sentence] = [
        Sentence("no row without the field", periodRule, [home], at: "2024-04-01", []),
        Sentence(
            "on the date it names", periodRule, ["\(home) periode_til=2024-05-31"], at: "2024-05-31",
            ["a 2024-03-01 → 2024-05-31 pending"]),
        Sentence(
            "at the latest six months after", periodRule, ["\(home) periode_til=2024-12-31"], at: "2024-09-02",
            ["a 2024-03-01 → 2024-09-01 missing"]),
        Sentence(
            "any measure's end of the case", periodRule,
            ["\(home) periode_til=2024-05-31", "2024-05-01 indsats.afsluttet ref=x"],
            at: "2024-06-02", ["a 2024-03-01 → 2024-05-31 met 2024-05-01"]),
        Sentence(
            "dated on the decision's day", periodRule,
            ["\(home) periode_til=2024-05-31", "2024-03-01 indsats.afsluttet ref=x"],
            at: "2024-06-02", ["a 2024-03-01 → 2024-05-31 met 2024-03-01"]),
        Sentence(
            "not before", periodRule, ["\(home) periode_til=2024-05-31", "2024-02-28 indsats.afsluttet ref=x"],
            at: "2024-06-02", ["a 2024-03-01 → 2024-05-31 missing"]),
        Sentence(
            "each decision for itself", periodRule,
            [
                "\(home) periode_til=2024-05-31",
                "2024-04-01 afgoerelse.truffet ref=a type=hjemgivelse periode_til=2024-06-30",
            ],
            at: "2024-04-02", ["a 2024-03-01 → 2024-05-31 pending", "a 2024-04-01 → 2024-06-30 pending"]),
        Sentence(
            "the case closed", periodRule, ["\(home) periode_til=2024-05-31", "2024-05-01 sag.afsluttet"],
            at: "2024-06-02",
            ["a 2024-03-01 → 2024-05-31 void"]),
    ]

    private static let statementRule = "udtalelse-foer-flytning"
    private static let planRule = "plan-foer-hjemgivelse"
    private static let periodRule = "hjemgivelse-periode"

    @Test(arguments: statement + plan + period) func holds(_ sentence: Sentence) throws { try sentence.check() }
}
