package import Deadlines
import Glibc

/// The lock that one daemon holds on a state directory, so that two never work on one store.
///
/// The lock file says how far the daemon's clock is from the system's: other than zero only in a trial.
package final class ServiceLock: Sendable {
    private static let fileName = "fristd.lock"
    private let descriptor: Int32
    /// By how many milliseconds the clock of the daemon before was ahead; nil when there was none.
    package let lastClockOffset: Int64?

    /// Takes the lock.
    ///
    /// - Parameter clockOffset: milliseconds by which the daemon's clock is ahead of the system's.
    /// - Throws: ``ServiceLockError`` when another daemon holds it, or the file cannot be made.
    package init(directory: String, clockOffset: Int64) throws(ServiceLockError) {
        let path = "\(directory)/\(ServiceLock.fileName)"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else { throw .unusable(path: path, reason: String(cString: strerror(errno))) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .held(path: path)
        }
        lastClockOffset = ServiceLock.offset(in: descriptor)
        let text = Array("\(clockOffset)\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count else {
            let reason = String(cString: strerror(errno))
            close(descriptor)
            throw .unusable(path: path, reason: reason)
        }
    }

    deinit {
        close(descriptor)
    }

    /// Leaves a sign of life in the lock file.
    package func beat() {
        // Should the file system refuse, the sign is missed, which is what it is for.
        futimens(descriptor, nil)
    }

    /// Whether a daemon holds the lock on the state directory.
    package static func sight(of directory: String) -> DaemonSight {
        let descriptor = open("\(directory)/\(fileName)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return [EACCES, EPERM].contains(errno) ? .unseen : .stopped }
        defer { close(descriptor) }
        var status = stat()
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0, fstat(descriptor, &status) == 0 else { return .stopped }
        let beat = Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
        return .running(lastBeat: Instant(milliseconds: beat), clockOffset: offset(in: descriptor) ?? 0)
    }

    private static func offset(in descriptor: Int32) -> Int64? {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        return Int64(String(decoding: buffer[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}

/// What can be seen of a daemon.
package enum DaemonSight: Equatable, Sendable {
    /// It runs, and gave its last sign of life then by the system's clock; its own clock is so many milliseconds ahead.
    case running(lastBeat: Instant, clockOffset: Int64)
    /// None runs.
    case stopped
    /// This account may not look.
    case unseen
}

/// Why a state directory cannot be locked.
package enum ServiceLockError: Error, CustomStringConvertible {
    /// The file cannot be made or written.
    case unusable(path: String, reason: String)
    /// Another daemon runs on the same state.
    case held(path: String)

    /// One sentence that says what to do.
    package var description: String {
        switch self {
        case .unusable(let path, let reason):
            "\(path) cannot be written (\(reason)); check that the state directory exists and belongs to the service's user"
        case .held(let path):
            "another fristd holds \(path); stop it first, or give this one a state directory of its own"
        }
    }
}
