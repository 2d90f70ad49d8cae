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

    func settings() throws -> Settings {
        try SettingsReader(file: file).read()
    }

    /// What a producer needs of them: what is not for producers to read is not read.
    func settingsForProducer() throws -> ProducersSettings {
        try SettingsReader(file: file).readForProducer()
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

    @Option(help: ArgumentHelp("Look from this moment, e.g. 2026-03-02 or 2026-03-02T08:00.", valueName: "instant"))
    var asOf: MomentArgument?

    @Flag(help: "Print JSON.")
    var json = false
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

    /// The end that an error is: of the configuration, of what was handed in, or else of the command.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let faults as Faults: self.init(.configuration, faults.list.map(\.description))
        case is Fault: self.init(.configuration, ["\(error)"])
        case is Refusal: self.init(.badData, ["\(error)"])
        default: self.init(.failed, ["\(error)"])
        }
    }

    /// What `body` reads of files that were named; of one that cannot be read, what a daemon should do about it is beside the point.
    static func reading<Found>(
        saying wording: @autoclosure () throws -> Wording, _ body: () throws -> Found
    ) throws -> Found {
        do { return try body() } catch let error as FileError {
            throw Failure(.badData, [try wording().unreadable(error)])
        }
    }
}

extension Wording {
    /// That a file which somebody named cannot be read.
    fileprivate func unreadable(_ error: FileError) -> String {
        let word: CommandWord =
            switch error.code {
            case ENOENT, ENOTDIR: .fileMissing
            case EACCES, EPERM: .fileDenied
            case EISDIR: .directoryNamed
            default: .fileUnread
            }
        return say(word, [.file: error.path, .reason: error.reason])
    }
}

extension ParsableCommand {
    /// Runs `body`; what goes wrong is printed to standard error and ends the command with its exit code.
    func reporting(_ body: () throws -> Void) throws {
        do { try body() } catch {
            let failure = Failure(error)
            for line in failure.lines { StandardError.write(line) }
            throw ExitCode(failure.reason.rawValue)
        }
    }
}
