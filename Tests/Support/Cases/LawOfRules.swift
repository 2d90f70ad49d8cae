package import Deadlines

extension Law {
    /// The same without these rules.
    package func leavingOut(_ rules: [String]) -> Law {
        Law(
            vocabulary: vocabulary, spans: spans, rules: self.rules.filter { !rules.contains($0.key.rawValue) },
            namespaces: namespaces, ruleNames: ruleNames, formerNames: formerNames, checklists: checklists,
            statistics: statistics, country: country, review: review)
    }

    /// The same with these rules alone, and no checklists.
    package func only(_ kept: [String]) -> Law {
        Law(
            vocabulary: vocabulary, spans: spans, rules: rules.filter { kept.contains($0.key.rawValue) },
            namespaces: namespaces, ruleNames: ruleNames, formerNames: formerNames)
    }
}
