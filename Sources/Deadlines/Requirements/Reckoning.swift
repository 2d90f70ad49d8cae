/// How a due time and a verdict came about, for those who ask why.
package struct Reckoning: Hashable, Sendable {
    /// One step from the start to the due time.
    package enum Step: Hashable, Sendable {
        /// The limit was counted from a start; with `startCounts` that day is its first.
        case limit(from: Moment, TimeLimit, startCounts: Bool, to: Moment)
        /// A span that was running at the start ended sooner.
        case endOfSpan(SpanID, by: UpdateID, on: LocalDate)
        /// The update names the date in this field.
        case named(FieldName, by: UpdateID, on: LocalDate)
        /// The span that started it ended sooner.
        case ownEnd(by: UpdateID, on: LocalDate)
        /// So long before a date known of the child.
        case beforeChildDate(FieldName, date: LocalDate, TimeLimit, on: LocalDate)
        /// It cannot be due before it starts.
        case notBeforeStart(LocalDate)
        /// It starts so long before a date known of the child.
        case startsBeforeChildDate(FieldName, date: LocalDate, TimeLimit, on: LocalDate)
        /// It cannot be due later than so long after the start.
        case atLatest(TimeLimit, on: LocalDate)
        /// Nothing has moved since this day.
        case still(since: LocalDate)
        /// It was paused for these days; nil is still.
        case paused(from: LocalDate, to: LocalDate?, due: LocalDate)
        /// So many times are asked for in a period.
        case countedPeriod(from: LocalDate, to: LocalDate, times: Int, done: Int)
        /// Whether the update says what it must.
        case said(FieldName, Bool)
        /// Two spans run from this day on.
        case bothRun(on: LocalDate)
        /// A decision was taken, or is planned, on this date.
        case decision(LocalDate, planned: Bool)
    }

    /// The update that started it.
    package internal(set) var startedBy: UpdateID
    /// From the start to the due time.
    package internal(set) var steps: [Step]
    /// What met it.
    package var metBy: UpdateID?
    /// What excuses it.
    package var excusedBy: UpdateID?
    /// What ended its case or its thing.
    package var endedBy: UpdateID?
}
