import Glibc

/// The regular files below a directory, none of them hidden, by name.
struct FolderList {
    /// Their paths.
    private(set) var files: [String] = []
    /// What could not be looked through.
    private(set) var troubles: [LogFileError] = []

    /// Looks through the directory at `path` and those in it, one left out, never through a symbolic link; nothing where there
    /// is none.
    init(below path: String, leaving left: String? = nil) {
        search(path, left)
    }

    private mutating func search(_ path: String, _ left: String?) {
        guard let stream = opendir(path) else {
            if errno != ENOENT { troubles.append(LogFileError(path, "opened", errno)) }
            return
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        for entry in names.sorted().map({ "\(path)/\($0)" }) where entry != left {
            var status = stat()
            guard lstat(entry, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFREG: files.append(entry)
            case S_IFDIR: search(entry, left)
            default: continue
            }
        }
    }
}
