package import Deadlines

/// The steps of a rule: which role is told how long before or after the due time (spec §5).
package struct Ladder: Sendable {
    /// Its name in the packs.
    package let id: LadderID
    /// The steps, as written.
    package let steps: [Step]

    /// A ladder of these steps.
    package init(id: LadderID, steps: [Step]) {
        self.id = id
        self.steps = steps
    }
}

/// One step of a ladder.
package struct Step: Hashable, Sendable {
    /// When the step is taken.
    package let time: StepTime
    /// Who is told.
    package let roles: [Role]

    /// A step of these parts.
    package init(_ time: StepTime, to roles: [Role]) {
        self.time = time
        self.roles = roles
    }
}

/// When a step is taken, against the due time.
package enum StepTime: Hashable, Sendable {
    /// As soon as it is registered.
    case atOnce
    /// When half of the time has passed.
    case halfWay
    /// So long after the start, if nothing of what is counted has been registered by then.
    case noneSince(TimeLimit)
    /// When it is excused.
    case excused
    /// So long before it is due.
    case before(TimeLimit)
    /// The day after the due date, or at the due instant.
    case overdue
    /// So long after it was due.
    case after(TimeLimit)
    /// When a decision is registered without it.
    case missing

    /// What the notice is called.
    package var stage: Stage {
        switch self {
        case .atOnce, .halfWay, .noneSince, .before: .reminder
        case .overdue: .overdue
        case .after, .excused: .escalation
        case .missing: .breach
        }
    }

    /// The step's name, a part of each notice's key: it must never change for the same step.
    package var name: String {
        switch self {
        case .atOnce: "at-once"
        case .halfWay: "half-way"
        case .noneSince(let limit): "none-since-\(limit.name)"
        case .excused: "excused"
        case .before(let limit): "before-\(limit.name)"
        case .overdue: "overdue"
        case .after(let limit): "after-\(limit.name)"
        case .missing: "missing"
        }
    }
}

extension TimeLimit {
    /// `21-days`, `2-working-days`.
    var name: String { "\(count)-\(unit.rawValue.replacing("_", with: "-"))" }
}

/// What kind of message a notice is (spec §5).
package enum Stage: String, CaseIterable, Sendable {
    /// Before the due time, or at once.
    case reminder
    /// At the due instant, or the day after the due date.
    case overdue
    /// Later, to a leader.
    case escalation
    /// Missing when the decision was registered.
    case breach
    /// What a decision that comes near lacks.
    case checklist
    /// What is open in a case that somebody has taken over.
    case handover
    /// What was overdue before fristd began.
    case backlog
    /// The feed of updates is silent, or speaks again.
    case feed

    /// Whether several to one person at one time go out as one list.
    package var isJoined: Bool { self == .backlog || self == .handover }
}

/// In what capacity a person is told.
package enum Role: String, CaseIterable, Sendable {
    /// The case's caseworker.
    case raadgiver
    /// The team's coordinator.
    case koordinator
    /// The team's leader.
    case teamleder
    /// The head of the department.
    case afdelingsleder
    /// The head of the centre.
    case centerchef
    /// On duty for acute reports.
    case vagt
    /// Operations.
    case drift

    /// Whether who has it leads others, and answers for what was not done.
    package var isLeading: Bool {
        switch self {
        case .koordinator, .teamleder, .afdelingsleder, .centerchef: true
        case .raadgiver, .vagt, .drift: false
        }
    }
}
