/// What a decision that comes near lacks.
extension Reckoner {
    /// The lists that lack something, one a day, until a decision is taken, the case is closed, or they are old; none that
    /// says again what the caseworker was told a short while before.
    mutating func checklistFindings() -> [ChecklistFinding] {
        var findings: [ChecklistFinding] = []
        for checklist in law.checklists {
            var told: ChecklistFinding?
            for date in Set(file.entries(checklist.when).map(\.date)).sorted() where closing(from: date) == nil {
                let last = calendar.date(date, plus: checklist.currentFor)
                if currentDate <= last { for need in checklist.needs { changesByItself(need, until: last) } }
                let lacking = checklist.needs.filter { lacks($0, since: date) }
                let finding = ChecklistFinding(checklist: checklist.id, start: date, lacking: lacking)
                if lacking.isEmpty || told.map({ covers($0, finding, checklist) }) ?? false { continue }
                told = finding
                guard currentDate <= last else { continue }
                changes(at: calendar.zone.instant(of: last.adding(days: 1)))
                findings.append(finding)
            }
        }
        return findings
    }

    /// Whether all that `other` lists stood in `finding`, not long before and for the same caseworker.
    private func covers(_ finding: ChecklistFinding, _ other: ChecklistFinding, _ checklist: Checklist) -> Bool {
        guard let silence = checklist.againAfter else { return false }
        return other.start <= calendar.date(finding.start, plus: silence)
            && Set(other.lacking).isSubset(of: finding.lacking)
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
            for day in days.compactMap(\.self) where day > currentDate && day <= last {
                changes(at: calendar.zone.instant(of: day))
            }
        }
    }

    /// Whether nothing registered would meet or excuse the prerequisite if it were decided today.
    private func lacks(_ id: RuleID, since date: LocalDate) -> Bool {
        guard case .prerequisite(let form) = law.rule(id, on: currentDate)?.form,
            !file.isChildUnder(form.notUnderAge, on: currentDate)
        else { return false }
        let decisions = form.decision.kinds
        guard !file.entries(ofKinds: decisions).contains(where: { $0.date >= date }) else { return false }
        let question = Question(ref: nil, start: currentDate, decisions: decisions)
        return first(form.met, for: question) == nil && form.excused.flatMap { first($0, for: question) } == nil
    }
}
