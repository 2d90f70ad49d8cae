/// From when a digest looks, at what, and by which settings.
public struct DigestView: Sendable {
    /// The rules.
    public let law: Law
    /// The calendar sums are made on.
    public let calendar: WorkCalendar
    /// When digests are written.
    public let office: OfficeHours
    /// The people.
    public let organisation: Organisation
    /// What it covers.
    public let period: DigestPeriod
    /// When it is written: what is overdue now, is overdue then.
    public let moment: Instant
    /// How far the data reach then.
    public let reach: FeedReach
    /// How far they reached when the last digest was written.
    let reachBefore: FeedReach

    /// A view at `moment` back on `period`, which should be over by then.
    ///
    /// - Parameter reaches: what the sources say of how far they reach, where updates come in batches.
    public init(
        law: Law, calendar: WorkCalendar, office: OfficeHours, organisation: Organisation, period: DigestPeriod,
        moment: Instant, reaches: FeedReaches? = nil
    ) {
        self.law = law
        self.calendar = calendar
        self.office = office
        self.organisation = organisation
        self.period = period
        self.moment = moment
        let since = DigestSchedule.writing(of: period.previous, in: office)
        reach = reaches?.reach(at: moment) ?? .live
        reachBefore = reaches?.reach(at: since) ?? .live
        self.since = since
    }

    /// When the digest before this one was to be written.
    public let since: Instant
    /// The last moment of the period, or now when that comes first: what `compliance` counts as its end.
    var end: Instant { min(moment, lastMoment(of: period)) }
    /// The last moment of the period before.
    var start: Instant { min(moment, lastMoment(of: period.previous)) }
    /// The local date on which it is written.
    public var today: LocalDate { calendar.zone.date(of: moment) }

    private func lastMoment(of period: DigestPeriod) -> Instant {
        calendar.zone.instant(of: period.until.adding(days: 1)).adding(milliseconds: -1)
    }

    /// The last twelve weeks, oldest first, the last of them the one in which the period ends.
    var weeks: [DigestPeriod] {
        let last = DigestPeriod(.week, containing: period.until)
        return (0..<DigestView.weekCount).map { DigestPeriod(.week, containing: last.from.adding(days: -7 * $0)) }
            .reversed()
    }

    static let weekCount = 12
    /// How many days ahead a digest looks.
    public static let soonDays = 14
}
