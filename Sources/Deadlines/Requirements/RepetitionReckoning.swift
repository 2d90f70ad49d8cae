/// Rules in which something must happen again each time it has happened.
extension Reckoner {
    mutating func reckonRepetitions(_ versions: [Rule]) {
        for rule in versions {
            guard case .repetition(let form) = rule.form else { continue }
            guard let choice = form.span else {
                addRows(rule, form, from: unboundStarts(form), in: nil)
                continue
            }
            for span in spans(choice) { addRows(rule, form, from: times(form, in: span), in: span) }
            guard case .span = form.first else { continue }
            for span in beginnings(form, choice) { addRows(rule, form, from: [span.start], in: span) }
        }
    }

    /// Each start is met by the next time, of a later date. What shares a date is one requirement.
    private mutating func addRows(_ rule: Rule, _ form: RepetitionForm, from starts: [CaseFile.Entry], in span: Span?) {
        let held = times(form, in: span)
        for start in starts where rule.inForce.contains(start.date) {
            guard let due = dueDate(form, from: start) else { continue }
            let met = held.first { $0.date > start.date }
            let ended = earlier(span?.ending, closing(from: start.date))
            add(
                row(
                    rule, ref: span?.ref, start: start.date,
                    judgement: DateJudgement(due: due.date, met: met?.date, ended: ended?.date),
                    reckoning: Reckoning(
                        startedBy: start.update.id, steps: due.steps, metBy: met?.update.id, endedBy: ended?.update.id),
                    background: Background(lapsed: ended?.date)))
        }
    }

    /// Every time it happened, of a span on a day on which that ran or ended.
    private func times(_ form: RepetitionForm, in span: Span?) -> [CaseFile.Entry] {
        guard let span else { return file.entries(form.again) }
        return file.entries(form.again).filter { entry in
            entry.date >= span.start.date && (span.lastDay.map { entry.date <= $0 } ?? true)
                && belongTogether(entry.update.ref, span.ref)
        }
    }

    /// The spans whose beginnings start a row: those of which a date is known, where only named dates count.
    private func beginnings(_ form: RepetitionForm, _ choice: SpanChoice) -> [Span] {
        guard form.interval == nil, let declaration = law.spans[choice.span] else { return spans(choice) }
        return file.spans(declaration) { choice.counts($0) && dueDate(form, from: $0) != nil }
    }

    /// Every time it happened, and what began the row where none was open.
    private func unboundStarts(_ form: RepetitionForm) -> [CaseFile.Entry] {
        var starts = file.entries(form.again)
        guard case .events(let patterns) = form.first else { return starts }
        for beginning in file.entries(patterns) {
            let isOpen = starts.contains { start in
                start.date <= beginning.date
                    && !file.closings.contains { $0.date >= start.date && $0.date < beginning.date }
            }
            if !isOpen { starts.append(beginning) }
        }
        return starts
    }

    /// The date that is named, else the end of the interval; nil where neither says it.
    private func dueDate(_ form: RepetitionForm, from start: CaseFile.Entry) -> DueDate? {
        guard let field = form.nextField else { return form.interval.map { counted($0, from: start.date) } }
        if let date = start.update.data[field]?.asDate {
            return DueDate(date: date, steps: [.named(field, by: start.update.id, on: date)])
        }
        if let interval = form.interval { return counted(interval, from: start.date) }
        guard !form.again.match(start.update), let (entry, date) = latest(form.orDateOf, field, by: start.date) else {
            return nil
        }
        return DueDate(date: date, steps: [.named(field, by: entry.update.id, on: date)])
    }

    /// The latest of these on or before `date`; of two at one time the one that names the earlier date.
    private func latest(
        _ patterns: [EventPattern], _ field: FieldName, by date: LocalDate
    ) -> (CaseFile.Entry, LocalDate)? {
        file.entries(patterns).filter { $0.date <= date }.compactMap { entry in
            entry.update.data[field]?.asDate.map { (entry, $0) }
        }.max { ($0.0.earliest, $1.1) < ($1.0.earliest, $0.1) }
    }
}
