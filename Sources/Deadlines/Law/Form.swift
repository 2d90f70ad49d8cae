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
    /// An update must say something.
    case requiredField(FieldForm)
    /// Two spans must not run at the same time.
    case conflict(ConflictForm)
    /// Something must happen in the case.
    case stillness(StillnessForm)

    /// Whether it can be met, so that how often it was says something.
    package var canBeMet: Bool {
        if case .stillness = self { false } else { true }
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

    /// The spans it is about, where it is about any; what happens inside one, its first and last day included, meets and
    /// starts for it.
    package let span: SpanChoice?
    /// What begins the row.
    package let first: First
    /// What must happen again and again.
    package let again: [EventPattern]
    /// How long there may be between, unless the update names a date; nil where only a named date counts, and what names
    /// none starts nothing.
    package let interval: TimeLimit?
    /// The field of the update that names the next date.
    package let nextField: FieldName?
    /// The updates of the case whose latest on or before a span's start names the date that the start itself does not.
    package let orDateOf: [EventPattern]

    /// A repetition of these parts.
    package init(
        span: SpanChoice?, first: First, again: [EventPattern], interval: TimeLimit?, nextField: FieldName?,
        orDateOf: [EventPattern] = []
    ) {
        self.span = span
        self.first = first
        self.again = again
        self.interval = interval
        self.nextField = nextField
        self.orDateOf = orDateOf
    }
}

/// So many times in each year of a span.
package struct CountForm: Sendable {
    /// The spans.
    package let span: SpanChoice
    /// The length of each stretch from the span's start.
    package let every: TimeLimit
    /// How many times.
    package let times: Int
    /// What is counted.
    package let met: [EventPattern]
    /// What is asked for without its number, as it stands in »Der er registreret 1 af 2 …«: »tilsynsbesøg i året«.
    package let counted: String?

    /// A count of these parts.
    package init(span: SpanChoice, every: TimeLimit, times: Int, met: [EventPattern], counted: String?) {
        self.span = span
        self.every = every
        self.times = times
        self.met = met
        self.counted = counted
    }
}

/// Something that must be there before a decision: missing at the decision is due then.
package struct PrerequisiteForm: Sendable {
    /// The decisions; each stands for itself.
    package let decision: Start
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
    /// Which decisions ask for it, as a checklist says it: »anbringelse uden samtykke«; nil where that goes without saying.
    package let before: String?

    /// A prerequisite of these parts.
    package init(
        decision: Start, planned: [EventPattern], plannedField: FieldName?, met: Proof, excused: Proof?,
        notUnderAge: Int, before: String? = nil
    ) {
        self.before = before
        self.decision = decision
        self.planned = planned
        self.plannedField = plannedField
        self.met = met
        self.excused = excused
        self.notUnderAge = notUnderAge
    }
}

/// An update that must say something.
package struct FieldForm: Sendable {
    /// The updates.
    package let events: [EventPattern]
    /// The spans to one of which it must belong, on a day on which that runs or ends; nil is no such test.
    package let inside: SpanChoice?
    /// What they must say, all of it.
    package let conditions: [Condition]
    /// A child under this age, in years, on the update's date is exempt; 0 is nobody.
    package let notUnderAge: Int

    /// A field of these parts.
    package init(events: [EventPattern], inside: SpanChoice?, conditions: [Condition], notUnderAge: Int) {
        self.events = events
        self.inside = inside
        self.conditions = conditions
        self.notUnderAge = notUnderAge
    }
}

/// Two spans that must not run at the same time: missing from the first day on which both do, late when one ends.
package struct ConflictForm: Sendable {
    /// The span that the requirement is about, under its `ref`.
    package let span: SpanID
    /// The other one.
    package let beside: SpanID

    /// A conflict of these spans.
    package init(span: SpanID, beside: SpanID) {
        self.span = span
        self.beside = beside
    }
}

/// Something must happen in an open case: the latest of what counts as movement begins the limit, the next begins it anew.
package struct StillnessForm: Sendable {
    /// What is movement.
    package let movement: Set<EventKind>
    /// How long it may be quiet.
    package let limit: TimeLimit
    /// While one of these runs nothing is asked for.
    package let unlessRunning: SpanChoice?

    /// A stillness of these parts.
    package init(movement: Set<EventKind>, limit: TimeLimit, unlessRunning: SpanChoice?) {
        self.movement = movement
        self.limit = limit
        self.unlessRunning = unlessRunning
    }
}
