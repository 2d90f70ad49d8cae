/// A limit from a start.
package struct DeadlineForm: Sendable {
    /// What starts it.
    package let start: Start
    /// The sum.
    package let due: DueSum
    /// What meets it.
    package let met: Proof
    /// The span that must run on the day of the start, or it is none.
    package var whileRunning: SpanChoice?
    /// The span that must not run on the day of the start if it began on an earlier date, or it is none.
    package var unlessRunning: SpanChoice?
    /// What ends it besides its case and its span.
    package var voidBy: [EventPattern] = []
    /// What lets it be exceeded, when registered by the due date.
    package var excused: Proof?
    /// How that is said.
    package var waiver: Waiver?
    /// A child under this age, in years, on the due date is exempt; 0 is nobody.
    package var notUnderAge = 0
    /// Whether it may be paused.
    package var mayPause = false
    /// Whether the end of the case leaves it as it is; a start after it counts anew all the same.
    package var outlivesCase = false
    /// Whether what shares a row is met only when all of it is; otherwise one is enough.
    package var allMustBeMet = false

    /// A limit of these parts.
    package init(start: Start, due: DueSum, met: Proof) {
        self.start = start
        self.due = due
        self.met = met
    }
}

/// How it is said that something is registered as left out.
package struct Waiver: Sendable {
    /// As it stands in »Der er registreret, at …«: »børnesamtalen er fravalgt«.
    package let says: String
    /// As it stands in »Gør den ikke det, … inden fristen«: »skal samtalen holdes«.
    package let otherwise: String

    /// A waiver in these words.
    package init(says: String, otherwise: String) {
        self.says = says
        self.otherwise = otherwise
    }
}

/// What starts a requirement.
package enum Start: Sendable {
    /// The earliest of these while none is open for the same `ref`; with `each` every one stands for itself.
    case events([EventPattern], each: Bool)
    /// The beginning of a span; with `notBefore` that day, where it is later, once it has come.
    case span(SpanChoice, notBefore: ChildDate?)
}

/// A day so long before a date that is known of the child.
package struct ChildDate: Hashable, Sendable {
    /// The field that names the date.
    package let field: FieldName
    /// How long before.
    package let before: TimeLimit

    /// So long before the date in `field`.
    package init(_ field: FieldName, before: TimeLimit) {
        self.field = field
        self.before = before
    }
}

/// The sum from a start to a due date.
package struct DueSum: Sendable {
    /// What is counted.
    package enum Base: Sendable {
        /// A limit from the start, or from the date in a field of the start where it is given; with `startCounts` that
        /// day is the limit's first.
        case limit(TimeLimit, startCounts: Bool, from: FieldName?)
        /// The date in a field of the start, at the latest so long after the start; the same field of later updates of
        /// the very same `ref` moves it.
        case field(FieldName, movedBy: [EventPattern], atLatest: TimeLimit?)
        /// So long before a date known of the child, or the start if that is later.
        case childDate(ChildDate)
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
