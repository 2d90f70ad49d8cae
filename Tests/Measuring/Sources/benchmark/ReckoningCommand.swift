import ArgumentParser
import Configuration

/// `benchmark etc/fristd.toml deploy/samples/forloeb.jsonl`: how long it takes to reckon a case.
struct ReckoningCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reckoning", abstract: "How long it takes to reckon a case whole (the default).")

    @Argument(help: "fristd.toml.")
    var configuration: String
    @Argument(help: "The course of one case, such as deploy/samples/forloeb.jsonl.")
    var updates: String

    func run() throws {
        let settings = try SettingsReader(file: configuration).read()
        let course = try Course(file: updates, settings: settings)
        print("reckoning one case whole, microseconds: median of 200 runs (fastest, slowest)")
        for count in [10, 50, 200] {
            let reckoning = CaseReckoning(settings: settings, updates: course.updates(count))
            print("  \(count) updates, \(reckoning.requirements) requirements: \(reckoning.measure(runs: 200))")
        }
    }
}
