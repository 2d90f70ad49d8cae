/// A figure of digests besides requirements, as a pack declares it: children's cases alone are counted.
package struct Statistic: Sendable {
    /// Its name in the packs.
    package let id: StatisticID
    /// What it is called, in Danish.
    package let title: String
    /// How it is counted.
    package let form: Form

    /// A statistic of these parts.
    package init(id: StatisticID, title: String, form: Form) {
        self.id = id
        self.title = title
        self.form = form
    }

    /// How it is counted, in a period.
    package enum Form: Sendable {
        /// How often something happened, and how often something else that is set beside it.
        case count(Occurrence, against: Rival?)
        /// How many days passed from something to the case's next of something else, which lies in the period.
        case waiting(Waiting)
        /// How large a part of something it is that something else happened, by team.
        case share(part: [EventPattern], whole: [EventPattern])
    }

    /// What is counted.
    package enum Occurrence: Sendable {
        /// Each such update.
        case events([EventPattern])
        /// The beginning of each such span.
        case span(SpanID)
    }

    /// What is counted beside another count.
    package struct Rival: Sendable {
        /// What it is called, in Danish.
        package let title: String
        /// What is counted.
        package let occurrence: Occurrence

        /// A count of these parts.
        package init(title: String, occurrence: Occurrence) {
            self.title = title
            self.occurrence = occurrence
        }
    }

    /// A stretch of waiting.
    package struct Waiting: Sendable {
        /// What begins it.
        package let from: [EventPattern]
        /// What ends it.
        package let to: [EventPattern]
        /// A span: a start while one of the case runs already may be about that one, and does not wait for another.
        package let unlessRunning: SpanID?
        /// The field of what ends it by which it is counted apart; nil is not at all.
        package let by: FieldName?

        /// A stretch of these parts.
        package init(from: [EventPattern], to: [EventPattern], unlessRunning: SpanID?, by: FieldName?) {
            self.from = from
            self.to = to
            self.unlessRunning = unlessRunning
            self.by = by
        }
    }
}
