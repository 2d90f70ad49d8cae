import Glibc

/// What lies below a directory, none of it hidden, by name.
struct FolderList {
    /// Regular files.
    private(set) var files: [String] = []
    /// Directories, the one that was asked for too.
    private(set) var folders: [String] = []
    /// What could not be looked through.
    private(set) var troubles: [LogFileError] = []

    /// How deep directories in others are searched.
    private static let deepest = 16

    /// Looks through the directory at `path` and those in it, `left` out, never through a symbolic link; nothing where there is
    /// none.
    init(below path: String, leaving left: Set<String> = []) {
        search(path, left, depth: 0)
    }

    private mutating func search(_ path: String, _ left: Set<String>, depth: Int) {
        guard depth <= FolderList.deepest else { return troubles.append(LogFileError(path, "searched", ENOTSUP)) }
        guard let stream = opendir(path) else {
            if errno != ENOENT { troubles.append(LogFileError(path, "opened", errno)) }
            return
        }
        defer { closedir(stream) }
        folders.append(path)
        for entry in FolderList.names(in: stream).map({ "\(path)/\($0)" }) where !left.contains(entry) {
            var status = stat()
            guard lstat(entry, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFREG: files.append(entry)
            case S_IFDIR: search(entry, left, depth: depth + 1)
            default: continue
            }
        }
    }

    /// The names of the regular files in the directory itself; none where it cannot be looked through.
    static func files(in path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        return names(in: stream).filter { name in
            var status = stat()
            return lstat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        }
    }

    private static func names(in stream: OpaquePointer) -> [String] {
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}
