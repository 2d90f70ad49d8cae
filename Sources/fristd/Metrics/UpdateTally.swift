import Deadlines
import Store
import Synchronization

/// What has become of updates since the daemon started.
final class UpdateTally: Sendable {
    private let state = Mutex(Counts())

    struct Counts: Sendable {
        /// Updates taken in.
        var taken = 0
        /// Updates that were there already, with the same content.
        var duplicate = 0
        /// Lines refused.
        var refused = 0
        /// When the last one was taken in; nil when none has been.
        var last: Instant?
    }

    /// What has been counted so far.
    var counts: Counts { state.withLock { $0 } }

    /// Counts what the store made of updates at `moment`; what it refused is counted with the lines that are put away.
    func count(_ verdicts: [IntakeVerdict], at moment: Instant) {
        state.withLock { state in
            for verdict in verdicts {
                switch verdict {
                case .accepted:
                    state.taken += 1
                    state.last = moment
                case .known: state.duplicate += 1
                case .conflict, .erased: break
                }
            }
        }
    }

    /// Counts lines that were refused.
    func countRefused(_ count: Int) { state.withLock { $0.refused += count } }
}
