package import Deadlines

/// One thing in a notice that lists several.
package enum NoticeItem: Hashable, Sendable {
    /// A prerequisite of which nothing is registered.
    case lacking(RuleID)
    /// A requirement that has started.
    case requirement(RuleID, Requirement)
    /// What a leader looked at, and how it was found, by their codes.
    case found(String, answer: String)

    /// A requirement of a rule that has started.
    package struct Requirement: Hashable, Sendable {
        /// The thing inside the case.
        package let ref: Reference?
        /// When it started.
        package let start: Moment
        /// When it is due.
        package let due: Moment

        /// A requirement of these parts.
        package init(ref: Reference?, start: Moment, due: Moment) {
            self.ref = ref
            self.start = start
            self.due = due
        }
    }

    /// A thing of a checklist.
    init(_ item: ChecklistFinding.Item) {
        switch item {
        case .lacking(let rule): self = .lacking(rule)
        case .found(let subject, let answer): self = .found(subject, answer: answer)
        }
    }

    /// What it is about: the name of a rule, or the code of what was looked at.
    package var subject: String {
        switch self {
        case .lacking(let rule), .requirement(let rule, _): rule.rawValue
        case .found(let subject, _): subject
        }
    }
}
