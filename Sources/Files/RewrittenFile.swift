import CLogFiles
package import Glibc

/// The new content of a file, packed as the old one was, which it takes the place of when it is whole and on disk.
package final class RewrittenFile {
    private let path: String
    private let draft: Draft
    private var file: gzFile?

    /// Begins to write what is to be in the place of the file at `path`.
    package init(of path: String, isPacked: Bool) throws(FileError) {
        self.path = path
        // Hidden, so that nobody takes it for a log.
        draft = try Draft(of: path, as: "\(Directory.path(of: path))/.erasing", mode: 0o600)
        file = gzdopen(fcntl(draft.file.descriptor, F_DUPFD_CLOEXEC, 0), isPacked ? "wb" : "wbT")
    }

    deinit { gzclose(file) }

    /// Appends all of `bytes`.
    package func append(_ bytes: [UInt8]) throws(FileError) {
        guard bytes.isEmpty || gzwrite(file, bytes, UInt32(bytes.count)) == Int32(bytes.count) else {
            throw FileError("written", path, code: EIO)
        }
    }

    /// Puts it in the old file's place, with its times, its rights and its group.
    ///
    /// - Returns: whether it has; not when another file has taken the name meanwhile, as when logs are rotated.
    package func replace(_ old: stat) throws(FileError) -> Bool {
        defer { file = nil }
        guard gzclose(file) == Z_OK else { throw FileError("written", path, code: EIO) }
        // Who may read it besides is said by its group and its access list, where the file system has those.
        fchown(draft.file.descriptor, old.st_uid, old.st_gid)
        copyAccessList()
        try draft.file.setMode(old.st_mode & 0o7777)
        guard futimens(draft.file.descriptor, [old.st_atim, old.st_mtim]) == 0 else {
            throw FileError("given its times", path)
        }
        try draft.file.sync()
        guard let now = stat(of: path, following: false), now.st_ino == old.st_ino, now.st_size == old.st_size else {
            return false
        }
        try draft.move()
        try Directory.sync(of: path)
        return true
    }

    /// Source: acl(5).
    private func copyAccessList() {
        let name = "system.posix_acl_access"
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = lgetxattr(path, name, &bytes, bytes.count)
        if count > 0 { fsetxattr(draft.file.descriptor, name, bytes, count, 0) }
    }
}
