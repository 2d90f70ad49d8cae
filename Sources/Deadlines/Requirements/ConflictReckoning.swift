/// Rules about spans that must not run at the same time.
extension Reckoner {
    mutating func reckon(_ rule: Rule, _ span: SpanID, beside: SpanID) {
        guard let own = law.spans[span], let other = law.spans[beside] else { return }
        let others = file.spans(other)
        for span in file.spans(own) {
            for beside in others { addConflict(rule, span, beside) }
        }
    }

    private mutating func addConflict(_ rule: Rule, _ span: Span, _ beside: Span) {
        let date = max(span.start.date, beside.start.date)
        guard span.runs(on: date), beside.runs(on: date), rule.inForce.contains(date) else { return }
        let ended = earlier(span.end, beside.end)
        let started = beside.start.date > span.start.date ? beside.start : span.start
        add(
            requirement(
                rule, ref: span.ref, start: date,
                judgement: DateJudgement(due: date, met: ended?.date, atOnce: true)),
            Reckoning(
                startedBy: started.update.id, steps: [.bothRun(on: date)], metBy: ended?.update.id))
    }
}
