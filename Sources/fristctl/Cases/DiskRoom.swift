import Glibc

/// How much room is left on the file system of a directory.
struct DiskRoom {
    /// Bytes that the service's user may still write.
    let bytes: Int
    /// Whether no more files can be made, whatever room there is.
    let isOutOfFiles: Bool

    /// The room at `path`; nil where it cannot be asked.
    init?(at path: String) {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        bytes = Int(status.f_bavail) * Int(status.f_frsize)
        // Some file systems have no fixed number of files, and say 0 of 0.
        isOutOfFiles = status.f_files > 0 && status.f_favail < 100
    }

    /// In MiB.
    var text: String { isOutOfFiles ? "no room for more files" : "\(bytes >> 20) MiB left" }
}
