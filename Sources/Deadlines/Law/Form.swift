/// How a rule is counted.
public indirect enum Form: Sendable {
    /// Something starts it, something must happen within a limit.
    case deadline(DeadlineForm)
    /// Each time something happens, it must happen again within an interval.
    case repetition(RepetitionForm)
    /// Something must happen so many times in each year of a span.
    case count(CountForm)
    /// Something must be there before a decision.
    case prerequisite(PrerequisiteForm)
    /// An update must say something.
    case requiredField(FieldForm)
    /// Two spans must not run at the same time.
    case conflict(ConflictForm)
}

/// A limit from a start.
public struct DeadlineForm: Sendable {
    /// What starts it.
    public let start: Start
    /// The span that must run on the day of the start, or it is none.
    public let whileRunning: SpanID?
    /// The sum.
    public let due: DueSum
    /// What meets it.
    public let met: Proof
    /// What lets it be exceeded, when registered by the due date.
    public let excused: Proof?
    /// How that is said.
    public let waiver: Waiver?
    /// A child under this age, in years, on the due date is exempt; 0 is nobody.
    public let notUnderAge: Int
    /// Whether it may be paused.
    public let mayPause: Bool
}

/// How it is said that something is registered as left out.
public struct Waiver: Sendable {
    /// As it stands in »Der er registreret, at …«: »børnesamtalen er fravalgt«.
    public let says: String
    /// As it stands in »Gør den ikke det, … inden fristen«: »skal samtalen holdes«.
    public let otherwise: String
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
    /// What is counted.
    public enum Base: Sendable {
        /// A limit from the start, or from the date in a field of the start where it is given; with `startCounts` that
        /// day is the limit's first.
        case limit(TimeLimit, startCounts: Bool, from: FieldName?)
        /// The date in a field of the start; the same field of later updates moves it.
        case field(FieldName, movedBy: [EventPattern])
        /// So long before a date known of the child, or the start if that is later.
        case childDate(FieldName, before: TimeLimit)
    }

    /// What is counted.
    public let base: Base
    /// Spans of the case that were running at the start: when one ends sooner, it is due on that day.
    public let orEndOfRunning: [SpanID]
    /// Whether the end of the span that starts it makes it due, and missing at once, when that comes no later.
    public let orOwnEnd: Bool
}

/// Each time something happens, it must happen again.
public struct RepetitionForm: Sendable {
    /// What begins the row.
    public enum First: Sendable {
        /// The first time it happens.
        case none
        /// The beginning of the span.
        case span
        /// One of these, while no row is open.
        case events([EventPattern])
    }

    /// The span it is about, where it is about one; what happens inside it, its first and last day included, meets and
    /// starts for it.
    public let span: SpanID?
    /// What begins the row.
    public let first: First
    /// What must happen again and again.
    public let again: [EventPattern]
    /// How long there may be between, unless the update names a date.
    public let interval: TimeLimit
    /// The field of the update that names the next date.
    public let nextField: FieldName?
}

/// So many times in each year of a span.
public struct CountForm: Sendable {
    /// The span.
    public let span: SpanID
    /// Only spans whose start these conditions hold for.
    public let conditions: [Condition]
    /// The length of each stretch from the span's start.
    public let every: TimeLimit
    /// How many times.
    public let times: Int
    /// What is counted.
    public let met: [EventPattern]
    /// What is asked for without its number, as it stands in »Der er registreret 1 af 2 …«: »tilsynsbesøg i året«.
    public let counted: String?
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
}

/// An update that must say something.
public struct FieldForm: Sendable {
    /// The updates.
    public let events: [EventPattern]
    /// What they must say.
    public let condition: Condition
    /// A child under this age, in years, on the update's date is exempt; 0 is nobody.
    public let notUnderAge: Int
}

/// Two spans that must not run at the same time: missing from the first day on which both do, late when one ends.
public struct ConflictForm: Sendable {
    /// The span that the requirement is about, under its `ref`.
    public let span: SpanID
    /// The other one.
    public let beside: SpanID
}

/// What shows that something was done.
public struct Proof: Sendable {
    /// Which updates show it.
    public let patterns: [EventPattern]
    /// Which of them belong to the thing in question.
    public let belonging: Belonging
    /// How early they may be dated.
    public let earliest: Earliest
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
