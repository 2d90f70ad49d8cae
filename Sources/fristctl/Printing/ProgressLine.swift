import Glibc

/// How far something has come that takes a while: a line on the terminal after two seconds, and nothing in a pipe.
struct ProgressLine {
    private let noun: String
    private let total: Int
    private let started = ContinuousClock.now
    private var shown: ContinuousClock.Instant?

    /// The line for `total` things of this name.
    init(_ noun: String, of total: Int) {
        self.noun = noun
        self.total = total
    }

    /// Tells how many are done.
    mutating func show(_ done: Int) {
        let now = ContinuousClock.now
        guard isatty(STDERR_FILENO) == 1, now - started > .seconds(2),
            shown.map({ now - $0 > .milliseconds(200) }) ?? true
        else { return }
        shown = now
        let width = 30
        let filled = total > 0 ? min(width, done * width / total) : width
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        put("\r\(bar) \(done) of \(total) \(noun)")
    }

    /// Takes the line away again.
    func end() {
        if shown != nil { put("\r\u{1B}[K") }
    }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        // A terminal that takes nothing misses nothing.
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
