/// From a start to a due date, step by step.
extension Reckoner {
    /// A due date, how it was summed, and whether it is missing as soon as it is due.
    struct DueDate {
        var date: LocalDate
        var steps: [Reckoning.Step]
        var atOnce = false
    }

    /// The due date of a date rule; nil where the sum rests on something that is not known.
    func dueDate(_ sum: DueSum, from start: CaseFile.Entry, in span: Span?) -> DueDate? {
        guard var due = base(sum.base, start, span) else { return nil }
        if let sooner = endOfRunning(sum.orEndOfRunning, at: start.date), sooner.end.date < due.date {
            due.date = sooner.end.date
            due.steps.append(.endOfSpan(sooner.span, by: sooner.end.update.id, on: due.date))
        }
        if sum.orOwnEnd, let span, let end = span.end, end.date <= due.date {
            due.date = end.date
            due.steps.append(.ownEnd(by: end.update.id, on: end.date))
            due.atOnce = true
        }
        return due
    }

    private func base(_ base: DueSum.Base, _ start: CaseFile.Entry, _ span: Span?) -> DueDate? {
        switch base {
        case .limit(let limit, let startCounts, let field):
            let from = field.flatMap { start.update.data[$0]?.asDate } ?? start.date
            return counted(limit, from: from, startCounts: startCounts)
        case .field(let field, let movedBy):
            guard let date = start.update.data[field]?.asDate else { return nil }
            var due = DueDate(date: date, steps: [.named(field, by: start.update.id, on: date)])
            if let (entry, date) = lastMove(movedBy, field, start, span) {
                due.date = date
                due.steps.append(.named(field, by: entry.update.id, on: date))
            }
            return due
        case .childDate(let field, let limit):
            guard let date = file.childDate(field) else { return nil }
            let due = calendar.date(date, plus: limit.reversed)
            let step = Reckoning.Step.beforeChildDate(field, date: date, limit, on: due)
            if due >= start.date { return DueDate(date: due, steps: [step]) }
            return DueDate(date: start.date, steps: [step, .notBeforeStart(start.date)])
        }
    }

    /// The sum of a limit from a date.
    func counted(_ limit: TimeLimit, from date: LocalDate, startCounts: Bool = false) -> DueDate {
        let due = calendar.date(date, plus: limit, startCounts: startCounts)
        return DueDate(
            date: due, steps: [.limit(from: .date(date), limit, startCounts: startCounts, to: .date(due))])
    }

    /// The last update that moves a named date; of those of one date the one that names the earliest.
    private func lastMove(
        _ patterns: [EventPattern], _ field: FieldName, _ start: CaseFile.Entry, _ span: Span?
    ) -> (CaseFile.Entry, LocalDate)? {
        let last = span?.lastDay
        return file.entries(patterns).compactMap { entry -> (CaseFile.Entry, LocalDate)? in
            guard belongTogether(entry.update.ref, start.update.ref), entry.date >= start.date,
                last.map({ entry.date <= $0 }) ?? true
            else { return nil }
            return entry.update.data[field]?.asDate.map { (entry, $0) }
        }.max { left, right in
            left.0.date == right.0.date ? left.1 > right.1 : left.0.date < right.0.date
        }
    }

    private func endOfRunning(_ ids: [SpanID], at start: LocalDate) -> (span: SpanID, end: CaseFile.Entry)? {
        ids.compactMap { law.spans[$0] }.flatMap { declaration in
            file.spans(declaration).filter { $0.runs(on: start) }.compactMap { span in
                span.end.map { (span: declaration.id, end: $0) }
            }
        }.min { $0.end.date < $1.end.date }
    }
}
