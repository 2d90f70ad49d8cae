/// Reads the part of a rule that says how it is counted.
struct FormReader {
    let declarations: Declarations
    let table: TomlTable

    private var patterns: PatternReader { PatternReader(declarations: declarations) }

    func deadline() -> DeadlineForm? {
        let start = start()
        let sum = LimitReader.required(table, "within").map {
            DueSum(
                limit: $0, startCounts: table.flag("start_day_counts") ?? false,
                orEndOfRunning: spans("or_end_of_running"))
        }
        let met = proof("met_by")
        let excused = optionalProof("excused_by")
        let age = table.integer("not_under_age") ?? 0
        guard let start, let sum, let met else { return nil }
        return DeadlineForm(start: start, due: sum, met: met, excused: excused, notUnderAge: age)
    }

    func repetition() -> RepetitionForm? {
        let span = span("span")
        let again = patterns.required(table, "again")
        let interval = LimitReader.required(table, "within")
        let next = dateField("next_date", of: again)
        guard let span, !again.isEmpty, let interval else { return nil }
        return RepetitionForm(span: span, again: again, interval: interval, nextField: next)
    }

    func prerequisite() -> PrerequisiteForm? {
        let decision = patterns.required(table, "decision")
        let planned = patterns.patterns(table, "planned")
        let field = dateField("planned_date", of: planned)
        if !planned.isEmpty, field == nil { _ = table.required("planned_date", "the field with the planned date") }
        let met = proof("met_by", earliest: .anyTime)
        let excused = optionalProof("excused_by", earliest: .anyTime)
        let age = table.integer("not_under_age") ?? 0
        guard !decision.isEmpty, let met else { return nil }
        return PrerequisiteForm(
            decision: decision, planned: planned, plannedField: field, met: met, excused: excused, notUnderAge: age)
    }

    private func start() -> Start? {
        if case .table(let inner) = table.value("start"), inner.keys.contains("span") {
            defer { inner.refuseUnknownKeys() }
            guard let name = inner.requiredString("span"), let declaration = declared(name, inner, "span") else {
                return nil
            }
            let kinds = declaration.start.compactMap { declarations.kinds[$0.event] }
            return .span(declaration.id, where: patterns.conditions(inner, "where", of: kinds))
        }
        let events = patterns.required(table, "start")
        let each = table.flag("each") ?? false
        return events.isEmpty ? nil : .events(events, each: each)
    }

    private func proof(_ key: String, earliest: Earliest = .start) -> Proof? {
        let found = patterns.required(table, key)
        return found.isEmpty
            ? nil : Proof(patterns: found, belonging: belonging(), earliest: self.earliest() ?? earliest)
    }

    private func optionalProof(_ key: String, earliest: Earliest = .start) -> Proof? {
        let found = patterns.patterns(table, key)
        return found.isEmpty
            ? nil : Proof(patterns: found, belonging: belonging(), earliest: self.earliest() ?? earliest)
    }

    private enum BelongingWord: String, CaseIterable {
        case sameRef = "same-ref"
        case anyInCase = "any-in-case"
        case decision
    }

    private func belonging() -> Belonging {
        let kinds = (table.strings("or_refs_of") ?? []).compactMap { patterns.kind($0, table, "or_refs_of")?.name }
        switch table.word("belongs", BelongingWord.self) {
        case .anyInCase: return .anyInCase
        case .decision: return .decision(orRefsOf: kinds)
        case .sameRef, nil: return .sameRef
        }
    }

    private func earliest() -> Earliest? {
        if table.flag("may_precede") ?? false { return .anyTime }
        return LimitReader.limit(table, "not_older_than").map(Earliest.before)
    }

    private func span(_ key: String) -> SpanID? {
        guard let name = table.requiredString(key) else { return nil }
        return declared(name, table, key)?.id
    }

    private func spans(_ key: String) -> [SpanID] {
        (table.strings(key) ?? []).compactMap { declared($0, table, key)?.id }
    }

    private func declared(_ name: String, _ table: TomlTable, _ key: String) -> SpanDeclaration? {
        if let span = declarations.spans[SpanID(rawValue: name)] { return span }
        let known = declarations.spans.keys.map(\.rawValue)
        table.fault(key, "no pack declares the span \"\(name)\"\(NearestWord.hint(name, in: known))")
        return nil
    }

    private func dateField(_ key: String, of patterns: [EventPattern]) -> FieldName? {
        guard let name = table.string(key) else { return nil }
        let field = FieldName(rawValue: name)
        let fields = patterns.compactMap { declarations.kinds[$0.event]?.fields }
        if fields.contains(where: { $0[field]?.type == .date }) { return field }
        let known = fields.flatMap { $0.filter { $0.value.type == .date }.map(\.key.rawValue) }
        table.fault(key, "\"\(name)\" is no date field of these events\(NearestWord.hint(name, in: known))")
        return nil
    }
}
