import ArgumentParser
import Configuration
import Deadlines
import Dispatch
import Files
import Glibc
import Logging
import Notices
import Rules
import Spool
import Store
import Systemd

/// The daemon: its parts, and how signals and the service manager reach them.
actor Daemon: Loop {
    let queue = LoopQueue("fristd")
    private let source: SettingsSource
    private let clock: DaemonClock
    private let logger = Logger(label: "fristd")
    private let notifier = ServiceNotifier()
    private let lock: ServiceLock
    private let store: Store
    private let intake: IntakeLoop
    private let sending: SendingLoop
    private let digests: DigestLoop
    private let metrics: MetricsLoop
    private let erasures: ErasureLoop
    private let directories: Settings.Directories
    private let status: StatusLine
    private let begun: Instant
    private var sources: [any DispatchSourceProtocol] = []
    private let handlers = DispatchGroup()

    init(source: SettingsSource, settings: LoadedSettings, clock: DaemonClock) throws {
        var loaded = settings
        self.source = source
        self.clock = clock
        directories = loaded.settings.directories
        do {
            try Directory.make(directories.state)
            lock = try ServiceLock(directory: directories.state, clockOffset: clock.offset)
            store = try Store(directory: directories.state)
            begun = try store.begin(at: clock.now)
            loaded.begun = begun
            let loaded = loaded
            let (tally, lateness, troubles) = (UpdateTally(), LatenessHistogram(), IntakeTroubles(logger: logger))
            let sender = try Sender(
                store: store, logDirectory: directories.log, clock: clock, logger: logger, wording: loaded.wording,
                zone: loaded.zone, journalNamesCase: loaded.settings.journalNamesCase, reckoner: loaded.reckoner,
                lastClockOffset: lock.lastClockOffset, lateness: lateness)
            status = StatusLine(
                store: store, clock: clock, settings: loaded.settings, notifier: notifier, logger: logger)
            sending = SendingLoop(
                store: store, clock: clock, logger: logger, sender: sender, loaded: loaded, status: status)
            digests = DigestLoop(clock: clock, logger: logger, loaded: loaded)
            metrics = MetricsLoop(
                store: store, clock: clock, logger: logger, settings: loaded.settings, tally: tally,
                lateness: lateness, troubles: troubles)
            erasures = ErasureLoop(
                store: store, clock: clock, logger: logger, loaded: loaded, sending: sending, digests: digests)
            intake = IntakeLoop(
                spool: SpoolDirectory(path: directories.spool), store: store, clock: clock, logger: logger,
                loaded: loaded, tally: tally, troubles: troubles,
                followers: .init(
                    sending: sending, digests: digests, erasures: erasures, metrics: metrics, status: status))
        } catch {
            logger.critical("fristd cannot start", metadata: ["reason": "\(error)"])
            throw ExitCode.failure
        }
    }

    /// Runs until a signal ends the process.
    nonisolated func run() throws -> Never {
        do {
            try inTurn { try $0.start() }
            sending.inTurn { $0.start() }
            try intake.inTurn { try $0.start() }
        } catch {
            logger.critical("fristd cannot start", metadata: ["reason": "\(error)"])
            throw ExitCode.failure
        }
        // A signal that came before its handler is there would be lost.
        handlers.wait()
        status.ready()
        metrics.write()
        logger.info(
            "ready", metadata: ["spool": "\(directories.spool)", "clock": "\(status.zone.text(of: clock.now))"])
        if !Journal.isListening {
            logger.notice("no journal listens: what people are told stands in the log files alone")
        }
        dispatchMain()
    }

    private func start() throws {
        handle(SIGTERM) { $0.stop() }
        handle(SIGINT) { $0.stop() }
        handle(SIGHUP) { $0.reload() }
        handle(SIGUSR1) { daemon in daemon.sending.soon { $0.reopen() } }
        try startHeartbeat()
    }

    private func handle(_ number: Int32, _ handler: @escaping @Sendable (isolated Daemon) -> Void) {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue.serial)
        source.setEventHandler { [self] in assumeIsolated(handler) }
        handlers.enter()
        source.setRegistrationHandler { [handlers] in handlers.leave() }
        source.activate()
        sources.append(source)
    }

    /// Tells the service manager, the lock file and the metrics that the daemon works, only after intake and sending have
    /// had a turn and the store has really been read. One timer for all of them: an idle machine is to sleep.
    private func startHeartbeat() throws {
        let watchdog = try Watchdog.fromEnvironment()
        let timer = DispatchSource.makeTimerSource(queue: queue.serial)
        let interval = Int(min(watchdog?.pingInterval ?? .seconds(90), .seconds(90)) / .milliseconds(1))
        timer.schedule(deadline: .now(), repeating: .milliseconds(interval), leeway: .milliseconds(interval / 10))
        timer.setEventHandler { [self] in
            intake.soon { [self] _ in
                do { try store.check() } catch {
                    logger.error("the store does not answer", metadata: ["reason": "\(error)"])
                    return
                }
                sending.soon { [self] _ in
                    if watchdog != nil { status.notify([.watchdog]) }
                    lock.beat()
                    metrics.write()
                }
            }
        }
        timer.activate()
        sources.append(timer)
    }

    private func reload() {
        status.notify([.reloading])
        do throws(Faults) {
            var changed = try source.load()
            changed.begun = begun
            let loaded = changed
            if loaded.settings.directories != directories {
                logger.warning("changed directories take effect after a restart; the old ones are used until then")
            }
            sending.inTurn { $0.use(loaded) }
            status.use(loaded.settings)
            metrics.use(loaded.settings)
            intake.inTurn { $0.use(loaded) }
            digests.soon { $0.use(loaded) }
            erasures.use(loaded)
            logger.info("reloaded")
            status.notify([.ready, .status(status.text())])
        } catch {
            for fault in error.list {
                logger.error("the configuration is refused; the old one stays", metadata: ["reason": "\(fault)"])
            }
            let first = error.list.first?.description ?? ""
            status.notify([.ready, .status("configuration refused, the old one stays: \(first)")])
        }
    }

    private func stop() {
        status.notify([.stopping, .status("stopping")])
        intake.inTurn { $0.stop() }
        sending.inTurn { $0.stop() }
        digests.stop()
        logger.info("stopped")
        exit(EXIT_SUCCESS)
    }
}
