import Deadlines
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

    /// When the file in it that was written last was written, by the system's clock; nil when it has none or is not there.
    static func lastChange(in path: String) -> Instant? {
        guard let stream = opendir(path) else { return nil }
        defer { closedir(stream) }
        var last: Instant?
        while let entry = readdir(stream) {
            var status = stat()
            let found = withUnsafeBytes(of: &entry.pointee.d_name) { name in
                name.bindMemory(to: CChar.self).baseAddress.map {
                    fstatat(dirfd(stream), $0, &status, AT_SYMLINK_NOFOLLOW)
                }
            }
            guard found == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            last = max(last ?? status.lastWritten, status.lastWritten)
        }
        return last
    }
}

extension stat {
    /// When the file was last written, by the system's clock.
    var lastWritten: Instant {
        Instant(milliseconds: Int64(st_mtim.tv_sec) * 1000 + Int64(st_mtim.tv_nsec) / 1_000_000)
    }
}
