/// What is told once when something happens in a case, in one list (spec §5): what a decision that comes near will need and is not
/// registered, or fixed lines of who is to be told, heard and asked.
package struct Checklist: Sendable {
    /// What it is told on.
    package enum Occasion: Sendable {
        /// One of these updates.
        case events([EventPattern])
        /// The end of such a span.
        case endOf(SpanChoice)
        /// Another caseworker than the one before.
        case newCaseworker
    }

    /// A prerequisite of the decision.
    package struct Need: Sendable {
        /// The rule.
        package let rule: RuleID
        /// The span that must run for such a decision to come; nil is none.
        package let whileRunning: SpanChoice?

        /// A need of this rule.
        package init(_ rule: RuleID, whileRunning: SpanChoice? = nil) {
            self.rule = rule
            self.whileRunning = whileRunning
        }
    }

    /// Its name in the packs.
    package let id: RuleID
    /// What it is called, in Danish.
    package let title: String
    /// What it is told on.
    package let when: Occasion
    /// The prerequisites of the decision; empty where there are lines.
    package let needs: [Need]
    /// What has happened, as it stands before its date: »En indsats er registreret afsluttet«; nil where there are needs.
    package let says: String?
    /// What to see to, as it stands after »Sørg for, at«; empty where there are needs.
    package let lines: [String]
    /// For how long after that it is worth telling.
    package let currentFor: TimeLimit
    /// For how long after one was told another that lists no more is not; nil where each is told.
    package let againAfter: TimeLimit?
    /// Whether it is told also when the case is closed.
    package let outlivesCase: Bool

    /// A checklist of these parts.
    package init(
        id: RuleID, title: String, when: Occasion, needs: [Need], says: String?, lines: [String],
        currentFor: TimeLimit, againAfter: TimeLimit?, outlivesCase: Bool
    ) {
        self.id = id
        self.title = title
        self.when = when
        self.needs = needs
        self.says = says
        self.lines = lines
        self.currentFor = currentFor
        self.againAfter = againAfter
        self.outlivesCase = outlivesCase
    }
}

/// A checklist that is to be told.
package struct ChecklistFinding: Hashable, Sendable {
    /// Which checklist.
    package let checklist: RuleID
    /// The day of what it is told on.
    package let start: LocalDate
    /// The prerequisites of which nothing is registered; empty of one that has fixed lines.
    package let lacking: [RuleID]
    /// Whether it is about the caseworker who has taken the case over.
    package let isTakeover: Bool
}
