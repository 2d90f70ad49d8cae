/// What is told once when something happens in a case, in one list (spec §5): what a decision that comes near will need and is not
/// registered, fixed lines of who is to be told, heard and asked, or what a leader found in the case.
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

    /// What it lists.
    package enum Content: Sendable {
        /// The prerequisites of the decision of which nothing is registered.
        case needs([Need])
        /// What to see to, as it stands after »Sørg for, at«; before it what has happened, as it stands before its date: »En indsats
        /// er registreret afsluttet«.
        case lines([String], says: String)
        /// What leaders found in the case that day.
        case findings
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
    /// What it lists.
    package let content: Content
    /// For how long after that it is worth telling.
    package let currentFor: TimeLimit
    /// For how long after one was told another that lists no more is not; nil where each is told.
    package let againAfter: TimeLimit?
    /// Whether it is told also when the case is closed.
    package let outlivesCase: Bool

    /// A checklist of these parts.
    package init(
        id: RuleID, title: String, when: Occasion, content: Content, currentFor: TimeLimit, againAfter: TimeLimit?,
        outlivesCase: Bool
    ) {
        self.id = id
        self.title = title
        self.when = when
        self.content = content
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
    /// What it lists; empty of one that has fixed lines.
    package let items: [Item]
    /// Whether it is about the caseworker who has taken the case over.
    package let isTakeover: Bool

    /// One thing that it lists.
    package enum Item: Hashable, Sendable {
        /// A prerequisite of which nothing is registered.
        case lacking(RuleID)
        /// What a leader looked at, and how it was found, by their codes.
        case found(String, answer: String)
    }
}
