import Deadlines
import Glibc

/// What the file system would not do, in one sentence that operations can act on.
package struct FileError: Error, CustomStringConvertible {
    /// What could not be done, as one says of a file: "opened", "written".
    private let action: String
    /// The file or directory; its name, which may be a stranger's, is masked and fit to print.
    package let path: String
    /// The error number (errno(3)).
    package let code: Int32

    /// That `path` cannot be `action`; `code` is by default what the last system call left.
    package init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = Quotation.printable(path)
        self.code = code
    }

    /// What the system says: `Permission denied`.
    package var reason: String { ErrorText(code).description }

    /// `/spool/incoming/a.json cannot be opened (Permission denied); give the daemon's user access to it`
    package var description: String { sentence(about: path) }

    /// The same without the file's name, which its producer has chosen: only the directory is named.
    package var discreetDescription: String {
        sentence(about: path.lastIndex(of: "/").map { "something in \(path[..<$0])" } ?? "something in the spool")
    }

    private func sentence(about thing: String) -> String { "\(thing) cannot be \(action) (\(reason)); \(advice)" }

    private var advice: String {
        switch code {
        case EROFS: "its file system is read-only, or the unit keeps it so: name it in ReadWritePaths= (systemctl edit)"
        case EACCES, EPERM: "give the daemon's user access to it"
        case ENOENT, ENOTDIR: "make the directory, or correct the path in the configuration"
        case ENOSPC, EDQUOT: "make room on the file system; nothing is lost meanwhile"
        case EMFILE, ENFILE: "raise the limit of open files"
        case ELOOP: "put there what it is itself, not a symbolic link"
        case EXDEV: "keep both directories on one file system"
        case EIO: "check the disk"
        case ENOTSUP: "unpack it, move it away, or remove it"
        default: "correct this and the daemon goes on by itself"
        }
    }
}
