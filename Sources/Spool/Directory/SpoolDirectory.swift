package import Files

/// The spool: `incoming/`, where producers put files, `done/<date>/` and `rejected/`, where they end (spec §7).
///
/// The daemon is the only one to write to `done/` and `rejected/`. While a file changes place it lies in `.settling/`
/// for an instant, beside drafts of what is kept; a file that a crash leaves there goes back to `incoming/`. All must
/// lie on one file system.
package struct SpoolDirectory: Sendable {
    /// The directory that holds them.
    package let path: String

    /// The spool at `path`; nothing is touched yet.
    package init(path: String) {
        self.path = path
    }

    /// The directory to watch.
    package var incomingPath: String { path + "/incoming" }

    /// Makes what is missing, and puts back what a crash left half-way.
    ///
    /// New directories get mode 0750, `incoming/` 0770, less the umask.
    /// - Throws: when a directory cannot be made or opened.
    package func prepare() throws(FileError) {
        try makeDirectories()
        try removeDrafts()
        try restore(Directory(path: path).directory(".settling", mode: 0o700), to: incoming())
    }

    /// Removes drafts that a crash or a full disk has left in `.settling/`; only while no file is being settled.
    package func removeDrafts() throws(FileError) {
        let settling = try Directory(path: path).directory(".settling", mode: 0o700)
        for entry in try settling.entries(withHidden: true) where entry.name.isHidden {
            try settling.remove(entry.name)
        }
    }

    func makeDirectories() throws(FileError) {
        try Directory.make(path)
        let root = try Directory(path: path)
        _ = try root.directory("done", mode: 0o750)
        _ = try root.directory("rejected", mode: 0o750)
        _ = try incoming()
    }

    /// `incoming/` as it is now: it may have been replaced since it was last opened.
    func incoming() throws(FileError) -> Directory {
        try Directory(path: path).directory("incoming", mode: 0o770)
    }

    /// Puts what a crash left in `.settling/` back, to be read again: reading twice changes nothing.
    func restore(_ settling: Directory, to incoming: Directory) throws(FileError) {
        for entry in try settling.entries() {
            let free = try incoming.freeName(for: entry.name)
            try settling.move(entry.name, to: incoming, as: free)
        }
    }
}
