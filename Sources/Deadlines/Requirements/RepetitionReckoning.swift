/// Rules in which something must happen again each time it has happened.
extension Reckoner {
    mutating func reckonRepetitions(_ versions: [Rule]) {
        for rule in versions {
            guard case .repetition(let form) = rule.form, let declaration = law.spans[form.span] else { continue }
            for span in file.spans(declaration) {
                addRepetitions(rule, form, in: span)
            }
        }
    }

    private mutating func addRepetitions(_ rule: Rule, _ form: RepetitionForm, in span: Span) {
        let held = file.entries(form.again).filter { span.covers($0.date) && belongTogether($0.update.ref, span.ref) }
        for entry in held where rule.inForce.contains(entry.date) {
            let (due, steps) = dueDate(form, from: entry)
            // Those of one date are one; the next is of a later date.
            let met = held.first { $0.date > entry.date }
            let ended = earlier(span.end, closing(from: entry.date))
            add(
                requirement(
                    rule, ref: span.ref, start: entry.date,
                    judgement: DateJudgement(due: due, met: met?.date, ended: ended?.date)),
                Reckoning(
                    startedBy: entry.update.id, steps: steps, metBy: met?.update.id, excusedBy: nil,
                    endedBy: ended?.update.id))
        }
    }

    private func dueDate(_ form: RepetitionForm, from entry: CaseFile.Entry) -> (LocalDate, [Reckoning.Step]) {
        if let field = form.nextField, let date = entry.update.data[field]?.asDate {
            return (date, [.named(field, by: entry.update.id, on: date)])
        }
        let due = calendar.date(entry.date, plus: form.interval)
        return (due, [.limit(from: .date(entry.date), form.interval, startCounts: false, to: .date(due))])
    }
}
