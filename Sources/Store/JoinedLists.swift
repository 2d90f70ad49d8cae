import Deadlines
package import Telling

extension StoredNotice {
    /// The same notices, with those that go out as one list joined: what was overdue before fristd began, and several
    /// cases taken over, of each one list a person and time of sending.
    package static func joiningLists(_ notices: [StoredNotice]) -> [StoredNotice] {
        guard notices.contains(where: { $0.queued.notice.stage.isJoined }) else { return notices }
        return Telling.joiningLists(notices.map(\.queued)).map { position, joined in
            let first = notices[position]
            if joined.members.isEmpty { return first }
            return StoredNotice(
                queued: joined.queued, law: "", grundlag: first.grundlag, sent: first.sent,
                caseworker: first.caseworker, joined: joined.members.map { notices[$0] }, delivery: first.delivery)
        }
    }

    /// The notices of the queue that it stands for: itself, or those it lists.
    package var members: [PlannedNotice] {
        joined.isEmpty ? [queued.notice] : joined.map(\.queued.notice)
    }
}
