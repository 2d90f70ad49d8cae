/// A figure of digests besides requirements, as a pack declares it: children's cases alone are counted.
public struct Statistic: Sendable {
    /// Its name in the packs.
    public let id: StatisticID
    /// What it is called, in Danish.
    public let title: String
    /// How it is counted.
    public let form: Form

    /// How it is counted, in a period.
    public enum Form: Sendable {
        /// How often something happened, and how often something else that is set beside it.
        case count(Occurrence, against: Rival?)
        /// How many days passed from something to the case's next of something else, which lies in the period.
        case waiting(Waiting)
        /// How large a part of something it is that something else happened, by team.
        case share(part: [EventPattern], whole: [EventPattern])
    }

    /// What is counted.
    public enum Occurrence: Sendable {
        /// Each such update.
        case events([EventPattern])
        /// The beginning of each such span.
        case span(SpanID)
    }

    /// What is counted beside another count.
    public struct Rival: Sendable {
        /// What it is called, in Danish.
        public let title: String
        /// What is counted.
        public let occurrence: Occurrence
    }

    /// A stretch of waiting.
    public struct Waiting: Sendable {
        /// What begins it.
        public let from: [EventPattern]
        /// What ends it.
        public let to: [EventPattern]
        /// A span: a start while one of the case runs already may be about that one, and does not wait for another.
        public let unlessRunning: SpanID?
        /// The field of what ends it by which it is counted apart; nil is not at all.
        public let by: FieldName?
    }
}
