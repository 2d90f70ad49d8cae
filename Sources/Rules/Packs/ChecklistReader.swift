import Deadlines

/// Reads `[[checklist]]`: what is told once in a list when something happens.
struct ChecklistReader {
    let declarations: Declarations
    let rules: [RuleID: [Rule]]

    func checklist(_ table: TomlTable) -> Checklist? {
        let id = table.requiredString("id")
        let title = table.requiredString("title")
        let when = occasion(table)
        let current = LimitReader.required(table, "current_for")
        let againAfter = LimitReader.limit(table, "again_after")
        let outlives = table.flag("outlives_case") ?? false
        let content = content(table)
        table.refuseUnknownKeys()
        guard let id, let title, let when, let current, let content else { return nil }
        return Checklist(
            id: RuleID(rawValue: id), title: title, when: when, content: content, currentFor: current,
            againAfter: againAfter, outlivesCase: outlives)
    }

    /// Either of `needs`, `lines` after what it `says`, and `findings`.
    private func content(_ table: TomlTable) -> Checklist.Content? {
        let named = PatternReader(declarations: declarations).elements(table, "needs")
        let needs = named.compactMap { need($0, table) }
        let lines = table.strings("lines") ?? []
        let says = lines.isEmpty ? table.string("says") : table.requiredString("says")
        let findings = table.flag("findings") ?? false
        if [!named.isEmpty, !lines.isEmpty, findings].count(where: \.self) != 1 {
            table.fault(
                "needs", "a checklist names at least one rule, or has lines = [\"…\"] or findings = true instead")
            return nil
        }
        if findings { return .findings }
        if lines.isEmpty { return .needs(needs) }
        return says.map { .lines(lines, says: $0) }
    }

    /// Updates, `{ end_of = "indsats" }`, or `"new-caseworker"`.
    private func occasion(_ table: TomlTable) -> Checklist.Occasion? {
        switch table.value("when") {
        case .string("new-caseworker"): return .newCaseworker
        case .table(let inner) where inner.keys.contains("end_of"):
            defer { inner.refuseUnknownKeys() }
            return declarations.span(inner, "end_of").map { .endOf(SpanChoice($0.id)) }
        default:
            let patterns = PatternReader(declarations: declarations).required(table, "when")
            return patterns.isEmpty ? nil : .events(patterns)
        }
    }

    /// A rule, or `{ rule = "…", while = { span = "…", where = { … } } }`.
    private func need(_ value: TomlValue, _ table: TomlTable) -> Checklist.Need? {
        switch value {
        case .string(let name): return rule(name, table, "needs").map { Checklist.Need($0) }
        case .table(let inner):
            defer { inner.refuseUnknownKeys() }
            let running = FormReader(declarations: declarations, table: inner, inForce: Period()).choice("while")
            guard let name = inner.requiredString("rule") else { return nil }
            return rule(name, inner, "rule").map { Checklist.Need($0, whileRunning: running) }
        default:
            table.fault("needs", "must be rules, or { rule = \"…\", while = … }, not \(value.kind)")
            return nil
        }
    }

    private func rule(_ name: String, _ table: TomlTable, _ key: String) -> RuleID? {
        let id = RuleID(rawValue: name)
        guard let versions = rules[id] else {
            table.fault(key, "no pack has the rule", unlike: name, in: rules.keys)
            return nil
        }
        if !versions.allSatisfy({ if case .prerequisite = $0.form { true } else { false } }) {
            table.fault(key, "\"\(name)\" is no prerequisite; a checklist names such rules")
        }
        return id
    }
}
