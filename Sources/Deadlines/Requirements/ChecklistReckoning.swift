/// What a decision that comes near lacks.
extension Reckoner {
    /// The lists that lack something, one a day, until a decision is taken, the case is closed, or they are old.
    mutating func checklistFindings() -> [ChecklistFinding] {
        var findings: [ChecklistFinding] = []
        for checklist in law.checklists {
            for date in Set(file.entries(checklist.when).map(\.date)).sorted() {
                let last = calendar.date(date, plus: checklist.currentFor)
                guard currentDate <= last, closing(from: date) == nil else { continue }
                changes(at: calendar.zone.instant(of: last.adding(days: 1)))
                let lacking = checklist.needs.filter { lacks($0, since: date) }
                if !lacking.isEmpty {
                    findings.append(ChecklistFinding(checklist: checklist.id, start: date, lacking: lacking))
                }
            }
        }
        return findings
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
