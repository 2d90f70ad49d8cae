import Files
import Glibc
import Synchronization

/// The system's journal, written natively (systemd's Native Journal Protocol).
///
/// Not by sd_journal_sendv(3), which waits for ever for a journald that hangs, and says success where there is none.
package enum Journal {
    /// Where journald listens for native entries.
    package static let socket = "/run/systemd/journal/socket"

    /// What became of an entry.
    package enum Outcome: Hashable, Sendable {
        /// journald has taken it. It may still drop it, by its rate limit or for want of disk: the journal is a view.
        case taken
        /// There is no journald at all.
        case noJournal
    }

    /// Sends one entry.
    ///
    /// It waits two seconds at most for a journald that takes nothing. While one hangs the next entries are not waited with.
    /// What no datagram holds, some hundred kilobytes, loses the end of its message.
    ///
    /// - Throws: ``JournalError`` when journald is there and did not take the entry.
    @discardableResult
    package static func send(_ entry: JournalEntry) throws(JournalError) -> Outcome {
        var code = send(entry.datagram)
        if code == EMSGSIZE { code = send(entry.shortened.datagram) }
        switch code {
        case 0: return .taken
        case ENOENT: return .noJournal
        default: throw JournalError(code: code)
        }
    }

    /// Whether a journald listens now: its socket exists and someone has bound it.
    package static var isListening: Bool {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return withAddress { connect(descriptor, $0, $1) } == 0
    }

    /// Whether the last entry found no room in all that time.
    private static let isHanging = Atomic(false)

    /// How long a journald that is merely behind may keep others waiting.
    private static let patience = timeval(tv_sec: 2, tv_usec: 0)

    private static let descriptor: Int32 = {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var longest = patience
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &longest, socklen_t(MemoryLayout<timeval>.size))
        // As much as the system allows.
        var room: Int32 = 8 << 20
        setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &room, socklen_t(MemoryLayout<Int32>.size))
        return descriptor
    }()

    /// - Returns: 0, or the `errno` of why it was not taken.
    private static func send(_ datagram: [UInt8]) -> Int32 {
        let flags = isHanging.load(ordering: .relaxed) ? Int32(MSG_DONTWAIT) : 0
        var count: Int
        repeat {
            count = withAddress { sendto(descriptor, datagram, datagram.count, flags, $0, $1) }
        } while count < 0 && errno == EINTR
        let code = count < 0 ? errno : 0
        isHanging.store(code == EAGAIN, ordering: .relaxed)
        return code == EAGAIN ? ETIMEDOUT : code
    }

    private static func withAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socket.utf8) }
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

/// journald did not take an entry.
package struct JournalError: Error, Hashable, CustomStringConvertible {
    /// The `errno` of sendto(2); `ETIMEDOUT` where it had no room in all the time it was given.
    package let code: Int32

    /// One sentence for the one who runs the service.
    package var description: String {
        "The journal did not take an entry at \(Journal.socket) (\(ErrorText(code))); "
            + "see whether systemd-journald runs: systemctl status systemd-journald."
    }
}
