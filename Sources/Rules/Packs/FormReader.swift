import Deadlines

/// Reads the part of a rule that says how it is counted.
struct FormReader {
    let declarations: Declarations
    let table: TomlTable

    private var patterns: PatternReader { PatternReader(declarations: declarations) }

    func deadline() -> DeadlineForm? {
        let start = start()
        let sum = sum(from: start)
        let met = proof("met_by")
        let excused = proof("excused_by", isRequired: false)
        let whileRunning = table.keys.contains("while") ? span("while") : nil
        let age = table.integer("not_under_age") ?? 0
        let mayPause = table.flag("may_pause") ?? false
        let waiver = waiver()
        guard let start, let sum, let met else { return nil }
        return DeadlineForm(
            start: start, whileRunning: whileRunning, due: sum, met: met, excused: excused, waiver: waiver,
            notUnderAge: age, mayPause: mayPause)
    }

    /// `waiver = { says = "børnesamtalen er fravalgt", otherwise = "skal samtalen holdes" }`
    private func waiver() -> DeadlineForm.Waiver? {
        guard let inner = table.table("waiver") else { return nil }
        defer { inner.refuseUnknownKeys() }
        if !table.keys.contains("excused_by") { table.fault("waiver", "needs what excuses it: excused_by = […]") }
        guard let says = inner.requiredString("says"), let otherwise = inner.requiredString("otherwise") else {
            return nil
        }
        return (says, otherwise)
    }

    private func sum(from start: Start?) -> DueSum? {
        let base = base(startPatterns(start))
        let running = spans("or_end_of_running")
        let ownEnd = table.flag("or_own_end") ?? false
        if ownEnd, case .events = start {
            table.fault("or_own_end", "needs a start that is a span: start = { span = \"…\" }")
        }
        return base.map { DueSum(base: $0, orEndOfRunning: running, orOwnEnd: ownEnd) }
    }

    private func startPatterns(_ start: Start?) -> [EventPattern] {
        switch start {
        case .events(let patterns, _): patterns
        case .span(let id, _): declarations.spans[id]?.start ?? []
        case nil: []
        }
    }

    /// One of `within`, `due_field` and `before_child_date`.
    private func base(_ start: [EventPattern]) -> DueSum.Base? {
        let given = ["within", "due_field", "before_child_date"].filter { table.keys.contains($0) }
        guard let key = given.first else {
            table.document.fault(
                table.path,
                "\"within\" is missing; it must be a limit such as { months = 4 }, "
                    + "or stand as due_field = \"…\" or before_child_date = { … }")
            return nil
        }
        if given.count > 1 { table.fault(given[1], "a deadline has only one of \(given.joined(separator: " and "))") }
        switch key {
        case "due_field":
            let moved = patterns.patterns(table, "moved_by")
            return dateField(key, of: start).map { .field($0, movedBy: moved) }
        case "before_child_date": return childDate(key)
        default:
            let counts = table.flag("start_day_counts") ?? false
            let from = dateField("counted_from", of: start)
            return LimitReader.required(table, key).map { .limit($0, startCounts: counts, from: from) }
        }
    }

    /// `before_child_date = { field = "fylder_18", limit = { months = 6 } }`
    private func childDate(_ key: String) -> DueSum.Base? {
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
        return .childDate(field, before: limit)
    }

    func repetition() -> RepetitionForm? {
        let span = table.keys.contains("span") ? span("span") : nil
        let again = patterns.required(table, "again")
        let interval = LimitReader.required(table, "within")
        let next = dateField("next_date", of: again)
        let first = first()
        if case .span = first, span == nil { table.fault("first", "\"span\" needs span = \"…\"") }
        guard !again.isEmpty, let interval else { return nil }
        return RepetitionForm(span: span, first: first, again: again, interval: interval, nextField: next)
    }

    private func first() -> RepetitionForm.First {
        guard let value = table.value("first") else { return .none }
        if case .string("span") = value { return .span }
        let events = patterns.required(table, "first")
        return .events(events)
    }

    func count() -> CountForm? {
        let name = table.requiredString("span")
        let declaration = name.flatMap { patterns.span($0, table, "span") }
        let kinds = (declaration?.start ?? []).compactMap { declarations.kinds[$0.event] }
        let conditions = patterns.conditions(table, "where", of: kinds)
        let every = LimitReader.required(table, "every")
        let times = table.integer("times") ?? 1
        if times < 1 { table.fault("times", "must be 1 or more, not \(times)") }
        let met = patterns.required(table, "met_by")
        let counted = table.string("counted")
        guard let declaration, let every, !met.isEmpty, times > 0 else { return nil }
        return CountForm(
            span: declaration.id, conditions: conditions, every: every, times: times, met: met, counted: counted)
    }

    func requiredField() -> Form? {
        let events = patterns.required(table, "event")
        let kinds = events.compactMap { declarations.kinds[$0.event] }
        let age = table.integer("not_under_age") ?? 0
        guard table.required("must", "a condition such as { begrundet_stillingtagen = true }") else { return nil }
        let conditions = patterns.conditions(table, "must", of: kinds)
        guard let condition = conditions.first, conditions.count == 1 else {
            table.fault("must", "names one field, such as { begrundet_stillingtagen = true }")
            return nil
        }
        return events.isEmpty ? nil : .requiredField(events, condition, notUnderAge: age)
    }

    func conflict() -> Form? {
        let own = span("span")
        let other = span("beside")
        guard let own, let other else { return nil }
        return .conflict(own, beside: other)
    }

    func prerequisite() -> PrerequisiteForm? {
        let decision = patterns.required(table, "decision")
        let planned = patterns.patterns(table, "planned")
        let field = dateField("planned_date", of: planned)
        if !planned.isEmpty, field == nil { _ = table.required("planned_date", "the field with the planned date") }
        let met = proof("met_by", earliest: .anyTime)
        let excused = proof("excused_by", isRequired: false, earliest: .anyTime)
        let age = table.integer("not_under_age") ?? 0
        guard !decision.isEmpty, let met else { return nil }
        return PrerequisiteForm(
            decision: decision, planned: planned, plannedField: field, met: met, excused: excused, notUnderAge: age)
    }

    private func start() -> Start? {
        if case .table(let inner) = table.value("start"), inner.keys.contains("span") {
            defer { inner.refuseUnknownKeys() }
            guard let name = inner.requiredString("span"), let declaration = patterns.span(name, inner, "span") else {
                return nil
            }
            let kinds = declaration.start.compactMap { declarations.kinds[$0.event] }
            return .span(declaration.id, where: patterns.conditions(inner, "where", of: kinds))
        }
        let events = patterns.required(table, "start")
        let each = table.flag("each") ?? false
        return events.isEmpty ? nil : .events(events, each: each)
    }

    private func proof(_ key: String, isRequired: Bool = true, earliest: Earliest = .start) -> Proof? {
        let found = isRequired ? patterns.required(table, key) : patterns.patterns(table, key)
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
        return patterns.span(name, table, key)?.id
    }

    private func spans(_ key: String) -> [SpanID] {
        (table.strings(key) ?? []).compactMap { patterns.span($0, table, key)?.id }
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
