import Deadlines

/// A notice as people get it: by itself, or the list that several go out as.
package struct JoinedNotice: Sendable {
    /// What goes out.
    package let queued: QueuedNotice
    /// Where those stand that it lists, among those that were joined; empty for one that stands for itself.
    package let members: [Int]
}

/// Joins those of `notices` that go out as one list: what was overdue before fristd began, and several cases taken over, of each
/// one list a person and time of sending.
package func joiningLists(_ notices: [QueuedNotice]) -> [(position: Int, joined: JoinedNotice)] {
    var places: [Pile: Int] = [:]
    var piles: [[Int]] = []
    for (position, notice) in notices.enumerated() {
        guard notice.notice.stage.isJoined else {
            piles.append([position])
            continue
        }
        if let place = places[Pile(notice)] {
            piles[place].append(position)
        } else {
            places[Pile(notice)] = piles.count
            piles.append([position])
        }
    }
    return piles.map { pile in
        let first = notices[pile[0]]
        // One case taken over is told as that case's own.
        let isList = first.notice.stage == .backlog || pile.count > 1
        return (pile[0], JoinedNotice(queued: isList ? list(of: first) : first, members: isList ? pile : []))
    }
}

/// What goes out together.
private struct Pile: Hashable {
    let stage: Stage
    let person: PersonID
    let scheduled: Instant
    let state: QueuedNotice.State

    init(_ queued: QueuedNotice) {
        stage = queued.notice.stage
        person = queued.notice.recipient.person
        scheduled = queued.scheduled
        state = queued.state
    }
}

/// The list that begins with `first`.
private func list(of first: QueuedNotice) -> QueuedNotice {
    let planned = first.notice
    return QueuedNotice(
        PlannedNotice(
            .list(sent: first.scheduled), step: planned.stage.rawValue, stage: planned.stage,
            recipient: planned.recipient, falls: planned.falls),
        scheduled: first.scheduled, state: first.state, reason: first.reason, isTold: first.isTold)
}
