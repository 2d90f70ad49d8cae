import Deadlines
import Dispatch
import Logging
import Notices
import Store

/// Sends notices at their time, by one timer armed for the earliest, on a queue of its own.
///
/// Sendable by that queue: everything but the initialiser and `queue` is used on it alone.
final class SendingLoop: @unchecked Sendable {
    let queue = DispatchQueue(label: "fristd.sending")
    private let store: Store
    private let clock: DaemonClock
    private let logger: Logger
    private let sender: Sender
    private let timer: any DispatchSourceTimer
    /// Called after something was sent.
    private let sent: @Sendable () -> Void
    private var loaded: LoadedSettings
    /// Whether all that waited at start has been taken in; before that nothing may be told.
    private var hasBegun = false
    private var isStopped = false

    init(
        store: Store, clock: DaemonClock, logger: Logger, sender: Sender, loaded: LoadedSettings,
        sent: @escaping @Sendable () -> Void
    ) {
        self.store = store
        self.clock = clock
        self.logger = logger
        self.sender = sender
        self.loaded = loaded
        self.sent = sent
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.setEventHandler { [weak self] in self?.work() }
        timer.activate()
    }

    /// Does what is due, and arms the timer for what comes next.
    func work() {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopped else { return }
        hasBegun = true
        do {
            // First what has changed by itself: a notice must be true when it goes out.
            let changed = try store.reckonChanged(at: clock.now, using: loaded.settings.reckoner)
            let count = try sender.sendDue()
            if count > 0 { logger.info("sent notices", metadata: ["count": "\(count)"]) }
            if count + changed > 0 { sent() }
            try arm()
        } catch {
            logger.error("notices could not be sent; trying again in 10 seconds", metadata: ["reason": "\(error)"])
            timer.schedule(wallDeadline: .now() + .seconds(10))
        }
    }

    /// Arms the timer for the earliest thing to do; the wall clock, so that it follows the clock when that is set.
    private func arm() throws {
        guard let next = try store.nextWake() else {
            timer.schedule(wallDeadline: .distantFuture)
            return
        }
        timer.schedule(wallDeadline: clock.wallTime(of: next), leeway: .nanoseconds(0))
    }

    /// Works by other settings from now on.
    func use(_ loaded: LoadedSettings) {
        dispatchPrecondition(condition: .onQueue(queue))
        self.loaded = loaded
        sender.use(
            wording: loaded.wording, zone: loaded.zone, journalNamesCase: loaded.settings.journalNamesCase,
            office: loaded.settings.office)
    }

    /// Goes on in new files, after the old ones were renamed; a good time to try what was held up.
    func reopen() {
        dispatchPrecondition(condition: .onQueue(queue))
        sender.reopen()
        if hasBegun { work() }
    }

    func stop() {
        dispatchPrecondition(condition: .onQueue(queue))
        isStopped = true
        timer.cancel()
    }
}
