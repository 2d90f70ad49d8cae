/// The end of a period: the midnight after its last day, as what is dated on that day or before tells it.
///
/// At the last moment of the day what falls due on it is still pending, and at midnight the updates of the next day exist;
/// what stood unmet is neither.
package struct PeriodEnd: Sendable {
    /// Up to here updates exist.
    package let known: Instant
    /// Here is judged what they tell.
    package let judged: Instant
    /// The period's last day.
    let lastDay: LocalDate

    /// The end of a period with this last day, or `moment` where that comes before it.
    package init(of lastDay: LocalDate, in zone: Zone, at moment: Instant) {
        let midnight = zone.instant(of: lastDay.adding(days: 1))
        known = min(moment, midnight.adding(milliseconds: -1))
        judged = min(moment, midnight)
        self.lastDay = lastDay
    }
}

extension PeriodEnd {
    /// Those of `updates` that count: what lies ahead of ``judged`` does not exist then anyway.
    package func known(_ updates: [Update], in zone: Zone) -> [Update] {
        updates.filter { $0.at.earliest(in: zone) <= known }
    }
}

extension Requirement {
    /// Whether it stood unmet at the end of a period, having fallen due by its last day; it should be reckoned from the
    /// updates known then.
    package func stoodUnmet(at end: PeriodEnd, in zone: Zone) -> Bool {
        due.date(in: zone) <= end.lastDay && isOverdue(at: end.judged)
    }
}
