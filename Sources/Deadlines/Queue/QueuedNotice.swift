/// A planned notice in the queue, and what has become of it.
public struct QueuedNotice: Hashable, Sendable {
    /// What is to be said.
    public let notice: PlannedNotice
    /// When it goes out; never before the step falls.
    public var scheduled: Instant
    /// Where it stands.
    public var state: State

    /// Where a notice stands.
    public enum State: String, CaseIterable, Sendable {
        /// It waits for its time.
        case waiting
        /// It is being sent.
        case sending
        /// Its line is on disk.
        case sent
        /// It became untrue before it was sent.
        case withdrawn
        /// It could not be sent.
        case failed
    }

    /// A notice that stands at `state`.
    public init(_ notice: PlannedNotice, scheduled: Instant, state: State) {
        self.notice = notice
        self.scheduled = scheduled
        self.state = state
    }
}
