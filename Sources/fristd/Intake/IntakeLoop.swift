import Configuration
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
    /// Called when something begins to keep updates from being taken in, and when it is over. Set before the start.
    var troublesChanged: @Sendable () -> Void = {}
    private let reckoning: ReckoningLoop
    private let troubles: IntakeTroubles
    /// What could not be read since the last look began.
    private var unreadable: Set<IntakeTroubles.Reason> = []
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

    /// How long until what failed is tried again, in milliseconds.
    private static let pause: Int64 = 10_000
    /// The same for files that cannot be read, which may lie there for days.
    private static let longPause: Int64 = 60_000
    /// Updates in one transaction: enough to spread its flush over many, few enough to keep others waiting briefly.
    private static let batch = 500

    init(
        spool: SpoolDirectory, store: Store, clock: DaemonClock, logger: Logger, loaded: LoadedSettings,
        tally: UpdateTally, troubles: IntakeTroubles, changed: @escaping @Sendable () -> Void
    ) {
        self.spool = spool
        self.store = store
        self.clock = clock
        self.logger = logger
        self.loaded = loaded
        self.tally = tally
        self.troubles = troubles
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
            // It is about the spool itself: no producer has named that.
            note(.looking, [.init(logged: "\(error)", noted: "\(error)")])
            catchUp()
            watcher?.lookAgain(afterMilliseconds: IntakeLoop.pause)
            return
        }
        note(.looking, [])
        guard !isWorking else { return }
        isWorking = true
        unreadable = []
        work()
    }

    /// One batch; the next one waits its turn behind whatever else the queue holds.
    private func work() {
        guard isWorking, watcher != nil else { return }
        guard let batch = intake.next(limit: IntakeLoop.batch, clock: wallTime) else {
            isWorking = false
            note(.taking, [])
            note(.reading, unreadable)
            catchUp()
            if hasErasures {
                hasErasures = false
                erasuresAsked()
            }
            if !unreadable.isEmpty { watcher?.lookAgain(afterMilliseconds: IntakeLoop.longPause) }
            if let pause = intake.lookAgain { watcher?.lookAgain(afterMilliseconds: pause) }
            return
        }
        do {
            try take(batch)
            queue.async { [weak self] in self?.work() }
        } catch {
            // Nothing has been moved, so nothing is lost; the files are read again, from their beginning.
            startOver()
            note(.taking, [reason(of: error)])
            isWorking = false
            catchUp()
            watcher?.lookAgain(afterMilliseconds: IntakeLoop.pause)
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
        unreadable.formUnion(batch.troubles.map(reason))
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

    private func note(_ kind: IntakeTroubles.Kind, _ reasons: Set<IntakeTroubles.Reason>) {
        if troubles.set(kind, reasons, at: clock.now) { troublesChanged() }
    }

    /// What went wrong; what a producer has called a file may name a case.
    private func reason(of error: any Error) -> IntakeTroubles.Reason {
        guard let error = error as? SpoolError else { return .init(logged: "\(error)", noted: "\(error)") }
        let discreet = error.discreetDescription
        return .init(logged: loaded.settings.journalNamesCase ? error.description : discreet, noted: discreet)
    }
}
