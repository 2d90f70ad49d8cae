package import Deadlines

/// How things stand in a case when it is decided what is told.
package struct Circumstances: Sendable {
    /// Who holds it.
    package let holder: Holder
    /// How far the data reach: nothing that counts hours is called overdue beyond.
    package let reach: FeedReach
    /// When it is.
    package let moment: Instant
    /// What falls then or later is not worked out.
    package let horizon: Instant

    /// Circumstances of these parts.
    package init(holder: Holder, reach: FeedReach, moment: Instant, horizon: Instant = .distantFuture) {
        self.holder = holder
        self.reach = reach
        self.moment = moment
        self.horizon = horizon
    }
}
