import Deadlines

extension Law {
    /// The same with these rules alone, and no checklists.
    func only(_ kept: [String]) -> Law {
        Law(
            vocabulary: vocabulary, spans: spans, rules: rules.filter { kept.contains($0.key.rawValue) },
            ladders: ladders, namespaces: namespaces)
    }
}
