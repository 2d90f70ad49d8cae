import Deadlines
package import Telling

extension StoredNotice {
    /// The same notices, with those that go out as one list joined: what was overdue before fristd began, and several
    /// cases taken over, of each one list a person and time of sending.
    package static func joiningLists(_ notices: [StoredNotice]) -> [StoredNotice] {
        guard notices.contains(where: { $0.queued.notice.stage.isJoined }) else { return notices }
        var places: [Pile: Int] = [:]
        var piles: [[StoredNotice]] = []
        for notice in notices {
            guard notice.queued.notice.stage.isJoined else {
                piles.append([notice])
                continue
            }
            let pile = Pile(notice)
            if let place = places[pile] {
                piles[place].append(notice)
            } else {
                places[pile] = piles.count
                piles.append([notice])
            }
        }
        return piles.map { pile in
            // One case taken over is told as that case's own.
            pile[0].queued.notice.stage == .backlog || pile.count > 1 ? joining(pile) : pile[0]
        }
    }

    /// What goes out together.
    private struct Pile: Hashable {
        let stage: Stage
        let person: PersonID
        let scheduled: Instant
        let state: QueuedNotice.State

        init(_ notice: StoredNotice) {
            stage = notice.queued.notice.stage
            person = notice.queued.notice.recipient.person
            scheduled = notice.queued.scheduled
            state = notice.queued.state
        }
    }

    /// The list of `notices`, which are not none.
    private static func joining(_ notices: [StoredNotice]) -> StoredNotice {
        let first = notices[0]
        let planned = first.queued.notice
        let list = PlannedNotice(
            .list(sent: first.queued.scheduled), step: planned.stage.rawValue, stage: planned.stage,
            recipient: planned.recipient, falls: planned.falls)
        return StoredNotice(
            queued: QueuedNotice(
                list, scheduled: first.queued.scheduled, state: first.queued.state, isTold: first.queued.isTold),
            law: "", grundlag: first.grundlag, sent: first.sent, caseworker: first.caseworker, joined: notices,
            delivery: first.delivery)
    }

    /// The notices of the queue that it stands for: itself, or those it lists.
    package var members: [PlannedNotice] {
        joined.isEmpty ? [queued.notice] : joined.map(\.queued.notice)
    }
}
