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
        /// How often something happened, and how often something else that is set beside it, with what that is called.
        case count(Occurrence, against: (title: String, occurrence: Occurrence)?)
        /// How many days passed from something to the case's next of something else, which lies in the period; counted apart
        /// by a field of what ends it, where there is one. A start while a span runs already may be about that, and does not
        /// wait for another.
        case waiting(from: [EventPattern], to: [EventPattern], unlessRunning: SpanID?, by: FieldName?)
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
}
