import Configuration
import Deadlines
import Dispatch
import Logging
import Notices
import Spool
import Store

/// Takes updates from the spool into the store, batch by batch, and has the others begin when what waited at the start
/// has been read.
actor IntakeLoop: Loop {
    let queue = LoopQueue("fristd.intake")
    private let spool: SpoolDirectory
    private let store: Store
    private let clock: DaemonClock
    private let logger: Logger
    private let tally: UpdateTally
    private let troubles: IntakeTroubles
    private let followers: IntakeFollowers
    private let patience: DispatchTimeInterval
    private var reckoning: Reckoning
    /// What could not be read since the last look began.
    private var unreadable: Set<IntakeTroubles.Reason> = []
    private var loaded: LoadedSettings
    private var intake: Intake
    private var settler: Settler
    private var watcher: SpoolWatcher?
    private var isWorking = false
    /// Whether everything that waited at start has been read, or cannot be, or has been waited for long enough: until then
    /// the store lags behind what is known, and nothing may be told of it.
    private var hasCaughtUp = false
    /// Whether an erasure may have been asked for that nobody has been told of.
    private var hasErasures = true

    /// How long until what failed is tried again, in milliseconds.
    private static let pause: Int64 = 10_000
    /// The same for files that cannot be read, which may lie there for days.
    private static let longPause: Int64 = 60_000
    /// Updates in one transaction: enough to spread its flush over many, few enough to keep others waiting briefly.
    private static let batch = 500

    init(
        spool: SpoolDirectory, store: Store, clock: DaemonClock, logger: Logger, loaded: LoadedSettings,
        tally: UpdateTally, troubles: IntakeTroubles, followers: IntakeFollowers,
        patience: DispatchTimeInterval = .seconds(60)
    ) {
        self.spool = spool
        self.store = store
        self.clock = clock
        self.logger = logger
        self.loaded = loaded
        self.tally = tally
        self.troubles = troubles
        self.followers = followers
        self.patience = patience
        intake = IntakeLoop.intake(of: spool, store, loaded)
        settler = Settler(spool: spool)
        reckoning = Reckoning(store: store, clock: clock, logger: logger)
    }

    /// Makes the spool's directories, watches them, and has looked at what waits when it returns.
    func start() throws {
        try spool.prepare()
        // Its turn comes before that of whatever arrives meanwhile: of a new store nothing is reckoned twice.
        reckonAnew()
        watcher = try SpoolWatcher(spool, queue: queue.serial) { [weak self] arrivals in
            self?.assumeIsolated { $0.look(arrivals) }
        }
        soon(after: patience) { $0.waitNoLonger() }
        look(Arrivals())
    }

    func stop() {
        watcher?.stop()
        watcher = nil
        reckoning.stop()
        isWorking = false
    }

    /// Works by other settings from now on.
    func use(_ loaded: LoadedSettings) {
        self.loaded = loaded
        startOver()
        look(Arrivals())
        reckonAnew()
    }

    private func reckonAnew() {
        if reckoning.start(by: loaded) { soon { $0.reckonMore() } }
    }

    /// Some cases; the next ones wait their turn behind whatever else the queue holds.
    private func reckonMore() {
        do {
            switch try reckoning.more() {
            case .goesOn: soon { $0.reckonMore() }
            case .finished: if hasCaughtUp { followers.goOn() }
            case .idle: break
            }
        } catch {
            logger.error(
                "the cases could not be reckoned anew; trying again in 10 seconds", metadata: ["reason": "\(error)"])
            soon(after: .seconds(10)) { $0.reckonMore() }
        }
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
            note(.looking, [.init("\(error)")])
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
            if intake.lookAgain == nil {
                note(.starting, [])
                catchUp()
            }
            if hasCaughtUp, hasErasures {
                hasErasures = false
                followers.erasures.look(self)
            }
            if !unreadable.isEmpty { watcher?.lookAgain(afterMilliseconds: IntakeLoop.longPause) }
            if let pause = intake.lookAgain { watcher?.lookAgain(afterMilliseconds: pause) }
            return
        }
        do {
            try take(batch)
            soon { $0.work() }
        } catch {
            // Nothing has been moved, so nothing is lost; the files are read again, from their beginning.
            startOver()
            note(.taking, [reason(of: error)])
            isWorking = false
            catchUp()
            watcher?.lookAgain(afterMilliseconds: IntakeLoop.pause)
        }
    }

    /// Does `body` while no file is being read; else the erasures are asked to look again when none is. Not to be called in
    /// its own turn.
    ///
    /// - Returns: whether it was done.
    nonisolated func whenNothingWaits(_ body: () throws -> Void) rethrows -> Bool {
        try queue.serial.sync {
            let isReading = assumeIsolated { loop in
                if loop.isWorking { loop.hasErasures = true }
                return loop.isWorking
            }
            if !isReading { try body() }
            return !isReading
        }
    }

    private func catchUp() {
        guard !hasCaughtUp else { return }
        hasCaughtUp = true
        followers.goOn()
    }

    /// What is known is told although files still wait: one that never rests must not keep everybody from being told.
    private func waitNoLonger() {
        guard !hasCaughtUp, watcher != nil else { return }
        let waiting = (try? spool.waitingFiles()).map { $0 == 1 ? "1 file" : "\($0) files" } ?? "files"
        let reason =
            "\(waiting) in \(spool.incomingPath) could not be read before people were told what is known: see whether "
            + "somebody is still writing there; what is read later is told then"
        note(.starting, [.init(reason)])
        catchUp()
    }

    private func take(_ batch: Batch) throws {
        var batch = batch
        unreadable.formUnion(batch.troubles.map(reason))
        for export in batch.imports { export.log(to: logger, loaded) }
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
            if hasCaughtUp { followers.goOn() }
        }
        let settlement = try settler.settle(batch, at: wallTime)
        for rejected in settlement.rejected { tally.countRefused(rejected.refusals.count) }
        settlement.log(to: logger, loaded)
    }

    private func note(_ kind: IntakeTroubles.Kind, _ reasons: Set<IntakeTroubles.Reason>) {
        if troubles.set(kind, reasons, at: clock.now) { followers.metrics.write() }
    }

    private func reason(of error: any Error) -> IntakeTroubles.Reason {
        .init(error, namesCase: loaded.settings.journalNamesCase)
    }
}
