import Configuration
import Deadlines
import Glibc
import Store

/// A copy of the store in a file of its own.
struct Backup {
    /// Where it ends.
    let path: String
    /// Whether a file that is there may be replaced.
    let replaces: Bool

    /// Writes it under a name of its own, and gives it its name when it is whole and on disk.
    ///
    /// - Returns: its size in bytes.
    func write(_ settings: Settings) throws -> Int {
        try refuseOther()
        // Nobody else is to read it at any time.
        umask(0o077)
        let partial = "\(path).partial-\(Letters.random(8))"
        do {
            try copy(StoreAccess.open(settings), to: partial)
            try refuseOther()
            guard rename(partial, path) == 0 else { throw failure("be given its name") }
            try flushDirectory()
        } catch {
            for ending in ["", "-journal", "-wal", "-shm"] { unlink(partial + ending) }
            throw error
        }
        return fileSize(path)
    }

    private func copy(_ store: Store, to partial: String) throws {
        let size = try store.fileSize()
        let copying = Progress(.steps(size), label: "copying")
        let copy = try copying.watch(done: { fileSize(partial) }) { try store.copy(to: partial) }
        try Progress(.timed, label: "looking the copy through").watch { try copy.verify() }
    }

    private func fileSize(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    private func refuseOther() throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT != S_IFREG { throw Failure(.failed, ["\(path) is no file; name a file"]) }
        if !replaces {
            throw Failure(.failed, ["\(path) is there already; name another file, or replace it with --force"])
        }
    }

    private func flushDirectory() throws {
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("be made durable") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("be made durable") }
    }

    private func failure(_ doing: String) -> Failure {
        Failure(.failed, ["\(path) cannot \(doing): \(String(cString: strerror(errno)))"])
    }
}
