/// Rules about what an update must say: a row for each, under its own `ref`.
extension Reckoner {
    mutating func reckonFields(_ versions: [Rule]) {
        for rule in versions {
            guard case .requiredField(let form) = rule.form else { continue }
            for entry in file.entries(form.events) where rule.inForce.contains(entry.date) {
                guard !file.isChildUnder(form.notUnderAge, on: entry.date), isInside(form.inside, entry) else {
                    continue
                }
                let said = form.conditions.map { Reckoning.Step.said($0.field, $0.holds(for: entry.update)) }
                let isSaid = form.conditions.allSatisfy { $0.holds(for: entry.update) }
                add(
                    row(
                        rule, ref: entry.update.ref, start: entry.date,
                        judgement: DateJudgement(due: entry.date, met: isSaid ? entry.date : nil, atOnce: true),
                        reckoning: Reckoning(
                            startedBy: entry.update.id, steps: said, metBy: isSaid ? entry.update.id : nil),
                        background: Background(lapsed: entry.date)))
            }
        }
    }

    /// Whether it belongs to a span that runs or ends on its day.
    private func isInside(_ choice: SpanChoice?, _ entry: CaseFile.Entry) -> Bool {
        guard let choice else { return true }
        return spans(choice).contains { $0.runsOrEnds(on: entry.date) && belongTogether($0.ref, entry.update.ref) }
    }
}
