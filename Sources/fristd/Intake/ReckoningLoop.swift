import Configuration
import Deadlines
import Dispatch
import Logging
import Notices
import Store

/// Reckons every case anew when the rules or the people have changed, a few at a time on the intake's queue.
///
/// Sendable by that queue: everything but the initialiser is used on it alone.
final class ReckoningLoop: @unchecked Sendable {
    private let queue: DispatchQueue
    private let store: Store
    private let clock: DaemonClock
    private let logger: Logger
    /// Called when every case has been reckoned.
    var finished: () -> Void = {}
    private var loaded: LoadedSettings?
    /// How far it is; nil while there is nothing to reckon.
    private var progress: Store.Progress?

    init(queue: DispatchQueue, store: Store, clock: DaemonClock, logger: Logger) {
        self.queue = queue
        self.store = store
        self.clock = clock
        self.logger = logger
    }

    /// Begins, and begins again where it has, unless the store was reckoned by these settings.
    func start(by loaded: LoadedSettings) {
        dispatchPrecondition(condition: .onQueue(queue))
        self.loaded = loaded
        do {
            guard try store.reckonedBy() != loaded.settings.fingerprint else { return }
        } catch { return again(after: error) { [weak self] in self?.startByTheLatest() } }
        let isRunning = progress != nil
        progress = Store.Progress(changed: clock.now)
        if !isRunning { queue.async { [weak self] in self?.reckonMore() } }
    }

    func stop() {
        progress = nil
        loaded = nil
    }

    private func startByTheLatest() {
        if let loaded { start(by: loaded) }
    }

    private func reckonMore() {
        guard var progress, let loaded else { return }
        do {
            if try store.reckonMore(&progress, at: clock.now, using: loaded.reckoner) {
                self.progress = progress
                tell(progress.lastMoves, loaded)
                queue.async { [weak self] in self?.reckonMore() }
                return
            }
            try store.setReckonedBy(loaded.settings.fingerprint)
            if progress.cases > 0 {
                logger.info(
                    "reckoned every case by the new settings; fristctl rules diff --last shows what moved",
                    metadata: ["cases": "\(progress.cases)", "moved_due_times": "\(progress.moved)"])
            }
            self.progress = nil
            finished()
        } catch { again(after: error) { [weak self] in self?.reckonMore() } }
    }

    private func again(after error: any Error, _ body: @escaping @Sendable () -> Void) {
        logger.error(
            "the cases could not be reckoned anew; trying again in 10 seconds", metadata: ["reason": "\(error)"])
        queue.asyncAfter(deadline: .now() + 10, execute: body)
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
