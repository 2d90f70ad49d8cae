import Glibc
import Systemd

/// A file that a monitor reads: whole at any time.
struct MonitorFile {
    let path: String
    /// What else can be done where it cannot be written: ", or name another".
    var otherwise = ""

    /// Puts `text` in its place. It need not outlive a power failure: what it says would then be untrue.
    ///
    /// - Parameter mode: who may read it, whatever the umask.
    func write(_ text: String, mode: mode_t) throws(MonitorFileError) {
        // The collector reads names that end in .prom alone.
        let new = "\(path).new"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw failure(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        guard fchmod(descriptor, mode) == 0, WholeWrite.write(Array(text.utf8), to: descriptor) == nil,
            rename(new, path) == 0
        else {
            let reason = String(cString: strerror(errno))
            unlink(new)
            throw failure(reason)
        }
    }

    private func failure(_ reason: String) -> MonitorFileError {
        MonitorFileError(path: path, reason: reason, otherwise: otherwise)
    }
}

/// Why it cannot be written.
struct MonitorFileError: Error, CustomStringConvertible {
    let path: String
    let reason: String
    let otherwise: String

    var description: String {
        "\(path) cannot be written (\(reason)); let the service's user write there\(otherwise)"
    }
}
