import Deadlines
import Files
import Logging
import Spool
import Synchronization

/// What keeps updates from being taken in: logged when it begins and when it is over, and known to whoever notes it.
final class IntakeTroubles: Sendable {
    private let state = Mutex<[Kind: [Reason: Instant]]>([:])
    private let logger: Logger

    /// What the daemon is about when it goes wrong, the gravest first.
    enum Kind: CaseIterable {
        case looking, taking, reading, starting

        fileprivate var message: Logger.Message {
            switch self {
            case .looking: "the spool cannot be looked at; trying again every 10 seconds"
            case .taking: "updates could not be taken in; trying again in 10 seconds"
            case .reading: "a file could not be read"
            case .starting: "not all that waited at the start has been read"
            }
        }

        fileprivate var ending: Logger.Message {
            switch self {
            case .looking: "the spool can be looked at again"
            case .taking: "updates are taken in again"
            case .reading: "every file that waits can be read again"
            case .starting: "all that waited at the start has been read"
            }
        }
    }

    /// Why: as the journal may have it, and as everybody may.
    struct Reason: Hashable {
        let logged: String
        let noted: String

        /// A reason that names nothing.
        init(_ text: String) { (logged, noted) = (text, text) }

        /// What went wrong; what a producer has called a file may name a case.
        init(_ error: any Error, namesCase: Bool) {
            noted = (error as? FileError)?.discreetDescription ?? "\(error)"
            logged = namesCase ? "\(error)" : noted
        }
    }

    init(logger: Logger) { self.logger = logger }

    /// The gravest of what is in the way; nil when nothing is.
    var gravest: IntakeNote.Trouble? {
        state.withLock { known in
            let reasons = Kind.allCases.compactMap { known[$0] }.first { !$0.isEmpty }
            return reasons?.min { $0.value < $1.value }.map {
                IntakeNote.Trouble(reason: $0.key.noted, since: $0.value)
            }
        }
    }

    /// Says what is in the way of a kind now, all of it; nothing when that is over.
    ///
    /// - Returns: whether that is news.
    func set(_ kind: Kind, _ reasons: Set<Reason>, at moment: Instant) -> Bool {
        let before = state.withLock { known in
            let before = known[kind] ?? [:]
            known[kind] = Dictionary(uniqueKeysWithValues: reasons.map { ($0, before[$0] ?? moment) })
            return Set(before.keys)
        }
        for reason in reasons.subtracting(before) {
            logger.error(kind.message, metadata: ["reason": "\(reason.logged)"])
        }
        if reasons.isEmpty, !before.isEmpty { logger.notice(kind.ending) }
        return reasons != before
    }
}
