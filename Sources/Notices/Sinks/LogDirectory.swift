import Glibc

/// A directory for logs.
enum LogDirectory {
    /// Makes it and those above it, where they are missing.
    static func make(_ path: String) throws(LogFileError) {
        if mkdir(path, 0o750) == 0 { return try AppendFile.flushDirectory(of: path) }
        if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try make(String(path[..<slash]))
            if mkdir(path, 0o750) == 0 { return try AppendFile.flushDirectory(of: path) }
        }
        guard errno == EEXIST else { throw LogFileError(path, "made", errno) }
    }
}
