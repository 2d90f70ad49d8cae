import Deadlines

extension StoredNotice {
    /// The same notices, with what was overdue before fristd began in one list for each person and time of sending.
    public static func joiningBacklogs(_ notices: [StoredNotice]) -> [StoredNotice] {
        guard notices.contains(where: { $0.queued.notice.stage == .backlog }) else { return notices }
        var places: [Pile: Int] = [:]
        var result: [[StoredNotice]] = []
        for notice in notices {
            guard notice.queued.notice.stage == .backlog else {
                result.append([notice])
                continue
            }
            let pile = Pile(notice)
            if let place = places[pile] {
                result[place].append(notice)
            } else {
                places[pile] = result.count
                result.append([notice])
            }
        }
        return result.map { $0[0].queued.notice.stage == .backlog ? joining($0) : $0[0] }
    }

    /// What goes out together.
    private struct Pile: Hashable {
        let person: PersonID
        let scheduled: Instant
        let state: QueuedNotice.State

        init(_ notice: StoredNotice) {
            person = notice.queued.notice.recipient.person
            scheduled = notice.queued.scheduled
            state = notice.queued.state
        }
    }

    /// The list of `notices`, which are not none: oldest due first.
    private static func joining(_ notices: [StoredNotice]) -> StoredNotice {
        let first = notices[0]
        let sent = first.queued.scheduled
        let list = PlannedNotice(
            .backlog(sent: sent), step: Stage.backlog.rawValue, stage: .backlog,
            recipient: first.queued.notice.recipient, falls: first.queued.notice.falls)
        return StoredNotice(
            queued: QueuedNotice(
                list, scheduled: sent, state: first.queued.state, isTold: first.queued.isTold), law: "",
            grundlag: first.grundlag,
            sent: first.sent, caseworker: first.caseworker, joined: notices, delivery: first.delivery)
    }

    /// The notices of the queue that it stands for: itself, or those it lists.
    public var members: [PlannedNotice] {
        joined.isEmpty ? [queued.notice] : joined.map(\.queued.notice)
    }
}
