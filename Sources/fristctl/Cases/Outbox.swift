import Configuration
import Deadlines
import Files
import Glibc
import Notices
import Spool
import Store
import Systemd

/// Puts files into the spool: written under a name the daemon ignores, flushed, then renamed.
struct Outbox {
    private let spool: SpoolDirectory
    private let stateDirectory: String
    /// The service that is fed.
    let unit: ServiceUnit
    /// What is said of it.
    let wording: Wording

    /// The one of the daemon of these settings.
    init(_ settings: Settings) throws {
        self.init(settings.directories, of: settings.unit, try Wording(settings))
    }

    /// The same for a producer.
    init(_ settings: ProducersSettings, _ wording: Wording) {
        self.init(settings.directories, of: settings.unit, wording)
    }

    private init(_ directories: Settings.Directories, of unit: ServiceUnit, _ wording: Wording) {
        spool = SpoolDirectory(path: directories.spool)
        stateDirectory = directories.state
        self.unit = unit
        self.wording = wording
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
                throw Failure(.failed, [wording.say(SubmitWord.stopped)])
            case .unseen: try refuseLongWait(since: status, name)
            }
            usleep(50_000)
        }
        let report = "\(spool.path)/rejected/\(name).reason.json"
        if access(report, F_OK) == 0 { return .refused(report: report) }
        return errno == ENOENT ? .taken : .unseen(report: report)
    }

    /// Minutes after which a daemon that is not seen is not believed in: it looks every five at the latest.
    private static let patience: Int64 = 10

    private func refuseLongWait(since status: stat, _ name: String) throws {
        let age = StoreAccess.systemNow.milliseconds - status.lastWritten.milliseconds
        guard age >= 60_000 * Outbox.patience else { return }
        throw Failure(.failed, [wording.say(SubmitWord.longWait, [.file: name, .minutes: String(age / 60_000)])])
    }

    private func failure(_ error: FileError) -> Failure {
        let advice =
            switch error.code {
            case EACCES, EPERM: wording.say(SubmitWord.beInGroup, [.group: unit.feedGroup])
            case ENOENT: wording.say(SubmitWord.neverStarted)
            case ENOSPC, EDQUOT: wording.say(SubmitWord.makeRoom)
            default: wording.say(SubmitWord.askThem)
            }
        let gaps: [SubmitWord.Gaps: String] = [
            .directory: spool.incomingPath, .reason: error.reason, .advice: advice,
        ]
        return Failure(.failed, [wording.say(SubmitWord.unwritten, gaps)])
    }
}
