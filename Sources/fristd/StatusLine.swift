import Configuration
import Deadlines
import Dispatch
import Logging
import Notices
import Store
import Synchronization
import Systemd
import Telling

/// The line that `systemctl status` shows: counts, and what comes next.
final class StatusLine: Sendable {
    private let store: Store
    private let clock: DaemonClock
    private let notifier: ServiceNotifier
    private let logger: Logger
    private let queue = DispatchQueue(label: "fristd.status")
    private let state: Mutex<State>

    private struct State {
        var settings: Settings
        /// Whether the service manager knows that the daemon is ready; before that it is told nothing.
        var isReady = false
        /// Whether it is to be told anew shortly.
        var isAsked = false
        /// When it may be told again.
        var next = DispatchTime(uptimeNanoseconds: 1)
    }

    init(store: Store, clock: DaemonClock, settings: Settings, notifier: ServiceNotifier, logger: Logger) {
        self.store = store
        self.clock = clock
        self.notifier = notifier
        self.logger = logger
        state = Mutex(State(settings: settings))
    }

    var zone: Zone { state.withLock { $0.settings.calendar.zone } }

    /// Works by other settings from now on.
    func use(_ settings: Settings) { state.withLock { $0.settings = settings } }

    /// Tells the line anew: at once, but at most once a second however often it is called, and for no more than a twentieth of the
    /// time: counting takes the longer the more there is, and what is counted waits for it.
    func refresh() {
        let time = state.withLock { state -> DispatchTime? in
            if state.isAsked || !state.isReady { return nil }
            state.isAsked = true
            return max(.now(), state.next)
        }
        guard let time else { return }
        queue.asyncAfter(deadline: time) { [self] in
            state.withLock { $0.isAsked = false }
            let begun = DispatchTime.now()
            notify([.status(text())])
            let took = DispatchTime.now().uptimeNanoseconds - begun.uptimeNanoseconds
            let rest = max(1_000_000_000, 20 * took)
            state.withLock { $0.next = DispatchTime(uptimeNanoseconds: begun.uptimeNanoseconds + rest) }
        }
    }

    /// Tells that the daemon is ready, with the line.
    func ready() {
        notify([.ready, .status(text())])
        state.withLock { $0.isReady = true }
    }

    /// The line.
    func text() -> String {
        do {
            let settings = state.withLock { $0.settings }
            let now = clock.now
            let counts = try store.counts(at: now, reach: settings.reach(try store.sources(), at: now))
            let zone = settings.calendar.zone
            let waiting = counts.notices[.waiting] ?? 0
            let trouble = [(QueuedNotice.State.sending, "held up"), (.failed, "failed")].compactMap { state, word in
                counts.notices[state].map { ", \($0) \(word)" }
            }.joined()
            let next = [
                counts.nextDue.map { "next due \($0.brief(in: zone))" },
                counts.nextNotice.map { "next notice \(Moment.instant($0).brief(in: zone))" },
            ].compactMap(\.self).joined(separator: ", ")
            return "\(counts.cases) cases, \(counts.missing) overdue, \(counts.pending) pending, "
                + "\(waiting) notices waiting\(trouble)" + (next.isEmpty ? "" : "; \(next)")
        } catch {
            return "the store does not answer: \(error)"
        }
    }

    func notify(_ states: [ServiceState]) {
        do { try notifier.notify(states) } catch {
            logger.warning("the service manager could not be told", metadata: ["reason": "\(error)"])
        }
    }
}
