import Glibc
import Store

/// The directory that holds the store.
enum StateDirectory {
    /// Makes it, and the directories above it, where they are missing.
    static func make(_ path: String) throws(StateDirectoryError) {
        var made = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            made += made.isEmpty && !part.isEmpty ? String(part) : "/\(part)"
            if part.isEmpty { continue }
            if mkdir(made, 0o750) != 0, errno != EEXIST {
                throw StateDirectoryError(path: made, reason: String(cString: strerror(errno)))
            }
        }
    }
}

/// A directory that cannot be made.
struct StateDirectoryError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String {
        "the directory \(path) cannot be made (\(reason)); make it, or name another under [state] in the configuration"
    }
}
