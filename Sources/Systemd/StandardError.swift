import Glibc
import Synchronization

/// Standard error, a whole line at a time.
public enum StandardError {
    private static let turn = Mutex(())

    /// Writes the line and a line feed. Lines of several threads do not mix. What cannot be written is lost: there is no
    /// further place to say so.
    public static func write(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        turn.withLock { _ in
            var written = 0
            while written < bytes.count {
                let count = bytes[written...].withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
                if count >= 0 {
                    written += count
                } else if errno == EAGAIN {
                    // A pipe that others set to non-blocking: half a line would spoil the next one.
                    var wanted = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
                    poll(&wanted, 1, -1)
                } else if errno != EINTR {
                    return
                }
            }
        }
    }
}
