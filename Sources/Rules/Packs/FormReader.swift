import Deadlines

/// Reads the part of a rule that says how it is counted.
struct FormReader {
    let declarations: Declarations
    let table: TomlTable
    /// The days on which a start falls under the rule.
    let inForce: Period

    var patterns: PatternReader { PatternReader(declarations: declarations) }
    var proofs: ProofReader { ProofReader(declarations: declarations, table: table) }

    func repetition() -> RepetitionForm? {
        let span = table.keys.contains("span") ? choice(in: table) : nil
        let again = patterns.required(table, "again")
        let next = dateField("next_date", of: again)
        let interval = LimitReader.limit(table, "within")
        let orDateOf = patterns.patterns(table, "or_date_of")
        if next == nil { _ = table.required("within", "a limit such as { months = 4 }, or stand as next_date = \"…\"") }
        let first = first()
        if case .span = first, span == nil { table.fault("first", "\"span\" needs span = \"…\"") }
        if interval != nil, !orDateOf.isEmpty {
            table.fault("or_date_of", "is for dates that must be named; \"within\" says what is due without one")
        }
        if let next { for pattern in orDateOf { requireDate(next, in: pattern.event, "or_date_of") } }
        guard !again.isEmpty, interval != nil || next != nil else { return nil }
        return RepetitionForm(
            span: span, first: first, again: again, interval: interval, nextField: next, orDateOf: orDateOf)
    }

    private func requireDate(_ field: FieldName, in kind: EventKind, _ key: String) {
        if declarations.kinds[kind]?.fields[field]?.type == .date { return }
        table.fault(key, "\(kind) has no date field \"\(field)\"")
    }

    private func first() -> RepetitionForm.First {
        guard let value = table.value("first") else { return .none }
        if case .string("span") = value { return .span }
        let events = patterns.required(table, "first")
        return .events(events)
    }

    func count() -> CountForm? {
        let span = choice(in: table)
        let every = LimitReader.required(table, "every")
        let times = table.integer("times") ?? 1
        if times < 1 { table.fault("times", "must be 1 or more, not \(times)") }
        let met = patterns.required(table, "met_by")
        let counted = table.string("counted")
        guard let span, let every, !met.isEmpty, times > 0 else { return nil }
        return CountForm(span: span, every: every, times: times, met: met, counted: counted)
    }

    func requiredField() -> FieldForm? {
        let events = patterns.required(table, "event")
        let kinds = events.compactMap { declarations.kinds[$0.event] }
        let age = table.integer("not_under_age") ?? 0
        let inside = choice("inside")
        guard table.required("must", "a condition such as { begrundet_stillingtagen = true }") else { return nil }
        let conditions = ConditionReader().conditions(table, "must", of: kinds)
        if conditions.isEmpty {
            table.fault("must", "names at least one field, such as { begrundet_stillingtagen = true }")
        }
        guard !events.isEmpty, !conditions.isEmpty else { return nil }
        return FieldForm(events: events, inside: inside, conditions: conditions, notUnderAge: age)
    }

    func conflict() -> ConflictForm? {
        let own = declarations.span(table, "span")
        let other = declarations.span(table, "beside")
        guard let own, let other else { return nil }
        return ConflictForm(span: own.id, beside: other.id)
    }

    func prerequisite() -> PrerequisiteForm? {
        let decision = start("decision", each: true)
        let planned = patterns.patterns(table, "planned")
        let field = dateField("planned_date", of: planned)
        if !planned.isEmpty, field == nil { _ = table.required("planned_date", "the field with the planned date") }
        let met = proofs.required("met_by", of: decision, earliest: .anyTime)
        let excused = proofs.optional("excused_by", of: decision, earliest: .anyTime)
        let age = table.integer("not_under_age") ?? 0
        let before = table.string("before")
        guard let decision, let met else { return nil }
        return PrerequisiteForm(
            decision: decision, planned: planned, plannedField: field, met: met, excused: excused, notUnderAge: age,
            before: before)
    }

    /// `except = ["paamindelse.*"]`: a kind, or all whose name begins so.
    func stillness() -> StillnessForm? {
        let limit = LimitReader.required(table, "within")
        let unlessRunning = choice("unless_running")
        var movement = Set(declarations.kinds.keys)
        for name in table.strings("except") ?? [] {
            let excepted = movement.filter {
                name.hasSuffix("*") ? $0.rawValue.hasPrefix(name.dropLast()) : $0.rawValue == name
            }
            if excepted.isEmpty {
                table.fault("except", "no pack declares a kind", unlike: name, in: declarations.kinds.keys)
            }
            movement.subtract(excepted)
        }
        return limit.map { StillnessForm(movement: movement, limit: $0, unlessRunning: unlessRunning) }
    }
}

/// What several forms read.
extension FormReader {
    /// Updates, or `{ span = "…", where = { … } }`.
    func start(_ key: String, each: Bool) -> Start? {
        if case .table(let inner) = table.value(key), inner.keys.contains("span") {
            defer { inner.refuseUnknownKeys() }
            let notBefore = childDate(inner, "not_before")
            return choice(in: inner).map { .span($0, notBefore: notBefore) }
        }
        let events = patterns.required(table, key)
        return events.isEmpty ? nil : .events(events, each: each)
    }

    /// The spans that `"indsats"` or `{ span = "indsats", where = { … } }` names; nil where the key is absent.
    func choice(_ key: String) -> SpanChoice? {
        switch table.value(key) {
        case nil: return nil
        case .table(let inner):
            defer { inner.refuseUnknownKeys() }
            return choice(in: inner)
        case .some: return declarations.span(table, key).map { SpanChoice($0.id) }
        }
    }

    /// The spans that `span` and `where` in a table name.
    func choice(in table: TomlTable) -> SpanChoice? {
        let span = declarations.span(table, "span")
        let kinds = (span?.start ?? []).compactMap { declarations.kinds[$0.event] }
        let conditions = ConditionReader().conditions(table, "where", of: kinds)
        return span.map { SpanChoice($0.id, where: conditions, act: inForce) }
    }

    /// `{ field = "fylder_18", limit = { months = 6 } }`
    func childDate(_ table: TomlTable, _ key: String) -> ChildDate? {
        guard let inner = table.table(key) else { return nil }
        defer { inner.refuseUnknownKeys() }
        let limit = LimitReader.required(inner, "limit")
        guard let name = inner.requiredString("field"), let limit else { return nil }
        let fields = declarations.kinds.values.filter { $0.meaning == .describesChild }.map(\.fields)
        let field = FieldName(rawValue: name)
        if !fields.contains(where: { $0[field]?.type == .date }) {
            let known = fields.flatMap { $0.filter { $0.value.type == .date }.map(\.key.rawValue) }
            inner.fault("field", "\"\(name)\" is no date that describes a child\(NearestWord.hint(name, in: known))")
        }
        return ChildDate(field, before: limit)
    }

    func dateField(_ key: String, of patterns: [EventPattern]) -> FieldName? {
        guard let name = table.string(key) else { return nil }
        let field = FieldName(rawValue: name)
        let fields = patterns.compactMap { declarations.kinds[$0.event]?.fields }
        if fields.contains(where: { $0[field]?.type == .date }) { return field }
        let known = fields.flatMap { $0.filter { $0.value.type == .date }.map(\.key.rawValue) }
        table.fault(key, "\"\(name)\" is no date field of these events\(NearestWord.hint(name, in: known))")
        return nil
    }
}
