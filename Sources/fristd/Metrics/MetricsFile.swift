import Glibc
import Systemd

/// The file that a monitor reads: whole at any time.
struct MetricsFile {
    let path: String

    /// Puts `text` in its place. It need not outlive a power failure: what it says would then be untrue.
    func write(_ text: String) throws(MetricsFileError) {
        // The collector reads names that end in .prom alone.
        let new = "\(path).new"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw MetricsFileError(path: new, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        // Numbers of a whole municipality: the collector, which is another user, may read them.
        guard fchmod(descriptor, 0o644) == 0, WholeWrite.write(Array(text.utf8), to: descriptor) == nil,
            rename(new, path) == 0
        else {
            let reason = String(cString: strerror(errno))
            unlink(new)
            throw MetricsFileError(path: path, reason: reason)
        }
    }
}

/// Why the metrics cannot be written.
struct MetricsFileError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String {
        "\(path) cannot be written (\(reason)); let the service's user write there, or name another file under [metrics]"
    }
}
