import GRDB
import Glibc

/// What can go wrong with the store.
package enum StoreError: Error, CustomStringConvertible {
    /// The database cannot be opened.
    case unusable(path: String, reason: String)
    /// This account may not read it.
    case denied(path: String)
    /// It was written by a newer version.
    case newer(path: String)
    /// It does not flush each commit to disk, so a power failure could lose some.
    case notDurable(path: String, synchronous: Int)
    /// What is in the file is no store, or not a whole one.
    case damaged(path: String, reason: String)
    /// There is no room to write.
    case full(path: String, reason: String)
    /// Another program holds it.
    case held(path: String, reason: String)
    /// Reading or writing failed.
    case failed(reason: String)

    /// What SQLite says of opening the store at `path`.
    init(opening path: String, _ error: any Error) {
        if access(path, R_OK) != 0, errno == EACCES {
            self = .denied(path: path)
        } else {
            self = StoreError(known: error, at: path) ?? .unusable(path: path, reason: "\(error)")
        }
    }

    /// What SQLite says of reading or writing the store at `path`.
    init(using path: String, _ error: any Error) {
        self = StoreError(known: error, at: path) ?? .failed(reason: "\(error)")
    }

    private init?(known error: any Error, at path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else { return nil }
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, reason: "\(error)")
        case .SQLITE_FULL: self = .full(path: path, reason: "\(error)")
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .held(path: path, reason: "\(error)")
        default: return nil
        }
    }

    /// One sentence that says what to do.
    package var description: String {
        switch self {
        case .unusable(let path, let reason):
            "the store \(path) cannot be opened (\(reason)); check that the directory exists and belongs to the service's user"
        case .denied(let path):
            "the store \(path) is not for this account to read; it is for the service's user and its group"
        case .newer(let path):
            "the store \(path) was written by a newer fristd and has been left untouched; install that version again"
        case .notDurable(let path, let synchronous):
            "the store \(path) has synchronous=\(synchronous) instead of FULL; do not run on it, and report this"
        case .damaged(let path, let reason):
            "the store \(path) is damaged (\(reason)); stop fristd, keep the file, put the last file that fristctl backup "
                + "wrote in its place, remove \(path)-wal and \(path)-shm, and start it; man fristctl, backup, says how"
        case .full(let path, let reason):
            "the disk of the store \(path) is full (\(reason)); make room, and fristd goes on by itself: nothing is lost"
        case .held(let path, let reason):
            "the store \(path) is held by another program (\(reason)); let that end, and fristd goes on by itself"
        case .failed(let reason):
            "the store could not be read or written (\(reason)); see what the kernel says of its disk (journalctl -k)"
        }
    }
}
