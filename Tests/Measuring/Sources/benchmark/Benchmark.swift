import ArgumentParser

/// Measures what users' waiting and patience depend on.
@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Measure how long reckoning takes, and how much people are told.",
        subcommands: [ReckoningCommand.self, NoiseCommand.self, MunicipalityCommand.self],
        defaultSubcommand: ReckoningCommand.self)
}
