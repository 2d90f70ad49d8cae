import Files
import Glibc
import Synchronization

/// Standard error, a whole line at a time.
package enum StandardError {
    private static let file = Mutex(OpenFile(descriptor: STDERR_FILENO, path: "standard error"))

    /// Whether a line would be taken at once.
    static var hasRoom: Bool {
        var wanted = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
        return poll(&wanted, 1, 0) == 1 && wanted.revents & Int16(POLLOUT) != 0
    }

    /// Writes the line and a line feed. Lines of several threads do not mix. What cannot be written is lost: there is no
    /// further place to say so.
    package static func write(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        file.withLock { try? $0.write(bytes) }
    }
}
