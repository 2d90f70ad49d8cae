package import Deadlines

/// The daemon's clock and the zone of its local dates, handed in so that reading depends on nothing else.
package struct WallTime: Sendable {
    /// The instant it is.
    package let now: Instant
    /// The configured zone.
    package let zone: Zone

    /// The time `now`, in `zone`.
    package init(now: Instant, zone: Zone) {
        self.now = now
        self.zone = zone
    }

    /// Whether `moment` is more than a day ahead: an instant by 24 hours, a date by the day after tomorrow (spec §3).
    func isMoreThanADayBehind(_ moment: Moment) -> Bool {
        switch moment {
        case .date(let date): date > zone.date(of: now).adding(days: 1)
        case .instant(let instant): instant > now.adding(hours: 24)
        }
    }
}
