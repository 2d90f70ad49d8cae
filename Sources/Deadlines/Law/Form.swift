/// How a rule is counted.
package indirect enum Form: Sendable {
    /// Something starts it, something must happen within a limit.
    case deadline(DeadlineForm)
    /// Each time something happens, it must happen again within an interval.
    case repetition(RepetitionForm)
    /// Something must happen so many times in each year of a span.
    case count(CountForm)
    /// Something must be there before a decision.
    case prerequisite(PrerequisiteForm)
    /// One of these updates must say something; of a child under an age, in years, on its date nothing; 0 is nobody.
    case requiredField([EventPattern], Condition, notUnderAge: Int)
    /// Two spans must not run at the same time: missing from the first day on which both do, late when one ends. The
    /// requirement is about the first, under its `ref`.
    case conflict(SpanID, beside: SpanID)

    /// Whether doing now what is asked for ends what is missing, though late: of a decision, an update or a year that is past
    /// only a corrected registration changes anything.
    package var isEndedByDoing: Bool {
        switch self {
        case .deadline, .repetition: true
        case .count, .prerequisite, .requiredField, .conflict: false
        }
    }
}

/// A limit from a start.
package struct DeadlineForm: Sendable {
    /// What starts it.
    package let start: Start
    /// The span that must run on the day of the start, or it is none.
    package let whileRunning: SpanID?
    /// The sum.
    package let due: DueSum
    /// What meets it.
    package let met: Proof
    /// What lets it be exceeded, when registered by the due date.
    package let excused: Proof?
    /// How that is said: as it stands in »Der er registreret, at …«, »børnesamtalen er fravalgt«, and in »Gør den ikke det, …
    /// inden fristen«, »skal samtalen holdes«.
    package let waiver: Waiver?
    /// A child under this age, in years, on the due date is exempt; 0 is nobody.
    package let notUnderAge: Int
    /// Whether it may be paused.
    package let mayPause: Bool

    /// How it is said that something is registered as left out.
    package typealias Waiver = (says: String, otherwise: String)

    /// A limit of these parts.
    package init(
        start: Start, whileRunning: SpanID?, due: DueSum, met: Proof, excused: Proof?, waiver: Waiver?,
        notUnderAge: Int, mayPause: Bool
    ) {
        self.start = start
        self.whileRunning = whileRunning
        self.due = due
        self.met = met
        self.excused = excused
        self.waiver = waiver
        self.notUnderAge = notUnderAge
        self.mayPause = mayPause
    }
}

/// What starts a deadline.
package enum Start: Sendable {
    /// The earliest of these while none is open for the same `ref`; with `each` every one stands for itself.
    case events([EventPattern], each: Bool)
    /// The beginning of a span, counting only starts for which the conditions hold.
    case span(SpanID, where: [Condition])
}

/// The sum from a start to a due date.
package struct DueSum: Sendable {
    /// What is counted.
    package enum Base: Sendable {
        /// A limit from the start, or from the date in a field of the start where it is given; with `startCounts` that
        /// day is the limit's first.
        case limit(TimeLimit, startCounts: Bool, from: FieldName?)
        /// The date in a field of the start; the same field of later updates moves it.
        case field(FieldName, movedBy: [EventPattern])
        /// So long before a date known of the child, or the start if that is later.
        case childDate(FieldName, before: TimeLimit)
    }

    /// What is counted.
    package let base: Base
    /// Spans of the case that were running at the start: when one ends sooner, it is due on that day.
    package let orEndOfRunning: [SpanID]
    /// Whether the end of the span that starts it makes it due, and missing at once, when that comes no later.
    package let orOwnEnd: Bool

    /// A sum of these parts.
    package init(base: Base, orEndOfRunning: [SpanID], orOwnEnd: Bool) {
        self.base = base
        self.orEndOfRunning = orEndOfRunning
        self.orOwnEnd = orOwnEnd
    }
}

/// Each time something happens, it must happen again.
package struct RepetitionForm: Sendable {
    /// What begins the row.
    package enum First: Sendable {
        /// The first time it happens.
        case none
        /// The beginning of the span.
        case span
        /// One of these, while no row is open.
        case events([EventPattern])
    }

    /// The span it is about, where it is about one; what happens inside it, its first and last day included, meets and
    /// starts for it.
    package let span: SpanID?
    /// What begins the row.
    package let first: First
    /// What must happen again and again.
    package let again: [EventPattern]
    /// How long there may be between, unless the update names a date.
    package let interval: TimeLimit
    /// The field of the update that names the next date.
    package let nextField: FieldName?

    /// A repetition of these parts.
    package init(span: SpanID?, first: First, again: [EventPattern], interval: TimeLimit, nextField: FieldName?) {
        self.span = span
        self.first = first
        self.again = again
        self.interval = interval
        self.nextField = nextField
    }
}

/// So many times in each year of a span.
package struct CountForm: Sendable {
    /// The span.
    package let span: SpanID
    /// Only spans whose start these conditions hold for.
    package let conditions: [Condition]
    /// The length of each stretch from the span's start.
    package let every: TimeLimit
    /// How many times.
    package let times: Int
    /// What is counted.
    package let met: [EventPattern]
    /// What is asked for without its number, as it stands in »Der er registreret 1 af 2 …«: »tilsynsbesøg i året«.
    package let counted: String?

    /// A count of these parts.
    package init(
        span: SpanID, conditions: [Condition], every: TimeLimit, times: Int, met: [EventPattern], counted: String?
    ) {
        self.span = span
        self.conditions = conditions
        self.every = every
        self.times = times
        self.met = met
        self.counted = counted
    }
}

/// Something that must be there before a decision: missing at the decision is due then.
package struct PrerequisiteForm: Sendable {
    /// The decisions.
    package let decision: [EventPattern]
    /// The plans to decide, which warn beforehand.
    package let planned: [EventPattern]
    /// The field of a plan that names the decision's date.
    package let plannedField: FieldName?
    /// What must be there.
    package let met: Proof
    /// What may be there instead.
    package let excused: Proof?
    /// A child under this age, in years, at the decision is exempt; 0 is nobody.
    package let notUnderAge: Int

    /// A prerequisite of these parts.
    package init(
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
package struct Proof: Sendable {
    /// Which updates show it.
    package let patterns: [EventPattern]
    /// Which of them belong to the thing in question.
    package let belonging: Belonging
    /// How early they may be dated.
    package let earliest: Earliest

    /// A proof of these parts.
    package init(patterns: [EventPattern], belonging: Belonging, earliest: Earliest) {
        self.patterns = patterns
        self.belonging = belonging
        self.earliest = earliest
    }
}

/// Which updates belong to the thing a requirement is about.
package enum Belonging: Hashable, Sendable {
    /// Those with the same `ref`, and all when one of the two has none.
    case sameRef
    /// Every one of the case.
    case anyInCase
    /// Those with the decision's own `ref`; and those with none, or with one that an update of these kinds carries,
    /// when dated after the case's previous decision.
    case decision(orRefsOf: [EventKind])
}

/// How early something done may be dated and still count.
package enum Earliest: Hashable, Sendable {
    /// Not before the start.
    case start
    /// Not earlier than this long before the start.
    case before(TimeLimit)
    /// However early.
    case anyTime
}
