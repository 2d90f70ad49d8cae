import Glibc

/// Lines for standard error.
enum StandardError {
    /// Prints one line.
    static func print(_ line: String) {
        fputs(line + "\n", stderr)
    }
}
