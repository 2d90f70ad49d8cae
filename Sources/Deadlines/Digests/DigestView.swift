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

    /// A view at `moment` back on `period`, which should be over by then.
    public init(
        law: Law, calendar: WorkCalendar, office: OfficeHours, organisation: Organisation, period: DigestPeriod,
        moment: Instant
    ) {
        self.law = law
        self.calendar = calendar
        self.office = office
        self.organisation = organisation
        self.period = period
        self.moment = moment
    }

    /// When the digest before this one was to be written.
    public var since: Instant { DigestSchedule.writing(of: period.previous, in: office) }
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
