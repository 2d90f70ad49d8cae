package import Deadlines

/// What must change in the queue so that it says what is true now.
package enum QueueChange: Hashable, Sendable {
    /// A notice that was not there.
    case add(PlannedNotice, scheduled: Instant)
    /// One that is open goes to the same person at another time, in another role, for another reason, or lists other
    /// things; or one that was withdrawn is true again, perhaps in such another way.
    case amend(PlannedNotice, scheduled: Instant)
    /// One that is open has become untrue.
    case withdraw(NoticeKey)
}

/// Compares a case's queue with what its requirements ask for at `moment`.
///
/// What falls later is queued for its time. What should have fallen before `moment` was registered late: of it only the
/// latest step for each person is sent, at the next opening, or now for hour rules and, in office hours, what is missing at a
/// decision; and nothing that would then be
/// overtaken by a step of its own time. What somebody has already been told in the same role is not said again to
/// whoever takes over.
package func queueChanges(
    from queue: [QueuedNotice], to wanted: [PlannedNotice], at moment: Instant, office: OfficeHours
) -> [QueueChange] {
    let wantedByKey = Dictionary(wanted.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let queued = Dictionary(queue.map { ($0.notice.key, $0) }, uniquingKeysWith: { first, _ in first })
    var changes: [QueueChange] = queue.filter(\.isOpen).compactMap { queued in
        guard let wanted = wantedByKey[queued.notice.key] else { return .withdraw(queued.notice.key) }
        if wanted == queued.notice { return nil }
        let isMoved = wanted.falls != queued.notice.falls && wanted.falls >= moment
        return .amend(wanted, scheduled: isMoved ? time(of: wanted, from: wanted.falls, office) : queued.scheduled)
    }
    let missing = wanted.filter { notice in queued[notice.key].map { $0.state == .withdrawn } ?? true }
    guard !missing.isEmpty else { return changes }
    let told = Dictionary(
        grouping: queue.compactMap { queued in
            queued.isTold ? queued.notice : queued.state == .withdrawn ? nil : wantedByKey[queued.notice.key]
        }, by: \.subject)
    var late: [Ladderway: PlannedNotice] = [:]
    for notice in missing {
        if notice.falls >= moment {
            changes.append(change(notice, time(of: notice, from: notice.falls, office), queued))
        } else if !(told[notice.subject] ?? []).contains(where: { $0.covers(notice, until: moment) }) {
            let way = Ladderway(notice)
            if late[way].map({ $0.falls <= notice.falls }) ?? true { late[way] = notice }
        }
    }
    guard !late.isEmpty else { return changes }
    let ahead = Dictionary(grouping: wanted.filter { $0.falls >= moment }, by: Ladderway.init)
    for notice in late.values.sorted(by: { $0.key < $1.key }) {
        let time = time(of: notice, from: moment, office)
        let overtaken = (ahead[Ladderway(notice)] ?? []).contains { $0.falls > notice.falls && $0.falls <= time }
        if !overtaken { changes.append(change(notice, time, queued)) }
    }
    return changes
}

/// When a notice goes out at `instant` or after. That something is missing at a decision may still be put right on the
/// same day, so it is told as soon as somebody is there; so is the silence of a feed.
func time(of notice: PlannedNotice, from instant: Instant, _ office: OfficeHours) -> Instant {
    if notice.isClockTime { return instant }
    switch notice.stage {
    case .breach, .feed: return office.sinceOpening(instant)
    default: return office.nextOpening(from: instant)
    }
}

private func change(
    _ notice: PlannedNotice, _ scheduled: Instant, _ queued: [NoticeKey: QueuedNotice]
) -> QueueChange {
    queued[notice.key] == nil ? .add(notice, scheduled: scheduled) : .amend(notice, scheduled: scheduled)
}

/// One person's way down the ladder of one subject.
private struct Ladderway: Hashable {
    let subject: NoticeSubject
    let person: PersonID

    init(_ notice: PlannedNotice) {
        subject = notice.subject
        person = notice.recipient.person
    }
}

extension PlannedNotice {
    /// Whether it reminds of what is ahead.
    private var isCalm: Bool { stage == .reminder && !isQuestion }

    /// Whether this says, in the same role or to the same person, what `other` would say or something later that has
    /// fallen by `moment`.
    fileprivate func covers(_ other: PlannedNotice, until moment: Instant) -> Bool {
        subject == other.subject
            && (recipient.role == other.recipient.role || recipient.person == other.recipient.person)
            && (falls > other.falls || falls == other.falls && (!isQuestion || other.isCalm)) && falls <= moment
    }
}
