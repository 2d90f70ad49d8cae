import Deadlines
import Dispatch
import Logging
import Notices
import Spool
import Store

/// Takes updates from the spool into the store, batch by batch, on a queue of its own.
///
/// Sendable by that queue: everything but the initialiser and `queue` is used on it alone.
final class IntakeLoop: @unchecked Sendable {
    let queue = DispatchQueue(label: "fristd.intake")
    private let spool: SpoolDirectory
    private let store: Store
    private let clock: DaemonClock
    private let logger: Logger
    private let tally: UpdateTally
    /// Called when the queue of notices may have changed, first when all that waited in the spool has been read.
    private let changed: @Sendable () -> Void
    /// Called when nothing waits in the spool and an erasure may have been asked for; first when all that waited has been read.
    /// Set before the start.
    var erasuresAsked: @Sendable () -> Void = {}
    private let reckoning: ReckoningLoop
    private var loaded: LoadedSettings
    private var intake: Intake
    private var settler: Settler
    private var watcher: SpoolWatcher?
    private var isWorking = false
    /// Whether everything that waited at start has been read, or cannot be: until then the store lags behind what is
    /// known, and nothing may be told of it.
    private var hasCaughtUp = false
    /// Whether an erasure has been asked for that nobody has been told of.
    private var hasErasures = true

    /// Updates in one transaction: enough to spread its flush over many, few enough to keep others waiting briefly.
    private static let batch = 500

    init(
        spool: SpoolDirectory, store: Store, clock: DaemonClock, logger: Logger, loaded: LoadedSettings,
        tally: UpdateTally, changed: @escaping @Sendable () -> Void
    ) {
        self.spool = spool
        self.store = store
        self.clock = clock
        self.logger = logger
        self.loaded = loaded
        self.tally = tally
        self.changed = changed
        intake = IntakeLoop.intake(of: spool, store, loaded)
        settler = Settler(spool: spool)
        reckoning = ReckoningLoop(queue: queue, store: store, clock: clock, logger: logger)
    }

    /// Makes the spool's directories, watches them, and has looked at what waits when it returns.
    func start() throws {
        dispatchPrecondition(condition: .onQueue(queue))
        try spool.prepare()
        reckoning.finished = { [weak self] in self?.reckoned() }
        watcher = try SpoolWatcher(spool, queue: queue) { [weak self] in self?.look($0) }
        look(Arrivals())
        reckoning.start(by: loaded)
    }

    func stop() {
        dispatchPrecondition(condition: .onQueue(queue))
        watcher?.stop()
        watcher = nil
        reckoning.stop()
        isWorking = false
    }

    /// Works by other settings from now on.
    func use(_ loaded: LoadedSettings) {
        dispatchPrecondition(condition: .onQueue(queue))
        self.loaded = loaded
        startOver()
        look(Arrivals())
        reckoning.start(by: loaded)
    }

    /// Forgets what has been read and not been put away: it is read again.
    private func startOver() {
        intake = IntakeLoop.intake(of: spool, store, loaded)
        settler = Settler(spool: spool)
    }

    private static func intake(of spool: SpoolDirectory, _ store: Store, _ loaded: LoadedSettings) -> Intake {
        Intake(spool: spool, reader: loaded.reader, producers: loaded.producers, imports: loaded.imports(from: store))
    }

    private var wallTime: WallTime { WallTime(now: clock.now, zone: loaded.zone) }

    private func look(_ arrivals: Arrivals) {
        do { try intake.look(arrivals) } catch {
            logger.error("the spool cannot be looked at", metadata: ["reason": "\(text(of: error))"])
            catchUp()
            return
        }
        guard !isWorking else { return }
        isWorking = true
        work()
    }

    /// One batch; the next one waits its turn behind whatever else the queue holds.
    private func work() {
        guard isWorking, watcher != nil else { return }
        guard let batch = intake.next(limit: IntakeLoop.batch, clock: wallTime) else {
            isWorking = false
            catchUp()
            if hasErasures {
                hasErasures = false
                erasuresAsked()
            }
            if let pause = intake.lookAgain { watcher?.lookAgain(afterMilliseconds: pause) }
            return
        }
        do {
            try take(batch)
            queue.async { [weak self] in self?.work() }
        } catch {
            // Nothing has been moved, so nothing is lost; the files are read again, from their beginning.
            startOver()
            logger.error(
                "updates could not be taken in; trying again in 10 seconds",
                metadata: ["reason": "\((error as? SpoolError).map(text) ?? "\(error)")"])
            isWorking = false
            catchUp()
            watcher?.lookAgain(afterMilliseconds: 10_000)
        }
    }

    /// Does `body` on this queue while no file is being read; else it is done later, when ``erasuresAsked`` is called anew.
    ///
    /// - Returns: whether it was done.
    func whenNothingWaits(_ body: () throws -> Void) rethrows -> Bool {
        try queue.sync {
            if isWorking {
                hasErasures = true
                return false
            }
            try body()
            return true
        }
    }

    private func catchUp() {
        guard !hasCaughtUp else { return }
        hasCaughtUp = true
        changed()
    }

    private func reckoned() {
        if hasCaughtUp { changed() }
    }

    private func take(_ batch: Batch) throws {
        var batch = batch
        for trouble in batch.troubles {
            logger.error(
                "a file could not be read",
                metadata: ["reason": "\((trouble as? SpoolError).map(text) ?? "\(trouble)")"])
        }
        for export in batch.imports { ExportReport(export, loaded).log(to: logger) }
        if !batch.entries.isEmpty {
            let moment = clock.now
            let verdicts = try store.take(batch.entries.map(\.update), at: moment, using: loaded.reckoner)
            tally.count(verdicts, at: moment)
            for (entry, verdict) in zip(batch.entries, verdicts) {
                switch verdict {
                case .conflict: batch.refuse(entry, because: .idStandsForOtherContent(entry.update.id))
                case .erased: batch.refuse(entry, because: .caseIsErased)
                case .accepted, .known: break
                }
            }
            let law = loaded.settings.law
            hasErasures = hasErasures || batch.entries.contains { law.erasing.contains($0.update.event) }
            if hasCaughtUp { changed() }
        }
        let settlement = try settler.settle(batch, at: wallTime)
        for rejected in settlement.rejected { tally.countRefused(rejected.refusals.count) }
        SettlementReport(settlement, loaded).log(to: logger)
    }

    /// What went wrong; what a producer has called a file may name a case.
    private func text(of error: SpoolError) -> String {
        loaded.settings.journalNamesCase ? error.description : error.discreetDescription
    }
}
