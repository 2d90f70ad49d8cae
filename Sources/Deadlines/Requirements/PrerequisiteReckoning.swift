/// Rules about what must be there before a decision.
extension Reckoner {
    mutating func reckonPrerequisites(_ versions: [Rule]) {
        for rule in versions {
            guard case .prerequisite(let form) = rule.form else { continue }
            for decision in occasions(form.decision) where rule.inForce.contains(decision.date) {
                addPrerequisite(rule, form, of: decision, on: decision.date, planned: false)
            }
            addPlanned(rule, form)
        }
    }

    private func occasions(_ start: Start) -> [CaseFile.Entry] {
        switch start {
        case .events(let patterns, _): file.entries(patterns)
        case .span(let choice, _): spans(choice).map(\.start)
        }
    }

    /// A decision that is planned warns of what it lacks until it is taken, planned anew, or its date has passed.
    private mutating func addPlanned(_ rule: Rule, _ form: PrerequisiteForm) {
        for (plan, date) in standingPlans(form) where form.planned.match(plan.update) && rule.inForce.contains(date) {
            changes(at: calendar.zone.instant(of: date.adding(days: 1)))
            addPrerequisite(rule, form, of: plan, on: date, planned: true)
        }
    }

    /// The plans to decide that are neither taken, planned anew nor past, whatever is to be decided, and for when.
    func standingPlans(_ form: PrerequisiteForm) -> [(plan: CaseFile.Entry, date: LocalDate)] {
        guard let field = form.plannedField else { return [] }
        let plans = file.entries(ofKinds: form.planned.kinds)
        let taken = file.entries(ofKinds: form.decision.kinds)
        return plans.compactMap { plan in
            guard let date = plan.update.data[field]?.asDate, currentDate <= date else { return nil }
            let replaced = plans.contains { $0.update.ref == plan.update.ref && $0.earliest > plan.earliest }
            let decided = taken.contains {
                belongTogether($0.update.ref, plan.update.ref) && $0.date >= plan.date
            }
            return replaced || decided ? nil : (plan, date)
        }
    }

    private mutating func addPrerequisite(
        _ rule: Rule, _ form: PrerequisiteForm, of entry: CaseFile.Entry, on date: LocalDate, planned: Bool
    ) {
        guard !file.isChildUnder(form.notUnderAge, on: date) else { return }
        let question = Question(
            ref: entry.update.ref, start: date, startedBy: entry, decisions: form.decision.kinds)
        let met = first(form.met, for: question)
        let excuse = form.excused.flatMap { first($0, for: question) }.flatMap { $0.date <= date ? $0 : nil }
        let ended = closing(from: entry.date)
        add(
            row(
                rule, ref: entry.update.ref, start: entry.date,
                judgement: DateJudgement(
                    due: date, met: met?.date, excused: excuse?.date, ended: ended?.date, atOnce: !planned),
                reckoning: Reckoning(
                    startedBy: entry.update.id, steps: [.decision(date, planned: planned)], metBy: met?.update.id,
                    excusedBy: excuse?.update.id, endedBy: ended?.update.id),
                planned: planned, background: Background(lapsed: entry.date)))
    }
}
