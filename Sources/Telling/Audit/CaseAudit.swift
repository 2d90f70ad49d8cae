package import Deadlines

extension CaseReckoner {
    /// What the store says of a case otherwise than its updates do.
    ///
    /// What merely the time since the last reckoning would change is no finding: a case is compared as it stood when it
    /// should last have been reckoned.
    ///
    /// - Parameters:
    ///   - feed: how far the data reach.
    ///   - now: when the rows were read.
    package func audit(_ stored: StoredCase, reach feed: FeedReach, at now: Instant) -> [AuditFinding] {
        let moments = moments(of: stored, at: now)
        let outcome = outcome(of: stored, feed, at: moments.last)
        var comparison = CaseComparison(stored: stored, zone: calendar.zone)
        comparison.compareCase(outcome)
        comparison.compareRequirements(outcome.requirements)
        // Who stands in when something goes out late depends on when it was reckoned: only what differs either way counts.
        // So does whether the office was open.
        let day = office.lastDay(onOrBefore: calendar.zone.date(of: moments.last))
        let others = [moments.first, min(office.opening(on: day), moments.last)].map { moment in
            Set(self.outcome(of: stored, feed, at: moment).changes.map(\.mark))
        }
        comparison.compareQueue(outcome.changes.filter { change in others.allSatisfy { $0.contains(change.mark) } })
        comparison.checkNotices { notice in
            notice.scheduled <= now || notice.notice.stage == .feed
                ? nil : notice.notice.time(from: max(notice.notice.falls, now), office)
        }
        return comparison.findings
    }

    private func outcome(of stored: StoredCase, _ feed: FeedReach, at moment: Instant) -> CaseOutcome {
        outcome(
            of: stored.caseID, updates: stored.updates, queue: stored.notices.map(\.queued), reach: feed, at: moment,
            // What falls before the next notice has its row.
            horizon: stored.nextNotice ?? .distantFuture)
    }

    /// The first and the last moment of the stretch in which the store should stand as it does: from when the case last
    /// changed to when it next does, or now.
    private func moments(of stored: StoredCase, at now: Instant) -> (first: Instant, last: Instant) {
        guard let received = stored.updates.map(\.received).max() else { return (now, now) }
        var last = now
        for change in [stored.nextChange, stored.nextNotice].compactMap(\.self)
        where change <= last && change > received {
            last = change.adding(milliseconds: -1)
        }
        var first = min(received, last)
        while let change = outcome(of: stored, .live, at: first).nextChange, change <= last { first = change }
        return (first, last)
    }
}

extension QueueChange {
    /// What it does to which notice.
    fileprivate var mark: String {
        switch self {
        case .add(let notice, _, _): "add \(notice.key)"
        case .amend(let notice, _, _): "amend \(notice.key)"
        case .withdraw(let key, _): "withdraw \(key)"
        case .drop(let key): "drop \(key)"
        }
    }
}
