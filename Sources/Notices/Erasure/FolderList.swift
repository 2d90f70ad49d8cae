import Files
import Glibc

/// The regular files below a directory, none of them hidden, by name.
struct FolderList {
    /// Their paths.
    private(set) var files: [String] = []
    /// What could not be looked through.
    private(set) var troubles: [FileError] = []

    /// Looks through the directory at `path` and those in it, one left out, never through a symbolic link; nothing where there
    /// is none.
    init(below path: String, leaving left: String? = nil) {
        do {
            let directory = try Directory(path: path)
            troubles = directory.eachFile(withHidden: false, leaving: left) { directory, name, status in
                if status.isRegular { files.append(directory.path(of: name)) }
            }
        } catch { if error.code != ENOENT { troubles = [error] } }
    }
}
