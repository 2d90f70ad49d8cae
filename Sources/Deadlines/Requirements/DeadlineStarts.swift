/// What starts a deadline.
extension Reckoner {
    /// The starts by `ref`, in time, over all versions of the rule.
    mutating func starts(of versions: [Rule]) -> [(ref: Reference?, starts: [FoundStart])] {
        var starts: [FoundStart] = []
        for rule in versions {
            guard case .deadline(let form) = rule.form else { continue }
            starts += found(rule, form).filter { rule.inForce.contains($0.date) && isStart(form, $0.date) }
        }
        let groups = Dictionary(grouping: starts) { $0.entry.update.ref }
        return groups.map { ($0.key, $0.value.sorted { $0.entry.earliest < $1.entry.earliest }) }
    }

    private mutating func found(_ rule: Rule, _ form: DeadlineForm) -> [FoundStart] {
        switch form.start {
        case .events(let patterns, let each):
            return file.entries(patterns).map {
                FoundStart(rule: rule, form: form, entry: $0, date: $0.date, each: each)
            }
        case .span(let choice, nil):
            return spans(choice).map {
                FoundStart(rule: rule, form: form, entry: $0.start, date: $0.start.date, span: $0)
            }
        case .span(let choice, let childDate?):
            return spans(choice).compactMap { start(rule, form, of: $0, childDate) }
        }
    }

    /// The later of a span's start and a day counted from a date of the child, where span and case had not ended before
    /// that; none before it has come.
    private mutating func start(
        _ rule: Rule, _ form: DeadlineForm, of span: Span, _ childDate: ChildDate
    ) -> FoundStart? {
        guard let known = file.childDate(childDate.field) else { return nil }
        let day = calendar.date(known, plus: childDate.before.reversed)
        let start = FoundStart(rule: rule, form: form, entry: span.start, date: max(day, span.start.date), span: span)
        guard day > span.start.date else { return start }
        let ended = earlier(span.end, closing(from: span.start.date))
        if let ended, ended.date < day { return nil }
        guard day <= currentDate else {
            changes(at: calendar.zone.instant(of: day))
            return nil
        }
        var later = start
        later.reason = .startsBeforeChildDate(childDate.field, date: known, childDate.before, on: day)
        return later
    }

    private func isStart(_ form: DeadlineForm, _ date: LocalDate) -> Bool {
        if let choice = form.whileRunning, !spans(choice).contains(where: { $0.runs(on: date) }) { return false }
        if let choice = form.unlessRunning,
            spans(choice).contains(where: { $0.start.date < date && $0.runs(on: date) })
        {
            return false
        }
        return true
    }
}
