import Glibc
import Systemd

/// A bar on the terminal for work that takes over two seconds, on standard error and gone when the work is done. Where
/// standard error is no terminal, or a dumb one, nothing is ever drawn.
///
/// For use on one thread. While it stands, lines for standard error go through ``say(_:)``.
final class Progress {
    private let total: Int?
    private let label: String
    private let terminal: Terminal?
    private let clock: () -> Duration
    private let began: Duration
    private let waiting: Duration
    private var drawn: Duration?
    private var done = 0

    /// Where a bar is drawn.
    struct Terminal: Sendable {
        let descriptor: Int32
        let width: Int

        /// The terminal behind a descriptor; nil where there is none that can draw a line anew.
        init?(descriptor: Int32, variable: (String) -> String? = Output.variable) {
            let output = Output(descriptor: descriptor, variable: variable)
            guard output.isMovable, let width = output.width else { return nil }
            self.descriptor = descriptor
            self.width = width
        }

        fileprivate func write(_ text: String) {
            var bytes = Array(text.utf8)[...]
            while !bytes.isEmpty {
                let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
                if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { return }
            }
        }
    }

    /// Work that may take long.
    ///
    /// - Parameters:
    ///   - total: how many steps it has; nil where that is not known, and they are only counted.
    ///   - label: what is being done: "reading updates".
    ///   - clock: time since whenever, never set back.
    ///   - since: since when somebody waits, by that clock: for the program's first work, or for one before this.
    init(
        total: Int?, label: String, terminal: Terminal? = Terminal(descriptor: STDERR_FILENO),
        clock: @escaping () -> Duration = Progress.monotonic, since: Duration? = Progress.programBegan
    ) {
        self.total = total
        self.label = label
        self.terminal = terminal
        self.clock = clock
        began = clock()
        waiting = since ?? began
    }

    deinit { finish() }

    /// So much more is done.
    func advance(by steps: Int = 1) {
        done += steps
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
        guard let total, elapsed >= Progress.glance, done > 0, done < total else { return false }
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
        guard let total, total > 0 else { return String("\(label)  \(done)".prefix(width)) }
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
        let seconds = (elapsed * (total - part) / part).components.seconds
        return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60) left"
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
