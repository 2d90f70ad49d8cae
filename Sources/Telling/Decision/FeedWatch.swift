package import Deadlines

/// Tells when the feed of updates has fallen silent, and when it speaks again: a guard that hears nothing guards nothing
/// (spec §9).
package struct FeedWatch: Sendable {
    private let silentAfter: TimeLimit?
    private let office: OfficeHours
    private let organisation: Organisation
    private let zone: Zone

    /// The step that tells that it has fallen silent.
    package static let silentStep = "silent"
    /// The step that tells that it speaks again.
    package static let speakingStep = "speaking"
    private static let roles: [Role] = [.drift, .afdelingsleder]

    /// A watch for these people.
    ///
    /// - Parameter silentAfter: how long it may be silent on days when the office opens; nil is as long as it likes.
    package init(silentAfter: TimeLimit?, office: OfficeHours, organisation: Organisation, zone: Zone) {
        self.silentAfter = silentAfter
        self.office = office
        self.organisation = organisation
        self.zone = zone
    }

    /// When a feed last heard at `heard` counts as silent; nil when it never does.
    package func silent(since heard: Instant) -> Instant? {
        guard let silentAfter else { return nil }
        return switch silentAfter.unit {
        case .months: zone.instant(of: zone.date(of: heard).adding(months: silentAfter.count))
        case .hours: after(silentAfter.count, from: heard)
        case .days, .workingDays: after(24 * silentAfter.count, from: heard)
        case .weeks: after(5 * 24 * silentAfter.count, from: heard)
        }
    }

    /// `hours` after `start`, of which only those on days when the office opens count.
    private func after(_ hours: Int, from start: Instant) -> Instant {
        var left = Int64(hours) * 3_600_000
        var day = zone.date(of: start)
        var from = start
        while true {
            let end = zone.instant(of: day.adding(days: 1))
            if office.isOpen(on: day) {
                let length = end.milliseconds - from.milliseconds
                if left <= length { return from.adding(milliseconds: left) }
                left -= length
            }
            day = day.adding(days: 1)
            from = end
        }
    }

    /// What must change in the queue at `moment`, which holds what was told of the feed before.
    package func changes(heard: Instant, queue: [QueuedNotice], at moment: Instant) -> [QueueChange] {
        var wanted: [PlannedNotice] = []
        if let silent = silent(since: heard), silent <= moment {
            wanted += notices(.feed(silentSince: heard), FeedWatch.silentStep, falls: silent)
        }
        // Whoever was told of a silence is told of its end.
        for queued in queue where queued.notice.step == FeedWatch.silentStep && queued.state == .sent {
            guard case .feed(let since) = queued.notice.subject, since < heard else { continue }
            wanted.append(queued.notice)
            wanted.append(
                PlannedNotice(
                    queued.notice.subject, step: FeedWatch.speakingStep, stage: .feed,
                    recipient: queued.notice.recipient, falls: heard))
        }
        let decisions = NoticeDecisions(rows: queue, at: moment, office: office)
            .decisions(on: Proposals(wanted: wanted))
        return QueueComparison(rows: queue, horizon: .distantFuture).changes(for: decisions) { _ in .met }
    }

    private func notices(_ subject: NoticeSubject, _ step: String, falls: Instant) -> [PlannedNotice] {
        let recipients = FeedWatch.roles.compactMap {
            organisation.recipient(of: $0, in: Holder(), on: zone.date(of: falls))
        }
        var people: Set<PersonID> = []
        return recipients.filter { people.insert($0.person).inserted }.map {
            PlannedNotice(subject, step: step, stage: .feed, recipient: $0, falls: falls)
        }
    }
}
