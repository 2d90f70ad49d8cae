import Glibc

/// What the file system would not do, in one sentence that operations can act on.
package struct SpoolError: Error, Sendable, CustomStringConvertible {
    /// What was tried: `open`, `rename`.
    package let action: String
    /// The file or directory it was tried on, masked.
    package let path: String
    /// The error number (errno(3)).
    package let code: Int32

    /// That `action` on `path` failed; `code` is by default what the last system call left.
    init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = Quotation.text(path)
        self.code = code
    }

    /// `Cannot open incoming/a.json: Permission denied; give the daemon's user read access.`
    package var description: String { sentence(about: path) }

    /// The same without the file's name, which its producer has chosen: only the directory is named.
    package var discreetDescription: String {
        sentence(about: "something in \(path.lastIndex(of: "/").map { path[..<$0] } ?? "the spool")")
    }

    private func sentence(about thing: String) -> String {
        "Cannot \(action) \(thing): \(String(cString: strerror(code))); \(advice)."
    }

    private var advice: String {
        switch code {
        case EROFS:
            "its file system is read-only, or the unit keeps it so: name the spool in ReadWritePaths= (systemctl edit)"
        case EACCES, EPERM: "give the daemon's user access to it"
        case ENOENT, ENOTDIR: "create it, or correct the path in the configuration"
        case ENOSPC, EDQUOT: "make room on the file system; nothing is lost meanwhile"
        case EMFILE, ENFILE: "raise the limit of open files"
        case ELOOP: "put the directory itself there, not a symbolic link"
        case EXDEV: "keep incoming, done and rejected on one file system"
        case EIO: "check the disk"
        case ENOTSUP: "unpack it, move it away, or remove it"
        default: "correct this and the daemon goes on by itself"
        }
    }
}
