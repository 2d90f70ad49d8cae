/// Rules about what an update must say: a row for each, under its own `ref`.
extension Reckoner {
    mutating func reckon(_ rule: Rule, _ patterns: [EventPattern], _ condition: Condition, notUnderAge: Int) {
        for entry in file.entries(patterns) where rule.inForce.contains(entry.date) {
            guard !file.isChildUnder(notUnderAge, on: entry.date) else { continue }
            let isSaid = condition.holds(for: entry.update)
            add(
                requirement(
                    rule, ref: entry.update.ref, start: entry.date,
                    judgement: DateJudgement(due: entry.date, met: isSaid ? entry.date : nil, atOnce: true)),
                Reckoning(
                    startedBy: entry.update.id, steps: [.said(condition.field, isSaid)],
                    metBy: isSaid ? entry.update.id : nil))
        }
    }
}
