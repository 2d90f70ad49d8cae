import Glibc
import Systemd

/// A bar on the terminal for work that takes over two seconds, on standard error and gone with this object. Where
/// standard error is no terminal, or a dumb one, nothing is ever drawn.
///
/// For use on one thread. While it stands, lines for standard error go through ``say(_:)``.
final class Progress {
    private let work: Work
    private let label: String
    private let terminal: Terminal?
    private let clock: () -> Duration
    private let began: Duration
    private let waiting: Duration
    private var drawn: Duration?
    private var done = 0

    /// What is known of a work before it is done.
    enum Work: Equatable {
        /// It has so many steps.
        case steps(Int)
        /// Its steps can be counted as they are done.
        case counted
        /// It has none that can be seen from here: the time it takes is shown.
        case timed
    }

    /// Work that may take long.
    ///
    /// - Parameters:
    ///   - work: what is known of it.
    ///   - label: what is being done: "reading updates".
    ///   - clock: time since whenever, never set back.
    ///   - since: since when somebody waits, by that clock: for the program's first work, or for one before this.
    init(
        _ work: Work, label: String, terminal: Terminal? = Terminal(descriptor: STDERR_FILENO),
        clock: @escaping () -> Duration = Progress.monotonic, since: Duration? = Progress.programBegan
    ) {
        self.work = work
        self.label = label
        self.terminal = terminal
        self.clock = clock
        began = clock()
        waiting = since ?? began
    }

    deinit { finish() }

    /// So much more is done; 0 where only time goes by.
    func advance(by steps: Int = 1) { advance(to: done + steps) }

    /// So much is done by now.
    func advance(to steps: Int) {
        done = steps
        guard terminal != nil else { return }
        let now = clock()
        if drawn.map({ now - $0 >= Progress.pause }) ?? takesLong(now) { draw(now) }
    }

    /// Tells a line on standard error, above the bar.
    func say(_ line: String) {
        erase()
        StandardError.write(line)
    }

    /// All is done, or will not be: the bar goes.
    func finish() { erase() }

    /// Not drawn more often: nobody reads faster.
    private static let pause = Duration.milliseconds(100)
    /// What takes less is waited for without a word.
    private static let patience = Duration.seconds(2)
    /// So long is looked on before a guess of how long it will take.
    private static let glance = Duration.milliseconds(500)

    /// Whether somebody waits for more than two seconds: they have, or at this pace they will.
    private func takesLong(_ now: Duration) -> Bool {
        if now - waiting >= Progress.patience { return true }
        let elapsed = now - began
        guard case .steps(let total) = work, elapsed >= Progress.glance, done > 0, done < total else { return false }
        return now - waiting + elapsed * (total - done) / done > Progress.patience
    }

    private func draw(_ now: Duration) {
        guard let terminal else { return }
        drawn = now
        terminal.write("\r" + text(elapsed: now - began, width: terminal.width - 1) + "\u{1B}[K")
    }

    private func erase() {
        guard drawn != nil else { return }
        drawn = nil
        terminal?.write("\r\u{1B}[K")
    }

    private func text(elapsed: Duration, width: Int) -> String {
        guard case .steps(let total) = work, total > 0 else {
            return String("\(label)  \(work == .timed ? Progress.minutes(elapsed) : "\(done)")".prefix(width))
        }
        let part = min(done, total)
        let percent = String(part * 100 / total)
        let figures = String(repeating: " ", count: 3 - percent.count) + "\(percent) %  \(left(elapsed, part, total))"
        let room = min(30, width - label.count - figures.count - 6)
        guard room >= 5 else { return String("\(label) \(percent) %".prefix(width)) }
        let full = part * room / total
        let bar = String(repeating: "#", count: full) + String(repeating: ".", count: room - full)
        return "\(label)  [\(bar)]  \(figures)"
    }

    /// How long it will still take at this pace: `0:07 left`.
    private func left(_ elapsed: Duration, _ part: Int, _ total: Int) -> String {
        guard part > 0 else { return "" }
        // Rounded up: at nothing left it would seem to hang.
        return "\(Progress.minutes(elapsed * (total - part) / part + .milliseconds(999))) left"
    }

    private static func minutes(_ time: Duration) -> String {
        let seconds = time.components.seconds
        return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    }

    /// When the program began; to be asked for once before any work.
    static let programBegan = monotonic()

    /// The time since some moment, by a clock that is never set.
    static func monotonic() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
