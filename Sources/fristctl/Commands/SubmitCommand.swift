import ArgumentParser
import Configuration
import Deadlines
import Notices
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
        completion: .file())
    var files: [String]

    @OptionGroup var config: ConfigOption

    @Flag(help: "Wait until the daemon has taken the updates, and tell what it refused.")
    var wait = false

    @Option(
        help: ArgumentHelp("Take the files as exports of a case system, as import does.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var mapping: String?

    func run() throws {
        try reporting {
            if let mapping {
                try ExportSubmission(files, mapping: mapping, reaches: nil, config.settingsForProducer()).finish(
                    waits: wait)
            } else {
                try submit(config.settingsForProducer())
            }
        }
    }

    private func submit(_ settings: ProducersSettings) throws {
        // Read before anything is handed in: a wrong configuration hands in nothing.
        let wording = try Wording(settings)
        let submission = try Submission(files, under: settings.law, saying: wording)
        for rule in submission.formerNames.sorted() {
            guard let present = settings.law.formerNames[rule] else { continue }
            StandardError.write(wording.told(of: rule, now: present))
        }
        for refusal in submission.refusals { StandardError.write(refusal) }
        if submission.lines.isEmpty, submission.refusals.isEmpty {
            StandardError.write(wording.say(SubmitWord.nothing))
        }
        let handIn = try HandIn(submission.lines, to: Outbox(settings, wording), waits: wait)
        for line in handIn.told { print(line) }
        if !submission.lines.isEmpty, !wait, ServiceLock.sight(of: settings.directories.state) == .stopped {
            StandardError.write(wording.say(SubmitWord.stopped))
        }
        if let refused = handIn.refused { StandardError.write(refused) }
        if handIn.refused != nil || !submission.refusals.isEmpty { throw Failure(.badData, []) }
    }
}
