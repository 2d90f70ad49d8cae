package import Deadlines

/// What would have been told if the daemon had run from the first update on, or but for some outages.
package struct Replay: Sendable {
    private let reckoner: CaseReckoner
    private let reaches: FeedReaches?
    private let outages: [Range<Instant>]

    private var zone: Zone { reckoner.calendar.zone }

    /// A replay by `reckoner`.
    ///
    /// - Parameters:
    ///   - reaches: what the sources say of how far they reach, where updates come in batches.
    ///   - outages: when the daemon was down, each for a minute at least and apart from the others.
    package init(reckoner: CaseReckoner, reaches: FeedReaches? = nil, outages: [Range<Instant>] = []) {
        self.reckoner = reckoner
        self.reaches = reckoner.isBatched ? reaches : nil
        self.outages = outages
    }

    /// The queue of one case as it stands at `end`, each update registered at its `at`, a date at its 00:00.
    package func queue(of caseID: CaseID, updates: [Update], until end: Instant) -> [QueuedNotice] {
        let registered = updates.map { RegisteredUpdate($0, received: $0.at.earliest(in: zone)) }
        return queue(of: caseID, registered: registered, until: end)
    }

    /// The queue of one case as it stands at `end`, each update registered when it was received, yet not before its
    /// `at`: until then it does not exist (spec §4).
    package func queue(of caseID: CaseID, registered updates: [RegisteredUpdate], until end: Instant) -> [QueuedNotice]
    {
        var queue: [NoticeKey: QueuedNotice] = [:]
        let arrivals = updates.map { update in
            RegisteredUpdate(
                update.update, received: awake(max(update.received, update.update.at.earliest(in: zone))))
        }
        .filter { $0.received <= end }
        .sorted { ($0.received, $0.update.id) < ($1.received, $1.update.id) }
        var next = arrivals.startIndex
        var wake: Instant?
        while true {
            let arrival = next < arrivals.endIndex ? arrivals[next].received : nil
            guard let moment = [arrival, wake.map(awake), missed(in: queue)].compactMap(\.self).min(), moment <= end
            else { break }
            while next < arrivals.endIndex, arrivals[next].received <= moment { next += 1 }
            send(&queue, before: moment)
            let outcome = reckoner.outcome(
                of: caseID, updates: Array(arrivals[..<next]), queue: Array(queue.values), reach: reach(at: moment),
                at: moment)
            apply(outcome.changes, to: &queue)
            // What was missed and still stands goes out now.
            for (key, queued) in queue where queued.state == .waiting && isMissed(queued.scheduled) {
                if queued.scheduled < moment { queue[key]?.state = .sent }
            }
            wake = [outcome.nextChange, heard(after: moment, outcome.requirements)].compactMap(\.self).min()
        }
        send(&queue, before: end.adding(milliseconds: 1))
        return queue.values.sorted { ($0.scheduled, $0.notice.key) < ($1.scheduled, $1.notice.key) }
    }

    /// `instant`, or the end of the outage in which it lies.
    private func awake(_ instant: Instant) -> Instant {
        outages.first { $0.contains(instant) }?.upperBound ?? instant
    }

    private func isMissed(_ scheduled: Instant) -> Bool { awake(scheduled) != scheduled }

    /// When the first is looked at again of the notices that an outage has kept from going out.
    private func missed(in queue: [NoticeKey: QueuedNotice]) -> Instant? {
        if outages.isEmpty { return nil }
        return queue.values.filter { $0.state == .waiting && isMissed($0.scheduled) }.map { awake($0.scheduled) }.min()
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
        for (key, queued) in queue
        where queued.state == .waiting && queued.scheduled < moment && !isMissed(queued.scheduled) {
            queue[key]?.state = .sent
        }
    }

    private func apply(_ changes: [QueueChange], to queue: inout [NoticeKey: QueuedNotice]) {
        for change in changes {
            switch change {
            case .add(let notice, let scheduled, let reason), .amend(let notice, let scheduled, let reason):
                queue[notice.key] = QueuedNotice(notice, scheduled: scheduled, state: .waiting, reason: reason)
            case .withdraw(let key, let reason):
                queue[key]?.state = .withdrawn
                queue[key]?.reason = reason
            case .drop(let key): queue[key] = nil
            }
        }
    }
}
