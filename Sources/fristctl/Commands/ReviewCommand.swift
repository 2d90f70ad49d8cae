import ArgumentParser
import Configuration
import Deadlines
import Figures

/// `fristctl review`: leaders read a sample of cases against a few questions (ledelsestilsyn).
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Cases for a leader to read: drawn at random, a sheet for each, and what was found.",
        subcommands: [ReviewDrawCommand.self, ReviewSheetsCommand.self, ReviewReportCommand.self])

    // So that it may stand after either name.
    @OptionGroup var config: ConfigOption
}

extension Law {
    /// What leaders look at.
    ///
    /// - Throws: a `Failure` where no pack says it.
    func requireReview() throws -> LeadersReview {
        if let review { return review }
        throw Failure(
            .configuration, ["no rule pack says what a leader looks at; add a [review] such as begreber.toml has"])
    }
}

extension Instant {
    /// The name of a review that is given none: the half-year, `2026-2`.
    func reviewName(in zone: Zone) -> String {
        let (year, number) = DigestPeriod(.halfYear, containing: zone.date(of: self)).number
        return "\(year)-\(number)"
    }
}
