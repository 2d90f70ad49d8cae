/// From a start to a due date, step by step.
extension Reckoner {
    /// A due date, how it was summed, and whether it is missing as soon as it is due.
    struct DueDate {
        var date: LocalDate
        var steps: [Reckoning.Step]
        var atOnce = false

        mutating func move(to date: LocalDate, _ step: Reckoning.Step) {
            self.date = date
            steps.append(step)
        }
    }

    /// The due date of a date rule; nil where the sum rests on something that is not known.
    func dueDate(_ sum: DueSum, from start: FoundStart) -> DueDate? {
        guard var due = base(sum.base, start) else { return nil }
        if let sooner = endOfRunning(sum.orEndOfRunning, at: start.date), sooner.end.date < due.date {
            due.move(
                to: sooner.end.date, .endOfSpan(sooner.span, by: sooner.end.update.id, on: sooner.end.date))
        }
        if sum.orOwnEnd, let end = start.span?.end, end.date <= due.date {
            due.move(to: end.date, .ownEnd(by: end.update.id, on: end.date))
            due.atOnce = true
        }
        return due
    }

    private func base(_ base: DueSum.Base, _ start: FoundStart) -> DueDate? {
        switch base {
        case .limit(let limit, let startCounts, let field):
            let from = field.flatMap { start.entry.update.data[$0]?.asDate } ?? start.date
            return counted(limit, from: from, startCounts: startCounts)
        case .field(let field, let movedBy, let atLatest):
            guard var due = namedDate(field, movedBy, start) else { return nil }
            if let atLatest {
                let last = calendar.date(start.date, plus: atLatest)
                if last < due.date { due.move(to: last, .atLatest(atLatest, on: last)) }
            }
            return due
        case .childDate(let childDate):
            guard let date = file.childDate(childDate.field) else { return nil }
            let day = calendar.date(date, plus: childDate.before.reversed)
            let step = Reckoning.Step.beforeChildDate(childDate.field, date: date, childDate.before, on: day)
            if day >= start.date { return DueDate(date: day, steps: [step]) }
            return DueDate(date: start.date, steps: [step, .notBeforeStart(start.date)])
        }
    }

    /// The date in a field of the start, as the last update that moves it names it.
    private func namedDate(_ field: FieldName, _ movedBy: [EventPattern], _ start: FoundStart) -> DueDate? {
        guard let date = start.entry.update.data[field]?.asDate else { return nil }
        var due = DueDate(date: date, steps: [.named(field, by: start.entry.update.id, on: date)])
        if let (entry, date) = lastMove(movedBy, field, start) {
            due.move(to: date, .named(field, by: entry.update.id, on: date))
        }
        return due
    }

    /// The sum of a limit from a date.
    func counted(_ limit: TimeLimit, from date: LocalDate, startCounts: Bool = false) -> DueDate {
        let due = calendar.date(date, plus: limit, startCounts: startCounts)
        return DueDate(
            date: due, steps: [.limit(from: .date(date), limit, startCounts: startCounts, to: .date(due))])
    }

    /// The latest update of the very same `ref` that moves a named date; of those of one time the one that names the latest.
    private func lastMove(
        _ patterns: [EventPattern], _ field: FieldName, _ start: FoundStart
    ) -> (CaseFile.Entry, LocalDate)? {
        let last = start.span?.lastDay
        return file.entries(patterns).compactMap { entry -> (CaseFile.Entry, LocalDate)? in
            guard entry.update.ref == start.entry.update.ref, entry.date >= start.date,
                last.map({ entry.date <= $0 }) ?? true
            else { return nil }
            return entry.update.data[field]?.asDate.map { (entry, $0) }
        }.max { ($0.0.earliest, $0.1) < ($1.0.earliest, $1.1) }
    }

    private func endOfRunning(_ ids: [SpanID], at start: LocalDate) -> (span: SpanID, end: CaseFile.Entry)? {
        ids.flatMap { id in
            spans(SpanChoice(id)).filter { $0.runs(on: start) }.compactMap { span in
                span.end.map { (span: id, end: $0) }
            }
        }.min { $0.end.date < $1.end.date }
    }
}
