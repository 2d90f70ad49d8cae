package import Deadlines

/// How things stand in a case when its notices are planned.
package struct Circumstances: Sendable {
    /// Who holds it.
    package let holder: Holder
    /// How far the data reach: nothing that counts hours is called overdue beyond.
    package let reach: FeedReach
    /// When it is.
    package let moment: Instant

    /// Circumstances of these parts.
    package init(holder: Holder, reach: FeedReach, moment: Instant) {
        self.holder = holder
        self.reach = reach
        self.moment = moment
    }
}
