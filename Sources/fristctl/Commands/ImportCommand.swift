import ArgumentParser
import Configuration
import Deadlines
import Import
import Notices
import Systemd

/// `fristctl import`: exports of case systems as updates.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turn exports of a case system into updates; a refused row exits 65, and the others are taken.",
        discussion: """
            The mapping says what the columns mean; etc/import has some to begin with. In a snapshot each export is the \
            whole state, and what changed since the last one is taken back and given anew. What an export no longer says \
            is told and left as it is. See it all beforehand with --dry-run.
            """)

    @Argument(help: "Exports, oldest first.", completion: .file())
    var files: [String]

    @OptionGroup var config: ConfigOption

    @Option(
        help: ArgumentHelp("What the columns mean.", valueName: "file"), completion: .file(extensions: ["toml"]))
    var mapping: String

    @Option(help: ArgumentHelp("How far the exports reach, where they do not say it themselves.", valueName: "instant"))
    var reaches: MomentArgument?

    @Flag(help: "Show what would be handed in, taken back and told; hand in nothing.")
    var dryRun = false

    @Flag(help: "Wait until the daemon has taken the updates, and tell what it refused.")
    var wait = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try reporting {
            let settings = try config.settingsForProducer()
            let reaches = reaches?.instant(in: settings.calendar.zone)
            let submission = try ExportSubmission(files, mapping: mapping, reaches: reaches, settings)
            try submission.finish(isDryRun: dryRun, waits: wait, json: json)
        }
    }
}

extension ExportSubmission {
    /// Hands the updates in unless it is a dry run, and prints what the exports come to.
    ///
    /// - Throws: a `Failure` of bad data where anything was refused, after the rest.
    func finish(isDryRun: Bool = false, waits: Bool, json: Bool = false) throws {
        for refusal in refusals { StandardError.write(refusal) }
        let report = ImportReport(self)
        let handIn = try HandIn(isDryRun ? [] : lines, to: Outbox(settings, Wording(settings)), waits: waits)
        if json {
            print(report.json.document)
        } else {
            for line in try report.lines(withChanges: isDryRun) + handIn.told { print(line) }
        }
        if let refused = handIn.refused { StandardError.write(refused) }
        if handIn.refused != nil || !refusals.isEmpty { throw Failure(.badData, []) }
    }
}
