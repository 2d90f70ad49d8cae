extension Form {
    /// What could start a requirement of this form.
    func startPatterns(_ spans: [SpanID: SpanDeclaration]) -> [EventPattern] {
        func starts(_ span: SpanID, _ conditions: [Condition] = []) -> [EventPattern] {
            (spans[span]?.start ?? []).map { EventPattern($0.event, where: $0.conditions + conditions) }
        }
        switch self {
        case .deadline(let form):
            switch form.start {
            case .events(let patterns, _): return patterns
            case .span(let span, let conditions): return starts(span, conditions)
            }
        case .repetition(let form):
            switch form.first {
            case .none: return form.again
            case .span: return form.again + (form.span.map { starts($0) } ?? [])
            case .events(let patterns): return form.again + patterns
            }
        case .count(let form): return starts(form.span, form.conditions)
        case .prerequisite(let form): return form.decision + form.planned
        case .requiredField(let patterns, _, _): return patterns
        case .conflict(let span, _): return starts(span)
        }
    }
}
