import Glibc
import Spool
import Systemd

/// Puts files into the spool: written under a name the daemon ignores, flushed, then renamed.
struct Outbox {
    let spool: SpoolDirectory

    /// Puts `lines` in as one file.
    ///
    /// - Returns: the file's name.
    func put(_ lines: [[UInt8]]) throws -> String {
        let name = "submit-\(RandomName.letters(16)).jsonl"
        let hidden = "\(spool.incomingPath)/.\(name)"
        let bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
        // Readable for the group, which the directory makes the daemon's.
        let descriptor = open(hidden, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw failure("written to \(spool.incomingPath)") }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o640) == 0, WholeWrite.write(bytes, to: descriptor) == nil, fsync(descriptor) == 0,
            rename(hidden, "\(spool.incomingPath)/\(name)") == 0
        else {
            let error = failure("written to \(spool.incomingPath)")
            unlink(hidden)
            throw error
        }
        return name
    }

    /// Waits until the daemon has taken the file.
    ///
    /// - Parameter isRunning: whether there is a daemon to wait for.
    /// - Returns: the report of what it refused, or nil when it refused nothing.
    func awaitVerdict(on name: String, while isRunning: () -> Bool) throws -> String? {
        let path = "\(spool.incomingPath)/\(name)"
        let progress = Progress(.timed, label: "waiting for the daemon to take them")
        defer { progress.finish() }
        while access(path, F_OK) == 0 {
            progress.advance(by: 0)
            guard isRunning() else {
                throw Failure(
                    .failed, ["fristd is not running: the updates stay in the spool and are taken when it starts"])
            }
            usleep(50_000)
        }
        let report = "\(spool.path)/rejected/\(name).reason.json"
        return access(report, F_OK) == 0 ? report : nil
    }

    private func failure(_ doing: String) -> Failure {
        Failure(
            .failed,
            [
                "the updates cannot be \(doing) (\(String(cString: strerror(errno)))); "
                    + "is fristd installed, and are you in the group that may feed it?"
            ])
    }
}
