import Deadlines
import TestSupport
import Testing

/// `regel` is any rule id of the contract, or an id of old.
@Suite struct FormerNameTests {
    @Test func `a rule that may pause is held under its name of old`() throws {
        let whole = try Shipped.wholeLaw
        let former = RuleID(rawValue: "ansoegning-gammel")
        let law = Law(
            vocabulary: whole.vocabulary, spans: whole.spans, rules: whole.rules, namespaces: whole.namespaces,
            ruleNames: whole.ruleNames, formerNames: [former: RuleID(rawValue: "ansoegning-86-87")])
        try Example(
            "ten days",
            [
                "2024-03-04 ansoegning.modtaget ref=a paragraf=86", "2024-03-10 frist.sat-i-bero ref=a regel=\(former)",
                "2024-03-20 frist.genoptaget ref=a regel=ansoegning-86-87",
            ], at: "2024-04-01", ["a 2024-03-04 → 2024-05-09 pending"]
        ).check("ansoegning-86-87", under: law)
    }
}
