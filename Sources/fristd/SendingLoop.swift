import Configuration
import Deadlines
import Dispatch
import Logging
import Notices
import Store
import Systemd
import Telling

/// Sends notices at their time, by one timer armed for the earliest.
actor SendingLoop: Loop {
    let queue = LoopQueue("fristd.sending")
    private let store: Store
    private let clock: DaemonClock
    private let logger: Logger
    private let sender: Sender
    private let status: StatusLine
    private let timer: LoopTimer
    private var loaded: LoadedSettings
    /// Whether all that waited at start has been taken in; before that nothing may be told.
    private var hasBegun = false
    /// How often the store has failed in a row, and why the last time.
    private var failures = 0
    private var reason: String?
    private var random = SystemRandomNumberGenerator()
    private var clockWatch: ClockWatch?
    private var isStopped = false

    init(
        store: Store, clock: DaemonClock, logger: Logger, sender: sending Sender, loaded: LoadedSettings,
        status: StatusLine
    ) {
        self.store = store
        self.clock = clock
        self.logger = logger
        self.sender = sender
        self.loaded = loaded
        self.status = status
        timer = LoopTimer(on: queue)
        timer.start(self) { $0.work() }
    }

    /// Begins to watch the clock.
    func start() {
        // The timer follows a clock that is set, but what waits for a retry would wait as much longer as it is set back.
        do throws(ClockWatchError) {
            clockWatch = try ClockWatch(queue: queue.serial) { [weak self] in
                self?.assumeIsolated { $0.clockWasSet() }
            }
        } catch {
            logger.warning("the clock is not watched", metadata: ["reason": "\(error)"])
        }
    }

    /// Does what is due, and arms the timer for what comes next.
    func work() {
        guard !isStopped else { return }
        hasBegun = true
        let moment = clock.now
        do throws(StoreError) {
            try store.watchFeed(at: moment, by: loaded.settings.feedWatch)
            let count = try sender.sendDue()
            if count > 0 { logger.info("sent notices", metadata: ["count": "\(count)"]) }
            // What comes near is put into the queue a little at a time: what falls due meanwhile goes before.
            let isMoreNear = try store.stage(at: moment, using: loaded.reckoner)
            if isMoreNear { soon { $0.work() } } else { try arm(after: moment) }
            recover()
            status.refresh()
        } catch {
            wait(for: error)
        }
    }

    /// The store does not answer: nothing can be sent, and what was, not be marked. Told once for each reason.
    private func wait(for error: StoreError) {
        failures += 1
        let pause = RetryPolicy.standard.pause(after: failures, using: &random)
        if reason != error.description {
            logger.error("notices wait until the store works again", metadata: ["reason": "\(error)"])
        }
        reason = error.description
        timer.arm(at: .now() + .milliseconds(Int(pause)))
    }

    private func recover() {
        guard failures > 0 else { return }
        logger.notice("the store works again", metadata: ["failures": "\(failures)"])
        failures = 0
        reason = nil
    }

    /// Arms the timer for the earliest thing to do; the wall clock, so that it follows the clock when that is set.
    ///
    /// - Parameter moment: up to when the feed has been watched; what fell since is still to be done.
    private func arm(after moment: Instant) throws(StoreError) {
        let silent = try store.feedHeard().flatMap { loaded.settings.feedWatch.silent(since: $0) }
        let ahead = silent.flatMap { $0 > moment ? $0 : nil }
        let wake = try store.nextWake(by: loaded.reckoner)
        let next = [wake, ahead].compactMap(\.self).min()
        timer.arm(at: next.map { clock.wallTime(of: $0) })
    }

    /// Works by other settings from now on.
    func use(_ loaded: LoadedSettings) {
        self.loaded = loaded
        sender.use(
            wording: loaded.wording, zone: loaded.zone, journalNamesCase: loaded.settings.journalNamesCase,
            reckoner: loaded.reckoner)
    }

    /// Goes on in new files, after the old ones were renamed; a good time to try what was held up.
    func reopen() {
        sender.reopen()
        if hasBegun { work() }
    }

    /// Does `body` while nothing is sent, and goes on in the files that are there then. Not to be called in its own turn.
    nonisolated func whilePaused<Result>(_ body: () throws -> Result) rethrows -> Result {
        try queue.serial.sync {
            defer { assumeIsolated { $0.sender.reopen() } }
            return try body()
        }
    }

    private func clockWasSet() {
        logger.notice("the clock was set", metadata: ["clock": "\(loaded.zone.text(of: clock.now))"])
        if hasBegun { work() }
    }

    func stop() {
        clockWatch = nil
        isStopped = true
        timer.cancel()
    }
}
