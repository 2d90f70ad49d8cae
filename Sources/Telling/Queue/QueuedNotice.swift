package import Deadlines

/// A notice in the queue, and what has become of it.
package struct QueuedNotice: Hashable, Sendable {
    /// What is to be said.
    package let notice: PlannedNotice
    /// When it goes out; never before the step falls.
    package var scheduled: Instant
    /// Where it stands.
    package var state: State
    /// Why it is told, or was withdrawn; nil of what was queued before reasons were kept.
    package var reason: NoticeReason?
    private let hasReached: Bool

    /// Whether the person has been told, although another sink may still lack it: that cannot be unsaid.
    package var isTold: Bool { state == .sent || hasReached }

    /// Whether it can still become untrue before the person is told.
    package var isOpen: Bool {
        switch state {
        case .waiting: true
        case .sending, .failed: !isTold
        case .sent, .withdrawn: false
        }
    }

    /// Where a notice stands.
    package enum State: String, CaseIterable, Sendable {
        /// It waits for its time.
        case waiting
        /// A sink could not take it so far; it is tried again.
        case sending
        /// Every sink has it.
        case sent
        /// It became untrue before the person was told.
        case withdrawn
        /// A sink could not take it for so long that it is not tried again by itself.
        case failed
    }

    /// A notice that stands at `state`.
    ///
    /// - Parameter isTold: whether the person has its line, which in state `sent` everybody has.
    package init(
        _ notice: PlannedNotice, scheduled: Instant, state: State, reason: NoticeReason? = nil, isTold: Bool = false
    ) {
        hasReached = isTold
        self.notice = notice
        self.scheduled = scheduled
        self.state = state
        self.reason = reason
    }

    /// Why it stands as it does at `moment`.
    package func why(at moment: Instant) -> NoticeReason? {
        state == .waiting && notice.falls < scheduled && moment < scheduled && reason == .due
            ? .waitsForOpening : reason
    }
}
