import Configuration
import Deadlines
import Logging
import Notices
import Store
import Telling

/// The reckoning of every case anew when the rules or the people have changed: a few at a time, so that others get a turn.
struct Reckoning {
    private let store: Store
    private let clock: DaemonClock
    private let logger: Logger
    /// By what to reckon; nil while there is nothing to do.
    private var loaded: LoadedSettings?
    /// How far it is; nil before the first case.
    private var progress: Store.Progress?

    init(store: Store, clock: DaemonClock, logger: Logger) {
        self.store = store
        self.clock = clock
        self.logger = logger
    }

    /// Begins from the first case, unless the store turns out to have been reckoned by these settings.
    ///
    /// - Returns: whether nothing was going on, so that somebody must call ``more()``.
    mutating func start(by loaded: LoadedSettings) -> Bool {
        let isIdle = self.loaded == nil
        (self.loaded, progress) = (loaded, nil)
        return isIdle
    }

    /// Ends it where it is; the next start begins again.
    mutating func stop() { loaded = nil }

    /// What ``more()`` has come to.
    enum Outcome {
        /// There is more to do.
        case goesOn
        /// Every case has been reckoned.
        case finished
        /// There was nothing to do.
        case idle
    }

    /// Reckons some cases.
    mutating func more() throws(StoreError) -> Outcome {
        guard let loaded else { return .idle }
        if progress == nil { progress = try begin(loaded) }
        guard var progress else { return .idle }
        let goesOn = try store.reckonMore(&progress, at: clock.now, using: loaded.reckoner)
        self.progress = progress
        if goesOn {
            tell(progress.lastMoves, loaded)
            return .goesOn
        }
        try store.setReckonedBy(loaded.settings.fingerprint)
        if progress.cases > 0 {
            logger.info(
                "reckoned every case by the new settings; fristctl rules diff --last shows what moved",
                metadata: ["cases": "\(progress.cases)", "moved_due_times": "\(progress.moved)"])
        }
        self.loaded = nil
        return .finished
    }

    private mutating func begin(_ loaded: LoadedSettings) throws(StoreError) -> Store.Progress? {
        if try store.reckonedBy() != loaded.settings.fingerprint { return Store.Progress(changed: clock.now) }
        self.loaded = nil
        return nil
    }

    /// The journal is where somebody looks who asks why a date is no longer what it was.
    private func tell(_ moves: [RuleChange], _ loaded: LoadedSettings) {
        for move in moves {
            var about: Logger.Metadata = [
                "rule": "\(move.key.rule)", "due_before": "\(move.before?.text(in: loaded.zone) ?? "none")",
                "due_after": "\(move.after?.text(in: loaded.zone) ?? "none")",
            ]
            if loaded.settings.journalNamesCase {
                about["case"] = "\(move.key.caseID)"
                about["ref"] = move.key.ref.map { "\($0)" }
            }
            logger.info("the changed settings moved a due time", metadata: about)
        }
    }
}
