package import ArgumentParser
import Configuration
import Deadlines
import Files
import Glibc
import Systemd

/// Reads the store, or files of updates alone; changes things only by writing updates to the spool.
package struct Fristctl: ParsableCommand {
    /// How it is called, and its commands.
    package static let configuration = CommandConfiguration(
        commandName: "fristctl",
        abstract: "Look into fristd: what is due, who is told, and why.",
        discussion: """
            Every command takes --config FILE. Commands that analyse take --updates PATH… to work on files of updates \
            alone, touching no spool, state or log, and --as-of INSTANT to look from another moment. What they print with \
            --json is for programs.

            The whole manual: man fristctl
            """,
        version: ProgramVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Looking",
                subcommands: [
                    StatusCommand.self, DeadlinesCommand.self, CaseCommand.self, ExplainCommand.self,
                    NoticesCommand.self, DigestCommand.self, ComplianceCommand.self,
                ]),
            CommandGroup(
                name: "Feeding and answering",
                subcommands: [
                    SubmitCommand.self, ImportCommand.self, AckCommand.self, SnoozeCommand.self, SettleCommand.self,
                    RetryCommand.self,
                ]),
            CommandGroup(name: "Reading a sample of cases", subcommands: [ReviewCommand.self]),
            CommandGroup(name: "Setting up", subcommands: [CheckCommand.self, RulesCommand.self, SchemaCommand.self]),
            CommandGroup(
                name: "Keeping", subcommands: [AuditCommand.self, BackupCommand.self, PurgeCommand.self]),
        ])

    /// A command without a subcommand.
    package init() {}

    /// As the parser's own, but what it quotes of the command line is masked: somebody may have typed a CPR number.
    package static func main() {
        _ = Progress.programBegan
        do {
            var command = try parseAsRoot()
            try command.run()
            try flushOutput()
        } catch {
            let text = CPR.masked(fullMessage(for: error))
            let code = exitCode(for: error)
            if !text.isEmpty { code.isSuccess ? print(text) : StandardError.write(text) }
            if code.isSuccess, (try? flushOutput()) == nil { Glibc.exit(ExitReason.failed.rawValue) }
            Glibc.exit(code.rawValue)
        }
    }

    /// Writes what is still held back: half a report is not to pass for a whole one.
    private static func flushOutput() throws {
        guard fflush(nil) == 0 else {
            StandardError.write("standard output could not be written whole: \(ErrorText(errno))")
            throw ExitCode(ExitReason.failed.rawValue)
        }
    }
}
