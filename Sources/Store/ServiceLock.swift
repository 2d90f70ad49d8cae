package import Deadlines
import Files
import Glibc

/// The lock that one daemon holds on a state directory, so that two never work on one store.
///
/// The lock file says how far the daemon's clock is from the system's: other than zero only in a trial.
package final class ServiceLock: Sendable {
    private static let fileName = "fristd.lock"
    private let file: OpenFile
    /// By how many milliseconds the clock of the daemon before was ahead; nil when there was none.
    package let lastClockOffset: Int64?

    /// Takes the lock.
    ///
    /// - Parameter clockOffset: milliseconds by which the daemon's clock is ahead of the system's.
    /// - Throws: ``ServiceLockError`` when another daemon holds it, or the file cannot be made.
    package init(directory: String, clockOffset: Int64) throws(ServiceLockError) {
        let path = "\(directory)/\(ServiceLock.fileName)"
        do { file = try OpenFile(path, O_RDWR | O_CREAT | O_NOFOLLOW) } catch {
            throw .unusable(path: path, reason: error.reason)
        }
        guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .held(path: path) }
        lastClockOffset = ServiceLock.offset(in: file)
        do throws(FileError) {
            try file.truncate(to: 0)
            try file.write(Array("\(clockOffset)\n".utf8))
        } catch { throw .unusable(path: path, reason: error.reason) }
    }

    /// Leaves a sign of life in the lock file.
    package func beat() {
        // Should the file system refuse, the sign is missed, which is what it is for.
        futimens(file.descriptor, nil)
    }

    /// Whether a daemon holds the lock on the state directory.
    package static func sight(of directory: String) -> DaemonSight {
        let file: OpenFile
        do { file = try OpenFile("\(directory)/\(fileName)", O_RDONLY | O_NOFOLLOW) } catch {
            return [EACCES, EPERM].contains(error.code) ? .unseen : .stopped
        }
        guard flock(file.descriptor, LOCK_SH | LOCK_NB) != 0, let status = try? file.status() else { return .stopped }
        return .running(lastBeat: status.lastWritten, clockOffset: offset(in: file) ?? 0)
    }

    private static func offset(in file: OpenFile) -> Int64? {
        guard let bytes = try? file.bytes(atMost: 32) else { return nil }
        return Int64(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
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
