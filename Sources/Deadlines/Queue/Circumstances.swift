/// How things stand in a case when its notices are planned.
public struct Circumstances: Sendable {
    /// Who holds it.
    public let holder: Holder
    /// How far the data reach: nothing that counts hours is called overdue beyond.
    public let reach: FeedReach
    /// When it is.
    public let moment: Instant

    /// Circumstances of these parts.
    public init(holder: Holder, reach: FeedReach, moment: Instant) {
        self.holder = holder
        self.reach = reach
        self.moment = moment
    }
}
