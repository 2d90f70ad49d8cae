/// How a rule is counted.
public enum Form: Sendable {
    /// Something starts it, something must happen within a limit.
    case deadline(DeadlineForm)
    /// Each time something happens, it must happen again within an interval.
    case repetition(RepetitionForm)
    /// Something must be there before a decision.
    case prerequisite(PrerequisiteForm)
}

/// A limit from a start.
public struct DeadlineForm: Sendable {
    /// What starts it.
    public let start: Start
    /// The sum.
    public let due: DueSum
    /// What meets it.
    public let met: Proof
    /// What lets it be exceeded, when registered by the due date.
    public let excused: Proof?
    /// A child under this age, in years, on the due date is exempt; 0 is nobody.
    public let notUnderAge: Int

    /// A deadline of these parts.
    public init(start: Start, due: DueSum, met: Proof, excused: Proof?, notUnderAge: Int) {
        self.start = start
        self.due = due
        self.met = met
        self.excused = excused
        self.notUnderAge = notUnderAge
    }
}

/// What starts a deadline.
public enum Start: Sendable {
    /// The earliest of these while none is open for the same `ref`; with `each` every one stands for itself.
    case events([EventPattern], each: Bool)
    /// The beginning of a span, counting only starts for which the conditions hold.
    case span(SpanID, where: [Condition])
}

/// The sum from a start to a due date.
public struct DueSum: Sendable {
    /// How long is given.
    public let limit: TimeLimit
    /// Whether the start day is the limit's first day.
    public let startCounts: Bool
    /// Spans of the case that were running at the start: when one ends sooner, it is due on that day.
    public let orEndOfRunning: [SpanID]

    /// A sum of these parts.
    public init(limit: TimeLimit, startCounts: Bool, orEndOfRunning: [SpanID]) {
        self.limit = limit
        self.startCounts = startCounts
        self.orEndOfRunning = orEndOfRunning
    }
}

/// Each time something happens, it must happen again.
public struct RepetitionForm: Sendable {
    /// The spans it is about; what happens inside one, its first and last day included, meets and starts for it.
    public let span: SpanID
    /// What must happen again and again.
    public let again: [EventPattern]
    /// How long there may be between, unless the update names a date.
    public let interval: TimeLimit
    /// The field of the update that names the next date.
    public let nextField: FieldName?

    /// A repetition of these parts.
    public init(span: SpanID, again: [EventPattern], interval: TimeLimit, nextField: FieldName?) {
        self.span = span
        self.again = again
        self.interval = interval
        self.nextField = nextField
    }
}

/// Something that must be there before a decision: missing at the decision is due then.
public struct PrerequisiteForm: Sendable {
    /// The decisions.
    public let decision: [EventPattern]
    /// The plans to decide, which warn beforehand.
    public let planned: [EventPattern]
    /// The field of a plan that names the decision's date.
    public let plannedField: FieldName?
    /// What must be there.
    public let met: Proof
    /// What may be there instead.
    public let excused: Proof?
    /// A child under this age, in years, at the decision is exempt; 0 is nobody.
    public let notUnderAge: Int

    /// A prerequisite of these parts.
    public init(
        decision: [EventPattern], planned: [EventPattern], plannedField: FieldName?, met: Proof, excused: Proof?,
        notUnderAge: Int
    ) {
        self.decision = decision
        self.planned = planned
        self.plannedField = plannedField
        self.met = met
        self.excused = excused
        self.notUnderAge = notUnderAge
    }
}

/// What shows that something was done.
public struct Proof: Sendable {
    /// Which updates show it.
    public let patterns: [EventPattern]
    /// Which of them belong to the thing in question.
    public let belonging: Belonging
    /// How early they may be dated.
    public let earliest: Earliest

    /// A proof of these parts.
    public init(patterns: [EventPattern], belonging: Belonging = .sameRef, earliest: Earliest = .start) {
        self.patterns = patterns
        self.belonging = belonging
        self.earliest = earliest
    }
}

/// Which updates belong to the thing a requirement is about.
public enum Belonging: Hashable, Sendable {
    /// Those with the same `ref`, and all when one of the two has none.
    case sameRef
    /// Every one of the case.
    case anyInCase
    /// Those with the decision's own `ref`; and those with none, or with one that an update of these kinds carries,
    /// when dated after the case's previous decision.
    case decision(orRefsOf: [EventKind])
}

/// How early something done may be dated and still count.
public enum Earliest: Hashable, Sendable {
    /// Not before the start.
    case start
    /// Not earlier than this long before the start.
    case before(TimeLimit)
    /// However early.
    case anyTime
}
