package import Deadlines
package import Telling

/// Where a notice goes.
package enum Sink: String, CaseIterable, Sendable {
    /// The log of the person it is addressed to.
    case person
    /// The complete record.
    case record
    /// The system's journal.
    case journal
}

/// How far a notice has come with each sink.
package struct Delivery: Hashable, Sendable {
    /// By sink, where it is not open.
    private var progress: [Sink: Progress] = [:]

    /// How far it has come with one sink.
    package enum Progress: Hashable, Sendable {
        /// Not tried yet.
        case open
        /// On disk, or taken, at this time.
        case done(Instant)
        /// Not taken so far.
        case failing(DeliveryFailure)
    }

    /// One that has not begun.
    package init() {}

    /// How far it has come with `sink`.
    package subscript(sink: Sink) -> Progress {
        get { progress[sink] ?? .open }
        set { progress[sink] = newValue == .open ? nil : newValue }
    }

    /// Whether it has begun with any sink.
    package var hasBegun: Bool { !progress.isEmpty }

    /// When the person's line was on disk; nil until then.
    package var told: Instant? { self[.person].done }

    /// What has not been taken, first what matters most.
    package var failures: [(sink: Sink, failure: DeliveryFailure)] {
        Sink.allCases.compactMap { sink in
            if case .failing(let failure) = self[sink] { (sink, failure) } else { nil }
        }
    }

    /// Where the notice stands for that.
    package var state: QueuedNotice.State {
        if Sink.allCases.allSatisfy({ self[$0].done != nil }) { return .sent }
        return failures.contains { $0.failure.retry != nil } ? .sending : .failed
    }
}

extension Delivery.Progress {
    /// When the sink had it; nil until then.
    package var done: Instant? {
        if case .done(let instant) = self { instant } else { nil }
    }

    /// Why the sink has not got it, where it was tried.
    package var failure: DeliveryFailure? {
        if case .failing(let failure) = self { failure } else { nil }
    }
}

/// Why a sink has not got a notice.
package struct DeliveryFailure: Hashable, Sendable {
    /// One sentence.
    package let reason: String
    /// How often it was tried; 0 when it joined others that wait behind the same trouble.
    package let attempts: Int
    /// Since when.
    package let since: Instant
    /// When it is tried again; nil when it is not.
    package let retry: Instant?

    /// A failure of these parts.
    package init(reason: String, attempts: Int, since: Instant, retry: Instant?) {
        self.reason = reason
        self.attempts = attempts
        self.since = since
        self.retry = retry
    }

    /// The time of the next try of what somebody asked to be sent again: whatever the clock shows, it is past.
    package static let asSoonAsPossible = Instant(milliseconds: 0)
}
