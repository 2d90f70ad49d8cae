import ArgumentParser
import Commands
import Configuration
import Deadlines
import Logging
import Notices
import Rules
import Systemd

/// The program of both names: as `fristctl` it is that.
@main
enum Program {
    static func main() {
        let name = CommandLine.arguments.first?.split(separator: "/").last
        name == "fristctl" ? Fristctl.main() : Fristd.main()
    }
}

/// The daemon, in the foreground.
struct Fristd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fristd",
        abstract: "Watch case updates, and tell the right person of every statutory deadline in time.",
        discussion: """
            Runs in the foreground. SIGHUP reads the configuration anew, SIGUSR1 reopens the log files, SIGTERM stops.
            """, version: ProgramVersion.text)

    @Option(
        name: .customLong("config"), help: ArgumentHelp("The configuration file.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var file: String =
        ServiceDirectories.fromEnvironment().configuration.map { "\($0)/fristd.toml" }
        ?? SettingsReader.defaultFile

    @Flag(help: "Validate configuration, organisation, rules and wording, and exit: 0, or 78 with every error.")
    var check = false

    @Option(help: ArgumentHelp("Start the clock at this moment and let it run, for trials.", valueName: "instant"))
    var now: String?

    func validate() throws {
        if let now, Instant(now) == nil {
            throw ValidationError("--now \(now) is no instant; write it as 2026-03-02T08:00:00+01:00")
        }
    }

    func run() throws {
        let source = SettingsSource(file: file)
        let loaded: LoadedSettings
        do { loaded = try source.load() } catch {
            for fault in error.list { StandardError.write(fault.description) }
            throw ExitCode(78)
        }
        if check { return }
        ServiceLog.bootstrap(label: "fristd", level: .info)
        let clock = now.flatMap { Instant($0) }.map { DaemonClock(startingAt: $0) } ?? DaemonClock()
        try Daemon(source: source, settings: loaded, clock: clock).run()
    }
}
