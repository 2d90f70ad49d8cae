package import Deadlines

/// What would have been sent if the daemon had run from the first update on.
package struct Replay: Sendable {
    private let reckoner: CaseReckoner
    private let calendar: WorkCalendar
    private let reaches: FeedReaches?

    /// A replay by `reckoner`.
    ///
    /// - Parameter reaches: what the sources say of how far they reach, where updates come in batches.
    package init(reckoner: CaseReckoner, calendar: WorkCalendar, reaches: FeedReaches? = nil) {
        self.reckoner = reckoner
        self.calendar = calendar
        self.reaches = reckoner.isBatched ? reaches : nil
    }

    /// The queue of one case as it stands at `end`, each update registered at its `at`, a date at its 00:00.
    package func queue(of caseID: CaseID, updates: [Update], until end: Instant) -> [QueuedNotice] {
        let registered = updates.map { RegisteredUpdate($0, received: $0.at.earliest(in: calendar.zone)) }
        return queue(of: caseID, registered: registered, until: end)
    }

    /// The queue of one case as it stands at `end`, each update registered when it was received, yet not before its
    /// `at`: until then it does not exist (spec §4).
    package func queue(of caseID: CaseID, registered updates: [RegisteredUpdate], until end: Instant) -> [QueuedNotice]
    {
        var queue: [NoticeKey: QueuedNotice] = [:]
        let arrivals = updates.map {
            (at: max($0.received, $0.update.at.earliest(in: calendar.zone)), update: $0.update)
        }
        .filter { $0.at <= end }.sorted { ($0.at, $0.update.id) < ($1.at, $1.update.id) }
        var registered: [Update] = []
        var next = arrivals.startIndex
        var wake: Instant?
        while next < arrivals.endIndex || wake.map({ $0 <= end }) ?? false {
            let arrival = next < arrivals.endIndex ? arrivals[next].at : nil
            let moment = [arrival, wake].compactMap(\.self).min() ?? end
            while next < arrivals.endIndex, arrivals[next].at <= moment {
                registered.append(arrivals[next].update)
                next += 1
            }
            send(&queue, before: moment)
            let outcome = reckoner.outcome(
                of: caseID, updates: registered, queue: Array(queue.values),
                reach: reach(at: moment), at: moment)
            apply(outcome.changes, to: &queue)
            wake = [outcome.nextChange, heard(after: moment, outcome.requirements)].compactMap(\.self).min()
        }
        send(&queue, before: end.adding(milliseconds: 1))
        return queue.values.sorted { ($0.scheduled, $0.notice.key) < ($1.scheduled, $1.notice.key) }
    }

    private func reach(at moment: Instant) -> FeedReach {
        reckoner.isBatched ? reaches?.reach(at: moment) ?? .batched(until: nil) : .live
    }

    /// When a source next says how far it reaches, where that can matter: to what is due at an instant.
    private func heard(after moment: Instant, _ requirements: [Requirement]) -> Instant? {
        let isWaiting = requirements.contains { requirement in
            if case .instant = requirement.due { requirement.verdict == .open } else { false }
        }
        return isWaiting ? reaches?.next(after: moment) : nil
    }

    private func send(_ queue: inout [NoticeKey: QueuedNotice], before moment: Instant) {
        for (key, queued) in queue where queued.state == .waiting && queued.scheduled < moment {
            queue[key]?.state = .sent
        }
    }

    private func apply(_ changes: [QueueChange], to queue: inout [NoticeKey: QueuedNotice]) {
        for change in changes {
            switch change {
            case .add(let notice, let scheduled), .amend(let notice, let scheduled):
                queue[notice.key] = QueuedNotice(notice, scheduled: scheduled, state: .waiting)
            case .withdraw(let key):
                queue[key]?.state = .withdrawn
            }
        }
    }
}
