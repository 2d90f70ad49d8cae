/// Rules about spans that must not run at the same time.
extension Reckoner {
    mutating func reckonConflicts(_ versions: [Rule]) {
        for rule in versions {
            guard case .conflict(let form) = rule.form else { continue }
            let others = spans(SpanChoice(form.beside))
            for span in spans(SpanChoice(form.span)) {
                for beside in others { addConflict(rule, span, beside) }
            }
        }
    }

    private mutating func addConflict(_ rule: Rule, _ span: Span, _ beside: Span) {
        let date = max(span.start.date, beside.start.date)
        guard span.runs(on: date), beside.runs(on: date), rule.inForce.contains(date) else { return }
        let ended = earlier(span.end, beside.end)
        let started = beside.start.date > span.start.date ? beside.start : span.start
        add(
            row(
                rule, ref: span.ref, start: date,
                judgement: DateJudgement(due: date, met: ended?.date, atOnce: true),
                reckoning: Reckoning(
                    startedBy: started.update.id, steps: [.bothRun(on: date)], metBy: ended?.update.id),
                background: Background(lapsed: earlier(ended, closing(from: date))?.date),
                allMustBeMet: true))
    }
}
