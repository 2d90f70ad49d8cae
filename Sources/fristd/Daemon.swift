import ArgumentParser
import Configuration
import Deadlines
import Dispatch
import Glibc
import Logging
import Notices
import Rules
import Spool
import Store
import Systemd

/// The daemon: its parts, and how signals and the service manager reach them.
///
/// Sendable by its loops' queues; what is its own is set once, before they start.
final class Daemon: @unchecked Sendable {
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
            try StateDirectory.make(directories.state)
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
            let status = StatusLine(
                store: store, clock: clock, settings: loaded.settings, notifier: notifier, logger: logger)
            let sending = SendingLoop(store: store, clock: clock, logger: logger, sender: sender, loaded: loaded) {
                status.refresh()
            }
            let digests = DigestLoop(clock: clock, logger: logger, loaded: loaded)
            self.status = status
            self.digests = digests
            self.sending = sending
            let metrics = MetricsLoop(
                store: store, clock: clock, logger: logger, settings: loaded.settings, tally: tally,
                lateness: lateness, troubles: troubles)
            self.metrics = metrics
            intake = IntakeLoop(
                spool: SpoolDirectory(path: directories.spool), store: store, clock: clock, logger: logger,
                loaded: loaded, tally: tally, troubles: troubles
            ) {
                sending.queue.async { sending.work() }
                digests.queue.async { digests.begin() }
                status.refresh()
            }
            let erasures = ErasureLoop(
                store: store, clock: clock, logger: logger, loaded: loaded,
                parts: .init(intake: intake, sending: sending, digests: digests))
            intake.erasuresAsked = { erasures.look() }
            intake.troublesChanged = { metrics.write() }
            self.erasures = erasures
        } catch {
            logger.critical("fristd cannot start", metadata: ["reason": "\(error)"])
            throw ExitCode.failure
        }
    }

    /// Runs until a signal ends the process.
    func run() throws -> Never {
        handle(SIGTERM) { [self] in stop() }
        handle(SIGINT) { [self] in stop() }
        handle(SIGHUP) { [self] in reload() }
        handle(SIGUSR1) { [self] in sending.queue.async { [self] in sending.reopen() } }
        try startHeartbeat()
        do { try intake.queue.sync { try intake.start() } } catch {
            logger.critical("fristd cannot start", metadata: ["reason": "\(error)"])
            throw ExitCode.failure
        }
        // A signal that came before its handler is there would be lost.
        handlers.wait()
        status.ready()
        metrics.write()
        logger.info(
            "ready", metadata: ["spool": "\(directories.spool)", "clock": "\(status.zone.text(of: clock.now))"])
        dispatchMain()
    }

    private func handle(_ number: Int32, _ handler: @escaping @Sendable () -> Void) {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: intake.queue)
        source.setEventHandler(handler: handler)
        handlers.enter()
        source.setRegistrationHandler { [self] in handlers.leave() }
        source.activate()
        sources.append(source)
    }

    /// Tells the service manager, the lock file and the metrics that the daemon works, only after both queues have done
    /// something and the store has really been read. One timer for all of them: an idle machine is to sleep.
    private func startHeartbeat() throws {
        let watchdog = try Watchdog.fromEnvironment()
        let timer = DispatchSource.makeTimerSource(queue: intake.queue)
        let interval = Int(min(watchdog?.pingInterval ?? .seconds(90), .seconds(90)) / .milliseconds(1))
        timer.schedule(deadline: .now(), repeating: .milliseconds(interval), leeway: .milliseconds(interval / 10))
        timer.setEventHandler { [self] in
            do { try store.check() } catch {
                logger.error("the store does not answer", metadata: ["reason": "\(error)"])
                return
            }
            sending.queue.async { [self] in
                if watchdog != nil { notify(.watchdog) }
                lock.beat()
                metrics.write()
            }
        }
        timer.activate()
        sources.append(timer)
    }

    private func reload() {
        notify(.reloading)
        do throws(Faults) {
            var changed = try source.load()
            changed.begun = begun
            let loaded = changed
            if loaded.settings.directories != directories {
                logger.warning("changed directories take effect after a restart; the old ones are used until then")
            }
            sending.queue.sync { sending.use(loaded) }
            status.use(loaded.settings)
            metrics.use(loaded.settings)
            intake.use(loaded)
            digests.queue.async { [self] in digests.use(loaded) }
            erasures.use(loaded)
            logger.info("reloaded")
            notify(.ready, .status(status.text()))
        } catch {
            for fault in error.list {
                logger.error("the configuration is refused; the old one stays", metadata: ["reason": "\(fault)"])
            }
            notify(.ready, .status("configuration refused, the old one stays: \(error.list.first?.description ?? "")"))
        }
    }

    private func stop() {
        notify(.stopping, .status("stopping"))
        intake.stop()
        sending.queue.sync { sending.stop() }
        digests.stop()
        logger.info("stopped")
        exit(EXIT_SUCCESS)
    }

    private func notify(_ states: ServiceState...) {
        status.notify(states)
    }
}
