/// Rules in which something must happen so many times in each year of a span.
extension Reckoner {
    mutating func reckonCounts(_ versions: [Rule]) {
        for rule in versions {
            guard case .count(let form) = rule.form else { continue }
            for span in spans(form.span) { addYears(rule, form, of: span) }
        }
    }

    /// A row for each year begun, and none after the measure or the case has ended.
    private mutating func addYears(_ rule: Rule, _ form: CountForm, of span: Span) {
        let ended = earlier(span.ending, closing(from: span.start.date))
        var number = 0
        while true {
            let start = calendar.date(span.start.date, plus: form.every * number)
            if let ended, ended.date < start { return }
            guard start <= currentDate else {
                return changes(at: calendar.zone.instant(of: start))
            }
            if rule.inForce.contains(start) { addYear(number, from: start, rule, form, span, ended) }
            number += 1
        }
    }

    private mutating func addYear(
        _ number: Int, from start: LocalDate, _ rule: Rule, _ form: CountForm, _ span: Span,
        _ ended: CaseFile.Entry?
    ) {
        let due = calendar.date(span.start.date, plus: form.every * (number + 1)).adding(days: -1)
        let last = [due, span.lastDay].compactMap(\.self).min() ?? due
        let visits = file.entries(form.met).filter {
            $0.date >= start && $0.date <= last && belongTogether($0.update.ref, span.ref)
        }
        let enough = visits.count >= form.times ? visits[form.times - 1] : nil
        let ended = ended.flatMap { $0.date <= due ? $0 : nil }
        add(
            row(
                rule, ref: span.ref, start: start,
                judgement: DateJudgement(due: due, met: enough?.date, ended: ended?.date),
                reckoning: Reckoning(
                    startedBy: span.start.update.id,
                    steps: [.countedPeriod(from: start, to: due, times: form.times, done: visits.count)],
                    metBy: enough?.update.id, endedBy: ended?.update.id),
                progress: min(visits.count, form.times), background: Background(lapsed: start)))
    }
}
