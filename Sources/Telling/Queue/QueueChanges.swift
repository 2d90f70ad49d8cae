package import Deadlines

/// What must change in the queue so that it says what has been decided.
package enum QueueChange: Hashable, Sendable {
    /// A notice that was not there.
    case add(PlannedNotice, scheduled: Instant, NoticeReason)
    /// One that is open goes to the same person at another time, in another role, for another reason, or lists other
    /// things; or one that was withdrawn is true again, perhaps in such another way.
    case amend(PlannedNotice, scheduled: Instant, NoticeReason)
    /// One that is open is not told, and why.
    case withdraw(NoticeKey, NoticeReason)
    /// One that waits lies beyond the horizon: it is derived again when that has come nearer.
    case drop(NoticeKey)
}

/// Compares a queue's rows with what has been decided.
struct QueueComparison {
    private let rows: [QueuedNotice]
    private let horizon: Instant

    /// - Parameter horizon: what falls then or later has no row.
    init(rows: [QueuedNotice], horizon: Instant) {
        self.rows = rows
        self.horizon = horizon
    }

    /// What must change for these decisions.
    ///
    /// - Parameter reason: why a notice that is not proposed any more is not.
    func changes(for decisions: [Decision], withdrawing reason: (PlannedNotice) -> NoticeReason) -> [QueueChange] {
        var open = Dictionary(rows.map { ($0.notice.identity, $0) }, uniquingKeysWith: { first, _ in first })
        var changes: [QueueChange] = decisions.compactMap { decision in
            let row = open.removeValue(forKey: decision.notice.identity)
            return change(decision, row)
        }
        for row in rows where row.isOpen && open[row.notice.identity] != nil {
            changes.append(.withdraw(row.notice.key, reason(row.notice)))
        }
        return changes
    }

    private func change(_ decision: Decision, _ row: QueuedNotice?) -> QueueChange? {
        let notice = decision.notice
        switch decision.outcome {
        case .told: return nil
        case .withheld(let reason): return row.flatMap { $0.isOpen ? .withdraw($0.notice.key, reason) : nil }
        case .tells(let time, let reason):
            if notice.falls >= horizon { return row.flatMap { $0.isOpen ? .drop($0.notice.key) : nil } }
            guard let row else { return .add(notice, scheduled: time, reason) }
            if row.state == .withdrawn { return .amend(notice, scheduled: time, reason) }
            if row.notice == notice, row.scheduled == time { return nil }
            return .amend(notice, scheduled: time, row.reason ?? reason)
        }
    }
}
