import Glibc

/// Directories by their paths.
extension Directory {
    /// Makes the directory at `path` and those above it, where they are missing, and makes that durable; their rights are
    /// 0750 less the umask.
    package static func make(_ path: String) throws(FileError) {
        if mkdir(path, 0o750) == 0 { return try sync(of: path) }
        if errno == ENOENT, self.path(of: path) != path {
            try make(self.path(of: path))
            if mkdir(path, 0o750) == 0 { return try sync(of: path) }
        }
        guard errno == EEXIST else { throw FileError("made", path) }
    }

    /// Puts the file at `path` in the place of what is at `target`.
    package static func move(_ path: String, to target: String) throws(FileError) {
        guard rename(path, target) == 0 else { throw FileError("put in place", target) }
    }

    /// Makes what was created, moved or removed at `path` durable.
    package static func sync(of path: String) throws(FileError) {
        try Directory(path: self.path(of: path)).sync()
    }

    /// The path of the directory that holds what is at `path`.
    package static func path(of path: String) -> String {
        let whole = path.last == "/" ? path.dropLast() : path[...]
        guard let slash = whole.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
