import ArgumentParser
import Configuration
import Deadlines
import Import
import Notices
import Spool
import Store
import Systemd

/// `fristctl import`: exports of case systems as updates.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turn exports of a case system into updates; a refused row exits 65, and the others are taken.",
        discussion: """
            The mapping says what the columns mean; etc/import has two to begin with. In a snapshot each export is the \
            whole state, and what changed since the last one is taken back and given anew. What an export no longer says \
            is told and left as it is. See it all beforehand with --dry-run.
            """)

    @Argument(help: "Exports, oldest first.")
    var files: [String]

    @OptionGroup var options: ImportOptions
    @OptionGroup var config: ConfigOption

    @Option(help: ArgumentHelp("What the columns mean.", valueName: "file"))
    var mapping: String

    @Option(help: ArgumentHelp("How far the exports reach, where they do not say it themselves.", valueName: "instant"))
    var reaches: Instant?

    @Flag(help: "Show what would be handed in, taken back and told; hand in nothing.")
    var dryRun = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try reporting {
            let submission = try ExportSubmission(
                files, mapping: mapping, reaches: reaches, try config.settings())
            for refusal in submission.refusals { StandardError.write(refusal) }
            let report = ImportReport(submission)
            let isRefusedByDaemon =
                try dryRun ? false : options.handIn(submission.lines, submission.settings.directories)
            if json {
                print(report.json.document)
            } else {
                for line in try report.lines(withChanges: dryRun) { print(line) }
            }
            if isRefusedByDaemon || !submission.refusals.isEmpty { throw Failure(.badData, []) }
        }
    }
}

/// What every command takes that hands updates in.
struct ImportOptions: ParsableArguments {
    @Flag(help: "Wait until the daemon has taken the updates, and tell what it refused.")
    var wait = false

    /// Puts `lines` into the spool and tells so on standard error; with `--wait`, what became of them.
    ///
    /// - Returns: whether the daemon refused any.
    func handIn(_ lines: [[UInt8]], _ directories: Settings.Directories) throws -> Bool {
        guard !lines.isEmpty else { return false }
        let outbox = Outbox(spool: SpoolDirectory(path: directories.spool))
        let name = try outbox.put(lines)
        StandardError.write("\(lines.count) updates are in the spool as \(name)")
        guard wait else { return false }
        let verdict = try outbox.awaitVerdict(on: name) { ServiceLock.clockOffset(in: directories.state) != nil }
        StandardError.write(verdict.map { "refused by the daemon: see \($0)" } ?? "taken")
        return verdict != nil
    }
}
