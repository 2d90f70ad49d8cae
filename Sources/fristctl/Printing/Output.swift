import Glibc
import Notices
import Systemd

/// A place that lines go to, and what it can show: a terminal of some width, perhaps in colours, or a file or pipe that gets
/// everything in full and nothing else.
struct Output: Sendable {
    /// The terminal's width in columns; nil where it is none, and nothing is cut off.
    let width: Int?
    /// Whether it shows colours.
    let hasColours: Bool
    /// Whether a line on it can be drawn anew.
    let isMovable: Bool

    /// A file or a pipe.
    static let plain = Output(isTerminal: false, columns: nil) { _ in nil }
    /// Standard output.
    static var standard: Output { Output(descriptor: STDOUT_FILENO) }
    /// Standard error.
    static var error: Output { Output(descriptor: STDERR_FILENO) }

    /// What lies behind a descriptor.
    init(descriptor: Int32, variable: (String) -> String? = Environment.value) {
        self.init(
            isTerminal: isatty(descriptor) == 1, columns: Output.columns(of: descriptor), variable: variable)
    }

    /// What can be shown in this environment (see no-color.org; a dumb terminal knows no escape sequences).
    ///
    /// - Parameters:
    ///   - columns: what the terminal itself says; `COLUMNS` overrules it, and 80 is taken where neither says anything.
    ///   - variable: the environment's variables, nil where they are absent or empty.
    init(isTerminal: Bool, columns: Int?, variable: (String) -> String?) {
        let isDumb = variable("TERM").map { $0 == "dumb" } ?? true
        isMovable = isTerminal && !isDumb
        hasColours = isMovable && variable("NO_COLOR") == nil
        let wanted = variable("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        width = isTerminal ? wanted ?? columns ?? 80 : nil
    }

    /// `text` in the colour of its tone.
    func painted(_ text: String, _ tone: Tone) -> String {
        guard hasColours, let colour = tone.colour, !text.isEmpty else { return text }
        return "\u{1B}[\(colour)m\(text)\u{1B}[0m"
    }

    /// The lines of `text`, those that are wider than the terminal broken.
    func wrapped(_ text: String) -> [String] {
        guard let width else { return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        return WrappedText.lines(of: text, width: width)
    }

    /// Prints lines to standard output.
    func print(_ lines: [String]) {
        for line in lines { Swift.print(line) }
    }

    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

/// How urgent something is that is shown.
enum Tone: Sendable {
    /// Like all other text.
    case plain
    /// All is well.
    case good
    /// Not certain, or not all well.
    case doubtful
    /// Overdue, or failing.
    case alarming

    /// The parameters of the escape sequence that selects its colour (ECMA-48, SGR).
    fileprivate var colour: String? {
        switch self {
        case .plain: nil
        case .good: "32"
        case .doubtful: "33"
        case .alarming: "1;31"
        }
    }
}
