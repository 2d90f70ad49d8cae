package import Deadlines
package import Telling

/// From when a digest looks, at what, and by which settings.
package struct DigestView: Sendable {
    /// The rules.
    package let law: Law
    /// The calendar sums are made on.
    package let calendar: WorkCalendar
    /// When digests are written.
    package let office: OfficeHours
    /// The people.
    package let organisation: Organisation
    /// What it covers.
    package let period: DigestPeriod
    /// When it is written: what is overdue now, is overdue then.
    package let moment: Instant
    /// How far the data reach then.
    package let reach: FeedReach
    /// How far they reached when the last digest was written.
    let reachBefore: FeedReach
    /// When the digest was to be written that this one is compared with.
    package let since: Instant
    /// When the first update was received: what happened before was not registered late, but taken over.
    let known: Instant?

    /// A view at `moment` back on `period`, which should be over by then.
    ///
    /// - Parameters:
    ///   - since: when the digest was to be written that this one is compared with; nil is that of the period before.
    ///   - known: when the first update was received, where that is known.
    ///   - reaches: what the sources say of how far they reach, where updates come in batches.
    package init(
        law: Law, calendar: WorkCalendar, office: OfficeHours, organisation: Organisation, period: DigestPeriod,
        moment: Instant, since: Instant? = nil, known: Instant? = nil, reaches: FeedReaches? = nil
    ) {
        self.law = law
        self.calendar = calendar
        self.office = office
        self.organisation = organisation
        self.period = period
        self.moment = moment
        let since = since ?? DigestSchedule.writing(of: period.previous, in: office)
        reach = reaches?.reach(at: moment) ?? .live
        reachBefore = reaches?.reach(at: since) ?? .live
        self.since = since
        self.known = known
    }

    /// The end of the period.
    var end: PeriodEnd { PeriodEnd(of: period.until, in: calendar.zone, at: moment) }
    /// The end of the period before.
    var start: PeriodEnd { PeriodEnd(of: period.previous.until, in: calendar.zone, at: moment) }
    /// The local date on which it is written.
    package var today: LocalDate { calendar.zone.date(of: moment) }

    /// Twelve weeks, oldest first, the last of them the last that was over when the period was: a week that still runs
    /// would look better or worse than it ends.
    var weeks: [DigestPeriod] {
        let inside = DigestPeriod(.week, containing: period.until)
        let last = inside.until == period.until ? inside : inside.previous
        return (0..<DigestView.weekCount).map { DigestPeriod(.week, containing: last.from.adding(days: -7 * $0)) }
            .reversed()
    }

    /// The coming weeks, the one in which it is written first.
    var weeksAhead: [DigestPeriod] {
        (0..<DigestView.weeksAheadCount).map { DigestPeriod(.week, containing: today.adding(days: 7 * $0)) }
    }

    static let weekCount = 12
    static let weeksAheadCount = 8
    /// How many days ahead a digest looks.
    package static let soonDays = 14
}
