import ArgumentParser
import Configuration
import Deadlines
import Municipality

/// Which municipality to make up.
struct GeneratedOptions: ParsableArguments {
    @Argument(help: "fristd.toml; of it the rules and the office's hours are used, the people are made up.")
    var configuration: String
    @Option(help: "What the municipality is made from: the same seed gives the same.")
    var seed: UInt64 = 4
    @Option(help: "The year to look at; the cases begin two years before.")
    var year = 2025

    func validate() throws {
        // Cases begin two years before; updates before 2000 are refused.
        guard (2002...2090).contains(year) else { throw ValidationError("--year must be 2002 to 2090, not \(year)") }
    }

    func settings() throws -> Settings { try SettingsReader(file: configuration).read() }

    func municipality(_ settings: Settings) -> Municipality {
        Municipality(seed: seed, year: year, calendar: settings.calendar)
    }
}
