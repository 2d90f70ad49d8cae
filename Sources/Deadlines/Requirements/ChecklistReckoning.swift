/// What is told once in a list, when something happens in a case.
extension Reckoner {
    /// The lists that list something or have fixed lines, one a day, until a decision is taken, the case is closed, or they are old;
    /// none that says again what the caseworker was told a short while before.
    mutating func checklistFindings() -> [ChecklistFinding] {
        var findings: [ChecklistFinding] = []
        for checklist in law.checklists {
            var told: ChecklistFinding?
            for date in days(of: checklist.when) where checklist.outlivesCase || closing(from: date) == nil {
                let last = calendar.date(date, plus: checklist.currentFor)
                guard let items = items(of: checklist.content, on: date, currentUntil: last) else { continue }
                let finding = ChecklistFinding(
                    checklist: checklist.id, start: date, items: items, isTakeover: checklist.isOnTakeover)
                if told.map({ covers($0, finding, checklist) }) ?? false { continue }
                told = finding
                guard currentDate <= last else { continue }
                changes(at: calendar.zone.instant(of: last.adding(days: 1)))
                findings.append(finding)
            }
        }
        return findings
    }

    /// What is to be listed of `date`; nil where there is nothing to tell.
    private mutating func items(
        of content: Checklist.Content, on date: LocalDate, currentUntil last: LocalDate
    ) -> [ChecklistFinding.Item]? {
        switch content {
        case .lines: return []
        case .needs(let needs):
            if currentDate <= last { for need in needs { changesByItself(need.rule, until: last) } }
            let lacking = needs.filter { lacks($0, since: date) }.map { ChecklistFinding.Item.lacking($0.rule) }
            return lacking.isEmpty ? nil : lacking
        case .findings:
            let found = law.review.map { file.feedback(of: date, under: law, $0) } ?? []
            return found.isEmpty ? nil : found.map { .found($0.subject, answer: $0.answer) }
        }
    }

    private func days(of occasion: Checklist.Occasion) -> [LocalDate] {
        switch occasion {
        case .events(let patterns): Set(file.entries(patterns).map(\.date)).sorted()
        case .endOf(let choice): Set(spans(choice).compactMap { $0.end?.date }).sorted()
        case .newCaseworker: file.changedCaseworker.map { [$0.at.date(in: calendar.zone)] } ?? []
        }
    }

    /// Whether all that `other` lists stood in `finding`, not long before and for the same caseworker.
    private func covers(_ finding: ChecklistFinding, _ other: ChecklistFinding, _ checklist: Checklist) -> Bool {
        guard let silence = checklist.againAfter else { return false }
        return other.start <= calendar.date(finding.start, plus: silence)
            && Set(other.items).isSubset(of: finding.items)
            && file.takenOver.map { $0.at.date(in: calendar.zone) <= finding.start } ?? true
    }

    /// Notes when the date alone can make a prerequisite lack or not: the rules change, the child grows older, or what was done
    /// is too old.
    private mutating func changesByItself(_ id: RuleID, until last: LocalDate) {
        for rule in law.rules[law.currentName(of: id)] ?? [] {
            guard case .prerequisite(let form) = rule.form else { continue }
            let windows = [form.met.earliest, form.excused?.earliest ?? .anyTime]
            let days = [
                rule.inForce.from, rule.inForce.until?.adding(days: 1), file.birthday(form.notUnderAge),
                windows.allSatisfy { $0 == .anyTime } ? nil : currentDate.adding(days: 1),
            ]
            let planned = standingPlans(form).map { $0.date.adding(days: 1) }
            for day in days.compactMap(\.self) + planned where day > currentDate && day <= last {
                changes(at: calendar.zone.instant(of: day))
            }
        }
    }

    /// Whether nothing registered would meet or excuse the prerequisite if it were decided today, and such a decision can come:
    /// where one is planned, it is one of that kind.
    private func lacks(_ need: Checklist.Need, since date: LocalDate) -> Bool {
        guard case .prerequisite(let form) = law.rule(need.rule, on: currentDate)?.form,
            !file.isChildUnder(form.notUnderAge, on: currentDate)
        else { return false }
        let decisions = form.decision.kinds
        guard !file.entries(ofKinds: decisions).contains(where: { $0.date >= date }) else { return false }
        let plans = standingPlans(form)
        guard plans.isEmpty || plans.contains(where: { form.planned.match($0.plan.update) }) else { return false }
        if let choice = need.whileRunning, !spans(choice).contains(where: { $0.runs(on: currentDate) }) { return false }
        let question = Question(ref: nil, start: currentDate, decisions: decisions)
        return first(form.met, for: question) == nil && form.excused.flatMap { first($0, for: question) } == nil
    }
}

extension Checklist {
    fileprivate var isOnTakeover: Bool { if case .newCaseworker = when { true } else { false } }
}
