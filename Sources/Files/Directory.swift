package import Glibc

/// An open directory; what is done in it goes by its descriptor, so that no one can exchange the path meanwhile.
package final class Directory: Sendable {
    private let file: OpenFile

    /// What it is called in messages.
    package var path: String { file.path }
    private var descriptor: Int32 { file.descriptor }

    /// An entry as the directory lists it.
    package struct Entry: Sendable {
        /// Its name.
        package let name: FileName
        /// Whether it is a regular file, as far as the listing tells; nil when it does not.
        package let isRegular: Bool?
    }

    private init(_ file: OpenFile) {
        self.file = file
    }

    /// Opens the directory at `path`.
    package convenience init(path: String) throws(FileError) {
        self.init(try OpenFile(path, O_RDONLY | O_DIRECTORY))
    }

    /// Opens the directory `name` in this one, made with `mode` when it is missing; never through a symbolic link.
    package func directory(_ name: String, mode: mode_t) throws(FileError) -> Directory {
        if mkdirat(descriptor, name, mode) == 0 {
            try sync()
        } else if errno != EEXIST {
            throw FileError("made", "\(path)/\(name)")
        }
        return try child(FileName(name))
    }

    /// Opens the directory `name` in this one, which must be there; never through a symbolic link.
    package func child(_ name: FileName) throws(FileError) -> Directory {
        Directory(try open(name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW))
    }

    /// The entries in no order; only on demand those whose names begin with a full stop.
    package func entries(withHidden: Bool = false) throws(FileError) -> [Entry] {
        // A descriptor of its own: reading moves the offset, which a duplicate would share.
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw FileError("opened", path) }
        guard let stream = fdopendir(copy) else {
            close(copy)
            throw FileError("listed", path)
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
        guard errno == 0 else { throw FileError("listed", path) }
        return entries
    }

    /// What `name` is, a symbolic link itself and not its target; nil when there is nothing of that name.
    package func status(of name: FileName) throws(FileError) -> stat? {
        var status = stat()
        if fstatat(descriptor, name.characters, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
        if errno == ENOENT { return nil }
        throw FileError("examined", path(of: name))
    }

    /// Opens `name` for reading; never through a symbolic link, and without waiting for a writer of a FIFO.
    package func open(_ name: FileName) throws(FileError) -> OpenFile {
        try open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    }

    /// Makes the file `name`, or empties it, for writing.
    package func create(_ name: FileName) throws(FileError) -> OpenFile {
        try open(name, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)
    }

    private func open(_ name: FileName, _ flags: Int32) throws(FileError) -> OpenFile {
        try OpenFile(name.characters, in: descriptor, path: path(of: name), flags)
    }

    /// Moves `name` to `target`, which must be free, as `newName`.
    package func move(_ name: FileName, to target: Directory, as newName: FileName) throws(FileError) {
        guard renameat(descriptor, name.characters, target.descriptor, newName.characters) == 0 else {
            throw FileError("moved to \(target.path)", path(of: name))
        }
    }

    /// Removes the file `name`, or the directory with all that is in it; a link in it goes, and not what it leads to.
    package func remove(_ name: FileName) throws(FileError) {
        if unlinkat(descriptor, name.characters, 0) == 0 { return }
        guard errno == EISDIR else { throw FileError("removed", path(of: name)) }
        let child = try child(name)
        for entry in try child.entries(withHidden: true) { try child.remove(entry.name) }
        guard unlinkat(descriptor, name.characters, AT_REMOVEDIR) == 0 else {
            throw FileError("removed", path(of: name))
        }
    }

    /// Whether the directory `name` can be removed with all that is in it, as far as it is no more than `depth` deep.
    package func canRemove(_ name: FileName, depth: Int) -> Bool {
        guard depth > 0, let child = try? child(name), faccessat(child.descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0,
            let entries = try? child.entries(withHidden: true)
        else { return false }
        return entries.allSatisfy { entry in
            guard let status = try? child.status(of: entry.name) else { return false }
            return !status.isDirectory || child.canRemove(entry.name, depth: depth - 1)
        }
    }

    /// Makes created, moved and removed entries durable (fsync(2): a file's own fsync does not).
    package func sync() throws(FileError) {
        try file.sync()
    }

    /// The path of `name` in it.
    package func path(of name: FileName) -> String { "\(path)/\(name.text)" }
}
