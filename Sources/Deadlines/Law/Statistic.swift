/// A figure of digests besides requirements, as a pack declares it: children's cases alone are counted.
package struct Statistic: Sendable {
    /// Its name in the packs.
    package let id: StatisticID
    /// What it is called, in Danish.
    package let title: String
    /// What it counts, in a sentence for those who do not work with it, where it does not go without saying.
    package let about: String?
    /// How it is counted.
    package let form: Form

    /// A statistic of these parts.
    package init(id: StatisticID, title: String, about: String?, form: Form) {
        self.id = id
        self.title = title
        self.about = about
        self.form = form
    }

    /// How it is counted, in a period.
    package enum Form: Sendable {
        /// How often something happened, and how often something else that is set beside it, with what that is called; counted apart
        /// by a field of what happened, where there is one.
        case count(Occurrence, against: (title: String, occurrence: Occurrence)?, by: FieldName?)
        /// How many days passed from the day something happened until it was registered, which lies in the period; more than so many are
        /// late.
        case delay([EventPattern], lateAfter: Int)
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
