import Glibc

/// An open directory; what is done in it goes by its descriptor, so that no one can exchange the path meanwhile.
final class Directory: Sendable {
    private let file: OpenFile

    /// What it is called in messages.
    var path: String { file.path }
    private var descriptor: Int32 { file.descriptor }

    /// An entry as the directory lists it.
    struct Entry {
        /// Its name.
        let name: FileName
        /// Whether it is a regular file, as far as the listing tells; nil when it does not.
        let isRegular: Bool?
    }

    private init(_ file: OpenFile) {
        self.file = file
    }

    /// Opens the directory at `path`.
    convenience init(path: String) throws(SpoolError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SpoolError("open", path) }
        self.init(OpenFile(descriptor: descriptor, path: path))
    }

    /// Opens the directory `name` in this one, made with `mode` when it is missing; never through a symbolic link.
    func directory(_ name: String, mode: mode_t) throws(SpoolError) -> Directory {
        let path = "\(self.path)/\(name)"
        if mkdirat(descriptor, name, mode) == 0 {
            try sync()
        } else if errno != EEXIST {
            throw SpoolError("create", path)
        }
        let child = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard child >= 0 else { throw SpoolError("open", path) }
        return Directory(OpenFile(descriptor: child, path: path))
    }

    /// Opens the directory `name` in this one, which must be there; never through a symbolic link.
    func child(_ name: FileName) throws(SpoolError) -> Directory {
        let child = openat(descriptor, name.characters, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard child >= 0 else { throw error("open", name) }
        return Directory(OpenFile(descriptor: child, path: "\(path)/\(name.text)"))
    }

    /// The entries in no order; only on demand those whose names begin with a full stop.
    func entries(withHidden: Bool = false) throws(SpoolError) -> [Entry] {
        // A descriptor of its own: reading moves the offset, which a duplicate would share.
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw SpoolError("open", path) }
        guard let stream = fdopendir(copy) else {
            close(copy)
            throw SpoolError("list", path)
        }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: FileName.longest + 1, FileName.init(copying:))
            }
            guard !name.isHidden || withHidden && !name.isDirectoryItself else { continue }
            let type = Int(entry.pointee.d_type)
            entries.append(Entry(name: name, isRegular: type == DT_UNKNOWN ? nil : type == DT_REG))
        }
        guard errno == 0 else { throw SpoolError("list", path) }
        return entries
    }

    /// What `name` is, a symbolic link itself and not its target; nil when there is nothing of that name.
    func status(of name: FileName) throws(SpoolError) -> stat? {
        var status = stat()
        if fstatat(descriptor, name.characters, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
        if errno == ENOENT { return nil }
        throw error("look at", name)
    }

    /// Opens `name` for reading; never through a symbolic link, and without waiting for a writer of a FIFO.
    func open(_ name: FileName) throws(SpoolError) -> OpenFile {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
        let child = openat(descriptor, name.characters, flags)
        guard child >= 0 else { throw error("open", name) }
        return OpenFile(descriptor: child, path: "\(path)/\(name.text)")
    }

    /// Makes the file `name`, or empties it, for writing.
    func create(_ name: FileName) throws(SpoolError) -> OpenFile {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
        let child = openat(descriptor, name.characters, flags, 0o640)
        guard child >= 0 else { throw error("create", name) }
        return OpenFile(descriptor: child, path: "\(path)/\(name.text)")
    }

    /// Moves `name` to `target`, which must be free, as `newName`.
    func move(_ name: FileName, to target: Directory, as newName: FileName) throws(SpoolError) {
        guard renameat(descriptor, name.characters, target.descriptor, newName.characters) == 0 else {
            throw error("move to \(target.path)", name)
        }
    }

    /// Removes the file `name`, or the directory with all that is in it; a link in it goes, and not what it leads to.
    func remove(_ name: FileName) throws(SpoolError) {
        if unlinkat(descriptor, name.characters, 0) == 0 { return }
        guard errno == EISDIR else { throw error("remove", name) }
        let child = try child(name)
        for entry in try child.entries(withHidden: true) { try child.remove(entry.name) }
        guard unlinkat(descriptor, name.characters, AT_REMOVEDIR) == 0 else { throw error("remove", name) }
    }

    /// Whether the directory `name` can be removed with all that is in it, as far as it is no more than `depth` deep.
    func canRemove(_ name: FileName, depth: Int) -> Bool {
        guard depth > 0, let child = try? child(name), faccessat(child.descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0,
            let entries = try? child.entries(withHidden: true)
        else { return false }
        return entries.allSatisfy { entry in
            guard let status = try? child.status(of: entry.name) else { return false }
            return status.st_mode & S_IFMT != S_IFDIR || child.canRemove(entry.name, depth: depth - 1)
        }
    }

    /// Makes created, moved and removed entries durable (fsync(2): a file's own fsync does not).
    func sync() throws(SpoolError) {
        try file.sync()
    }

    private func error(_ action: String, _ name: FileName) -> SpoolError {
        SpoolError(action, "\(path)/\(name.text)")
    }
}
