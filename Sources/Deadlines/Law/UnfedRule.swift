/// A rule that can say nothing true, because nobody sends what it goes by.
package struct UnfedRule: Hashable, Sendable {
    /// What is never sent.
    package enum Lack: String, Sendable {
        /// What starts it: it never asks for anything.
        case start
        /// What meets it: whatever it asks for is missing in the end, in every case.
        case proof
    }

    /// The rule.
    package let rule: RuleID
    /// What is never sent.
    package let lack: Lack
    /// The kinds of update, one of which is needed.
    package let kinds: [EventKind]
}

extension Law {
    /// The rules in force on `date` that nothing starts, or nothing meets, where updates of `kinds` alone are sent; by their names.
    package func unfed(by kinds: Set<EventKind>, on date: LocalDate) -> [UnfedRule] {
        rules.values.compactMap { versions in
            guard let rule = versions.first(where: { $0.inForce.contains(date) }) else { return nil }
            let (starting, meeting) = (rule.form.startingKinds(under: self), rule.form.meetingKinds(under: self))
            if starting.isDisjoint(with: kinds) {
                return UnfedRule(rule: rule.id, lack: .start, kinds: starting.sorted())
            }
            guard !meeting.isEmpty, meeting.isDisjoint(with: kinds) else { return nil }
            return UnfedRule(rule: rule.id, lack: .proof, kinds: meeting.sorted())
        }.sorted { $0.rule < $1.rule }
    }
}
