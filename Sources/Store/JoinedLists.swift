import Deadlines
package import Telling

extension StoredNotice {
    /// The same notices, with those that go out as one list joined: what was overdue before fristd began, and several
    /// cases taken over, of each one list a person and time of sending.
    package static func joiningLists(_ notices: [StoredNotice]) -> [StoredNotice] {
        guard notices.contains(where: \.queued.notice.stage.isJoined) else { return notices }
        var places: [Pile: Int] = [:]
        var piles: [[StoredNotice]] = []
        for notice in notices {
            let pile = notice.queued.notice.stage.isJoined ? Pile(notice.queued) : nil
            if let pile, let place = places[pile] {
                piles[place].append(notice)
            } else {
                if let pile { places[pile] = piles.count }
                piles.append([notice])
            }
        }
        // One case taken over is told as that case's own.
        return piles.map { $0.count > 1 || $0[0].queued.notice.stage == .backlog ? list(of: $0) : $0[0] }
    }

    private static func list(of pile: [StoredNotice]) -> StoredNotice {
        let (first, queued, planned) = (pile[0], pile[0].queued, pile[0].queued.notice)
        let list = PlannedNotice(
            .list(sent: queued.scheduled), step: planned.stage.rawValue, stage: planned.stage,
            recipient: planned.recipient, falls: planned.falls)
        return StoredNotice(
            queued: QueuedNotice(
                list, scheduled: queued.scheduled, state: queued.state, reason: queued.reason, isTold: queued.isTold),
            law: "", grundlag: first.grundlag, sent: first.sent, caseworker: first.caseworker, joined: pile,
            delivery: first.delivery)
    }

    /// The notices of the queue that it stands for: itself, or those it lists.
    package var members: [PlannedNotice] {
        joined.isEmpty ? [queued.notice] : joined.map(\.queued.notice)
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
