import Deadlines

/// Where a notice goes.
public enum Sink: String, CaseIterable, Sendable {
    /// The log of the person it is addressed to.
    case person
    /// The complete record.
    case record
    /// The system's journal.
    case journal
}

/// How far a notice has come with each sink.
public struct Delivery: Hashable, Sendable {
    /// By sink, where it is not open.
    private var progress: [Sink: Progress] = [:]

    /// How far it has come with one sink.
    public enum Progress: Hashable, Sendable {
        /// Not tried yet.
        case open
        /// On disk, or taken, at this time.
        case done(Instant)
        /// Not taken so far.
        case failing(DeliveryFailure)
    }

    /// One that has not begun.
    public init() {}

    /// How far it has come with `sink`.
    public subscript(sink: Sink) -> Progress {
        get { progress[sink] ?? .open }
        set { progress[sink] = newValue == .open ? nil : newValue }
    }

    /// Whether it has begun with any sink.
    public var hasBegun: Bool { !progress.isEmpty }

    /// When the person's line was on disk; nil until then.
    public var told: Instant? { self[.person].done }

    /// What has not been taken, first what matters most.
    public var failures: [(sink: Sink, failure: DeliveryFailure)] {
        Sink.allCases.compactMap { sink in
            if case .failing(let failure) = self[sink] { (sink, failure) } else { nil }
        }
    }

    /// Where the notice stands for that.
    public var state: QueuedNotice.State {
        if Sink.allCases.allSatisfy({ self[$0].done != nil }) { return .sent }
        return failures.contains { $0.failure.retry != nil } ? .sending : .failed
    }
}

extension Delivery.Progress {
    /// When the sink had it; nil until then.
    public var done: Instant? {
        if case .done(let instant) = self { instant } else { nil }
    }

    /// Why the sink has not got it, where it was tried.
    public var failure: DeliveryFailure? {
        if case .failing(let failure) = self { failure } else { nil }
    }
}

/// Why a sink has not got a notice.
public struct DeliveryFailure: Hashable, Sendable {
    /// One sentence.
    public let reason: String
    /// How often it was tried; 0 when it joined others that wait behind the same trouble.
    public let attempts: Int
    /// Since when.
    public let since: Instant
    /// When it is tried again; nil when it is not.
    public let retry: Instant?

    /// A failure of these parts.
    public init(reason: String, attempts: Int, since: Instant, retry: Instant?) {
        self.reason = reason
        self.attempts = attempts
        self.since = since
        self.retry = retry
    }

    /// The time of the next try of what somebody asked to be sent again: whatever the clock shows, it is past.
    public static let asSoonAsPossible = Instant(milliseconds: 0)
}
