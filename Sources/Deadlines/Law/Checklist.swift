/// What a decision will need, told when it comes near: one list of what is not registered (spec §5).
public struct Checklist: Sendable {
    /// Its name in the packs.
    public let id: RuleID
    /// What it is called, in Danish.
    public let title: String
    /// What shows that a decision comes near.
    public let when: [EventPattern]
    /// The prerequisites of the decision.
    public let needs: [RuleID]
    /// For how long after that it is worth telling.
    public let currentFor: TimeLimit
    /// For how long after one was told another that lists no more is not; nil where each is told.
    public let againAfter: TimeLimit?
}

/// A checklist that lacks something.
public struct ChecklistFinding: Hashable, Sendable {
    /// Which checklist.
    public let checklist: RuleID
    /// The day on which the decision came near.
    public let start: LocalDate
    /// The prerequisites of which nothing is registered.
    public let lacking: [RuleID]
}
