/// What a decision will need, told when it comes near: one list of what is not registered (spec §5).
package struct Checklist: Sendable {
    /// Its name in the packs.
    package let id: RuleID
    /// What it is called, in Danish.
    package let title: String
    /// What shows that a decision comes near.
    package let when: [EventPattern]
    /// The prerequisites of the decision.
    package let needs: [RuleID]
    /// For how long after that it is worth telling.
    package let currentFor: TimeLimit
    /// For how long after one was told another that lists no more is not; nil where each is told.
    package let againAfter: TimeLimit?

    /// A checklist of these parts.
    package init(
        id: RuleID, title: String, when: [EventPattern], needs: [RuleID], currentFor: TimeLimit, againAfter: TimeLimit?
    ) {
        self.id = id
        self.title = title
        self.when = when
        self.needs = needs
        self.currentFor = currentFor
        self.againAfter = againAfter
    }
}

/// A checklist that lacks something.
package struct ChecklistFinding: Hashable, Sendable {
    /// Which checklist.
    package let checklist: RuleID
    /// The day on which the decision came near.
    package let start: LocalDate
    /// The prerequisites of which nothing is registered.
    package let lacking: [RuleID]
}
