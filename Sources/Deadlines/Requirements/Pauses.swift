/// Pauses of rules that may be paused: the due date moves by the days between (spec §4).
extension Reckoner {
    /// Moves `due` by every pause that began before it had passed. A pause ends when it is lifted, when the requirement is met,
    /// when the case ends, or at the moment of reckoning.
    ///
    /// - Returns: whether a pause is still open at the moment of reckoning.
    mutating func move(
        _ due: inout DueDate, byPausesOf rule: RuleID, ref: Reference?, from start: LocalDate,
        met: CaseFile.Entry?, ended: CaseFile.Entry?
    ) -> Bool {
        let over = earlier(met, ended)?.date
        let resumed = file.entries(ofKinds: law.resuming).filter { isAbout($0, rule, ref) }
        let pauses = file.entries(ofKinds: law.pausing).filter { isAbout($0, rule, ref) }
        var free = start
        for (date, pauses) in Dictionary(grouping: pauses, by: \.date).sorted(by: { $0.key < $1.key }) {
            guard date >= free, date <= due.date, over.map({ date < $0 }) ?? true else { continue }
            let lifted = resumed.first { end in
                end.date >= date && pauses.contains { belongTogether($0.update.ref, end.update.ref) }
            }
            let end = [lifted?.date, over].compactMap(\.self).min()
            let until = end ?? currentDate
            let moved = due.date.adding(days: date.days(until: until))
            due.move(to: moved, .paused(from: date, to: end, due: moved))
            if end == nil {
                // The due date moves on with each day.
                changes(at: calendar.zone.instant(of: currentDate.adding(days: 1)))
                return true
            }
            free = until.adding(days: 1)
        }
        return false
    }

    private func isAbout(_ entry: CaseFile.Entry, _ rule: RuleID, _ ref: Reference?) -> Bool {
        law.rule(namedBy: entry.update) == rule && belongTogether(entry.update.ref, ref)
    }
}
