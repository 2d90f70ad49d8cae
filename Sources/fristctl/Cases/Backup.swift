import Configuration
import Deadlines
import Files
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
            try Directory.move(partial, to: path)
            try Directory.sync(of: path)
        } catch {
            for ending in ["", "-journal", "-wal", "-shm"] { unlink(partial + ending) }
            throw error
        }
        return stat(of: path)?.st_size ?? 0
    }

    private func copy(_ store: Store, to partial: String) throws {
        let size = try store.fileSize()
        let copying = Progress(.steps(size), label: "copying")
        let copy = try copying.watch(done: { stat(of: partial)?.st_size ?? 0 }) { try store.copy(to: partial) }
        try Progress(.timed, label: "looking the copy through").watch { try copy.verify() }
    }

    private func refuseOther() throws {
        guard let status = stat(of: path, following: false) else { return }
        if !status.isRegular { throw Failure(.failed, ["\(path) is no file; name a file"]) }
        if !replaces {
            throw Failure(.failed, ["\(path) is there already; name another file, or replace it with --force"])
        }
    }
}
