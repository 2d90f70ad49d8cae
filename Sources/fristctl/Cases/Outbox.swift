import Configuration
import Deadlines
import Files
import Glibc
import Spool
import Store
import Systemd

/// Puts files into the spool: written under a name the daemon ignores, flushed, then renamed.
struct Outbox {
    private let spool: SpoolDirectory
    private let stateDirectory: String
    private let unit: ServiceUnit

    /// The one of the daemon that works in these directories.
    init(_ directories: Settings.Directories, of unit: ServiceUnit) {
        spool = SpoolDirectory(path: directories.spool)
        stateDirectory = directories.state
        self.unit = unit
    }

    /// Puts `lines` in as one file.
    ///
    /// - Returns: the file's name.
    func put(_ lines: [[UInt8]]) throws -> String {
        let name = "submit-\(Letters.random(16)).jsonl"
        let directory = spool.incomingPath
        let bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
        do throws(FileError) {
            // Readable for the group, which the directory makes the daemon's.
            let draft = try Draft(of: "\(directory)/\(name)", as: "\(directory)/.\(name)", mode: 0o640)
            try draft.file.write(bytes)
            try draft.file.sync()
            // A producer may not open the directory.
            try draft.move()
        } catch { throw failure(error) }
        return name
    }

    /// What became of a file.
    enum Verdict: Equatable {
        /// Everything in it was taken.
        case taken
        /// The daemon refused it, or some of it: the report says what.
        case refused(report: String)
        /// It was taken in; whether any of it was refused is not for this account to see, but would be in the report.
        case unseen(report: String)
    }

    /// Waits until the daemon has taken the file.
    ///
    /// - Throws: a `Failure` where no daemon runs, or none can be seen and the file lies there for long.
    func awaitVerdict(on name: String) throws -> Verdict {
        let path = "\(spool.incomingPath)/\(name)"
        let progress = Progress(.timed, label: "waiting for the daemon to take them")
        while let status = stat(of: path, following: false) {
            progress.advance(by: 0)
            switch ServiceLock.sight(of: stateDirectory) {
            case .running: break
            case .stopped:
                throw Failure(
                    .failed, ["fristd is not running: the updates stay in the spool and are taken when it starts"])
            case .unseen: try Outbox.refuseLongWait(since: status, name)
            }
            usleep(50_000)
        }
        let report = "\(spool.path)/rejected/\(name).reason.json"
        if access(report, F_OK) == 0 { return .refused(report: report) }
        return errno == ENOENT ? .taken : .unseen(report: report)
    }

    /// Minutes after which a daemon that is not seen is not believed in: it looks every five at the latest.
    private static let patience: Int64 = 10

    private static func refuseLongWait(since status: stat, _ name: String) throws {
        let age = StoreAccess.systemNow.milliseconds - status.lastWritten.milliseconds
        guard age >= 60_000 * patience else { return }
        throw Failure(
            .failed,
            [
                "\(name) still lies in the spool after \(age / 60_000) minutes, and whether fristd runs cannot be seen from "
                    + "here: ask those who run it; it is taken when it can be"
            ])
    }

    private func failure(_ error: FileError) -> Failure {
        let advice =
            switch error.code {
            case EACCES, EPERM: "be in the group \(unit.feedGroup), which may feed it"
            case ENOENT: "fristd makes the directory when it first starts: is it installed?"
            case ENOSPC, EDQUOT: "make room there"
            default: "ask those who run fristd"
            }
        return Failure(
            .failed,
            ["the updates cannot be written to \(spool.incomingPath) (\(error.reason)); \(advice)"])
    }
}
