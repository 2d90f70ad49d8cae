import ArgumentParser
import Configuration
import Deadlines
import Glibc
import Spool
import Store
import Systemd

/// `fristctl submit`: puts updates into the spool.
struct SubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Validate JSON lines and write them to the spool; a refused line exits 65, and the others are taken.",
        discussion: """
            Everything is checked but the clock: that an update lies too far ahead, or that its id was there before, only \
            the daemon can tell. Ask it with --wait.

            Example:  fristctl submit --wait updates.jsonl
            """)

    @Argument(
        help: ArgumentHelp("Files of JSON lines, or - for standard input.", valueName: "file"),
        completion: .file(extensions: ["json", "jsonl"]))
    var files: [String]

    @Option(
        name: .customLong("config"), help: ArgumentHelp("The configuration file.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var file: String = SettingsReader.defaultFile

    @Flag(help: "Wait until the daemon has taken the updates, and tell what it refused.")
    var wait = false

    func run() throws {
        try reporting {
            let (law, directories) = try settings()
            let reader = UpdateReader(vocabulary: law.vocabulary, rules: Set(law.rules.keys))
            let submission = try Submission(files, reader: reader)
            for refusal in submission.refusals { StandardError.write(refusal) }
            var isRefused = !submission.refusals.isEmpty
            if !submission.lines.isEmpty {
                let outbox = Outbox(spool: SpoolDirectory(path: directories.spool))
                let name = try outbox.put(submission.lines)
                let count = submission.lines.count
                print("\(count == 1 ? "1 update is" : "\(count) updates are") in the spool as \(name)")
                if !wait, ServiceLock.clockOffset(in: directories.state) == nil {
                    StandardError.write("fristd is not running, or not seen from here: it takes them when it starts")
                }
                if wait {
                    let verdict = try outbox.awaitVerdict(on: name) {
                        ServiceLock.clockOffset(in: directories.state) != nil
                    }
                    if let report = verdict {
                        StandardError.write("refused by the daemon: see \(report)")
                        isRefused = true
                    } else {
                        print("taken")
                    }
                }
            }
            if submission.lines.isEmpty, !isRefused { StandardError.write("there was no update to submit") }
            if isRefused { throw Failure(.badData, []) }
        }
    }

    private func settings() throws -> (Law, Settings.Directories) {
        do {
            let (law, _, directories) = try SettingsReader(file: file).readForProducer()
            return (law, directories)
        } catch { throw Failure(.configuration, error.list.map(\.description)) }
    }
}
