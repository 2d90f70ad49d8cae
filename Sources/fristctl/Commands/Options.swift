import ArgumentParser
import Configuration
package import Deadlines
import Files
import Glibc
import Notices
import Rules
import Spool
import Systemd

/// `--config`, which every command takes.
struct ConfigOption: ParsableArguments {
    @Option(
        name: .customLong("config"), help: ArgumentHelp("The configuration file.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var file: String = SettingsReader.defaultFile

    init() {}

    /// The option as if this file had been named.
    init(file: String) { self.file = file }

    /// The settings; what is wrong with them is printed, and the command ends with 78.
    func settings() throws -> Settings {
        do { return try SettingsReader(file: file).read() } catch {
            throw Failure(.configuration, error.list.map(\.description))
        }
    }

    /// What a producer needs of them, likewise: what is not for producers to read is not read.
    func settingsForProducer() throws -> ProducersSettings {
        do { return try SettingsReader(file: file).readForProducer() } catch {
            throw Failure(.configuration, error.list.map(\.description))
        }
    }
}

/// What commands that analyse take.
struct AnalysisOptions: ParsableArguments {
    @OptionGroup var config: ConfigOption

    @Option(
        name: .customLong("updates"), parsing: .upToNextOption,
        help: ArgumentHelp("Work on these files of updates alone, or on all in a directory.", valueName: "path"),
        completion: .file(extensions: ["json", "jsonl"]))
    var updates: [String] = []

    @Option(help: ArgumentHelp("Look from this moment, e.g. 2026-03-02T08:00:00+01:00.", valueName: "instant"))
    var asOf: Instant?

    @Flag(help: "Print JSON.")
    var json = false
}

extension Instant: ExpressibleByArgument {
    /// Reads RFC 3339 with an offset.
    package init?(argument: String) { self.init(argument) }
}

extension LocalDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    package init?(argument: String) { self.init(argument) }
}

extension Identifier: ExpressibleByArgument {
    /// Any text: what it names is looked up, not judged.
    package init?(argument: String) { self.init(rawValue: argument) }
}

extension Status: ExpressibleByArgument {}

/// Why a command ends with something else than 0.
enum ExitReason: Int32 {
    case failed = 1
    case badData = 65
    case configuration = 78
}

/// An end with lines for standard error and an exit code.
struct Failure: Error {
    let reason: ExitReason
    let lines: [String]

    init(_ reason: ExitReason, _ lines: [String]) {
        self.reason = reason
        // What somebody typed is told back without anything that looks like a person's number.
        self.lines = lines.map { CPR.masked($0) }
    }

    init(_ reason: ExitReason, _ error: any Error) {
        self.init(reason, ["\(error)"])
    }
}

extension Failure {
    /// The end of a command that was given a file it cannot read: what a daemon should do about it is beside the point.
    init(unreadable error: FileError) {
        self.init(.badData, ["\(error.path) cannot be read: \(error.reason)"])
    }
}

extension ParsableCommand {
    /// Runs `body`; a failure is printed to standard error and ends the command with its exit code.
    func reporting(_ body: () throws -> Void) throws {
        do { try body() } catch let failure as Failure {
            for line in failure.lines { StandardError.write(line) }
            throw ExitCode(failure.reason.rawValue)
        }
    }
}
