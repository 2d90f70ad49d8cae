import Deadlines

/// Reads `[[country]]`: how often rules were kept in the whole country.
struct CountryReader {
    let ruleNames: Set<RuleID>

    /// The figures of all packs, by rule; what is wrong with one is told, and it is left out.
    func figures(_ roots: [TomlTable]) -> [RuleID: CountryFigure] {
        roots.flatMap { $0.tables("country") }.reduce(into: [:]) { found, table in
            guard let figure = figure(table) else { return }
            if found.updateValue(figure, forKey: figure.rule) != nil {
                table.fault("rule", "\"\(figure.rule)\" has a figure of the country already")
            }
        }
    }

    private func figure(_ table: TomlTable) -> CountryFigure? {
        let rule = table.requiredString("rule").map { RuleID(rawValue: $0) }
        if let rule, !ruleNames.contains(rule) {
            table.fault("rule", "no pack has the rule", unlike: rule.rawValue, in: ruleNames)
        }
        let (source, act) = (table.requiredString("source"), table.requiredString("act"))
        let population = table.requiredString("population")
        let shares = shares(table)
        table.refuseUnknownKeys()
        guard let rule, let source, let act, let population, !shares.isEmpty else { return nil }
        return CountryFigure(rule: rule, source: source, act: act, population: population, years: shares)
    }

    /// `percent = { 2021 = 60, 2024 = 50 }`.
    private func shares(_ table: TomlTable) -> [CountryFigure.Share] {
        guard let inner = table.table("percent"), !inner.keys.isEmpty else {
            table.fault("percent", "must say how much was kept in a year, such as { 2024 = 50 }")
            return []
        }
        defer { inner.refuseUnknownKeys() }
        return inner.keys.sorted().compactMap { name in
            guard let percent = inner.integer(name) else { return nil }
            guard (0...100).contains(percent) else {
                inner.fault(name, "must be from 0 to 100")
                return nil
            }
            return CountryFigure.Share(name: name, percent: percent)
        }
    }
}
