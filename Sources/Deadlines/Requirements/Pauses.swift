/// Pauses of rules that may be paused: the due date moves by the days between (spec §4).
extension Reckoner {
    /// Moves `due` by every pause that began before it had passed.
    ///
    /// - Returns: whether a pause is still open at the moment of reckoning, and nothing has met it.
    mutating func move(
        _ due: inout DueDate, byPausesOf rule: RuleID, ref: Reference?, from start: LocalDate,
        until met: CaseFile.Entry?
    ) -> Bool {
        let resumed = file.entries(ofKinds: law.resuming).filter { isAbout($0, rule, ref) }
        var last = start
        for pause in file.entries(ofKinds: law.pausing) where isAbout(pause, rule, ref) {
            guard pause.date >= last, pause.date <= due.date, met.map({ pause.date < $0.date }) ?? true else {
                continue
            }
            let end = resumed.first { $0.date >= pause.date }
            let until = end?.date ?? met?.date ?? currentDate
            due.date = due.date.adding(days: pause.date.days(until: until))
            due.steps.append(.paused(from: pause.date, to: end?.date, due: due.date))
            last = until
            if end == nil, met == nil {
                // The due date moves on with each day.
                changes(at: calendar.zone.instant(of: currentDate.adding(days: 1)))
                return true
            }
        }
        return false
    }

    private func isAbout(_ entry: CaseFile.Entry, _ rule: RuleID, _ ref: Reference?) -> Bool {
        law.vocabulary.value(.rule, of: entry.update) == .word(rule.rawValue) && belongTogether(entry.update.ref, ref)
    }
}
