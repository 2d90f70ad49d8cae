extension Form {
    /// What could start a requirement of this form.
    func startPatterns(_ spans: [SpanID: SpanDeclaration]) -> [EventPattern] {
        switch self {
        case .deadline(let form): return form.start.patterns(spans)
        case .repetition(let form):
            switch form.first {
            case .none: return form.again
            case .span: return form.again + (form.span.map { $0.startPatterns(spans) } ?? [])
            case .events(let patterns): return form.again + patterns
            }
        case .count(let form): return form.span.startPatterns(spans)
        case .prerequisite(let form): return form.decision.patterns(spans) + form.planned
        case .requiredField(let form): return form.events
        case .conflict(let form): return SpanChoice(form.span).startPatterns(spans)
        case .stillness(let form): return form.movement.sorted().map { EventPattern($0) }
        }
    }

    /// The kinds whose updates could start it.
    package func startingKinds(under law: Law) -> Set<EventKind> { startPatterns(law.spans).kinds }

    /// The kinds whose updates could meet it; none where the start itself must say something, or nothing meets it.
    package func meetingKinds(under law: Law) -> Set<EventKind> {
        switch self {
        case .deadline(let form): form.met.patterns.kinds
        case .repetition(let form): form.again.kinds
        case .count(let form): form.met.kinds
        case .prerequisite(let form): form.met.patterns.kinds
        case .conflict(let form):
            Set([form.span, form.beside].compactMap { law.spans[$0] }.flatMap(\.end).map(\.event))
        case .requiredField, .stillness: []
        }
    }

    /// The kinds whose updates open a closed case again: what happens in any case does not.
    func openingKinds(_ spans: [SpanID: SpanDeclaration]) -> Set<EventKind> {
        if case .stillness = self { [] } else { startPatterns(spans).kinds }
    }
}

extension Start {
    /// The updates that could be it.
    package func patterns(_ spans: [SpanID: SpanDeclaration]) -> [EventPattern] {
        switch self {
        case .events(let patterns, _): patterns
        case .span(let choice, _): choice.startPatterns(spans)
        }
    }

    /// The kinds of update that it is; none where it is the beginning of a span.
    var kinds: Set<EventKind> {
        if case .events(let patterns, _) = self { patterns.kinds } else { [] }
    }
}

extension SpanChoice {
    /// The updates that could begin one.
    func startPatterns(_ spans: [SpanID: SpanDeclaration]) -> [EventPattern] {
        (spans[span]?.start ?? []).map { EventPattern($0.event, where: $0.conditions + conditions) }
    }
}
