package import Deadlines

/// How far ahead the queue holds notices: what falls until the end of the next working day stands ready, what lies further
/// ahead is derived when it has come so near.
extension OfficeHours {
    /// The end of the next day after that of `moment` on which the office opens.
    package func horizon(at moment: Instant, _ zone: Zone) -> Instant {
        let next = firstDay(onOrAfter: zone.date(of: moment).adding(days: 1))
        return zone.instant(of: next.adding(days: 1))
    }

    /// From when on what falls at `instant` lies before the horizon.
    package func nears(_ instant: Instant, _ zone: Zone) -> Instant {
        zone.instant(of: lastDay(onOrBefore: zone.date(of: instant).adding(days: -1)))
    }
}
