import Deadlines
import Glibc

/// Lines for standard error, for those who run a command by hand.
public enum StandardError {
    /// Prints one line.
    public static func print(_ line: String) {
        var bytes = Array((line + "\n").utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            // Nobody is left to tell when standard error is gone.
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Prints each fault on a line of its own.
    public static func print(_ faults: [Fault]) {
        for fault in faults { print(fault.description) }
    }
}
