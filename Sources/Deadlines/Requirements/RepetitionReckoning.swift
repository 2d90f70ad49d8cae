/// Rules in which something must happen again each time it has happened.
extension Reckoner {
    mutating func reckon(_ rule: Rule, _ form: RepetitionForm) {
        guard let id = form.span else { return addRow(rule, form, in: nil) }
        guard let declaration = law.spans[id] else { return }
        for span in file.spans(declaration) { addRow(rule, form, in: span) }
    }

    /// One row: each start is met by the next time, of a later date. Those of one date are one.
    private mutating func addRow(_ rule: Rule, _ form: RepetitionForm, in span: Span?) {
        let held = file.entries(form.again).filter { entry in
            span.map { isInside(entry, $0) && belongTogether(entry.update.ref, $0.ref) } ?? true
        }
        for start in starts(form, held: held, span) where rule.inForce.contains(start.date) {
            let due = dueDate(form, from: start)
            let met = held.first { $0.date > start.date }
            let ended = earlier(span?.ending, closing(from: start.date))
            add(
                requirement(
                    rule, ref: span?.ref, start: start.date,
                    judgement: DateJudgement(due: due.date, met: met?.date, ended: ended?.date)),
                Reckoning(
                    startedBy: start.update.id, steps: due.steps, metBy: met?.update.id,
                    endedBy: ended?.update.id))
        }
    }

    private func isInside(_ entry: CaseFile.Entry, _ span: Span) -> Bool {
        entry.date >= span.start.date && (span.lastDay.map { entry.date <= $0 } ?? true)
    }

    /// Every time it happened, and what began the row; a beginning on the day of a time is that time.
    private func starts(_ form: RepetitionForm, held: [CaseFile.Entry], _ span: Span?) -> [CaseFile.Entry] {
        let beginnings: [CaseFile.Entry]
        switch form.first {
        case .none: return held
        case .span: beginnings = [span?.start].compactMap(\.self)
        case .events(let patterns): beginnings = file.entries(patterns)
        }
        var starts = held
        for beginning in beginnings {
            let isOpen = starts.contains { start in
                start.date <= beginning.date
                    && !file.closings.contains { $0.date >= start.date && $0.date < beginning.date }
            }
            let isToday = starts.contains { $0.date == beginning.date }
            if !isOpen, !isToday { starts.append(beginning) }
        }
        return starts.sorted { $0.earliest < $1.earliest }
    }

    private func dueDate(_ form: RepetitionForm, from entry: CaseFile.Entry) -> DueDate {
        if let field = form.nextField, let date = entry.update.data[field]?.asDate {
            return DueDate(date: date, steps: [.named(field, by: entry.update.id, on: date)])
        }
        return counted(form.interval, from: entry.date)
    }
}
