import ArgumentParser
import Notices

/// `fristctl check`: validates configuration, organisation, rules and wording.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validate configuration, organisation, rules and wording.")

    @OptionGroup var config: ConfigOption

    func run() throws {
        try reporting {
            let settings = try config.settings()
            _ = try Wording(settings)
            let versions = settings.law.rules.values.map(\.count).reduce(0, +)
            print(
                "\(config.file) is well: \(settings.law.rules.count) rules in \(versions) versions, "
                    + "\(settings.law.vocabulary.kinds.count) kinds of update, \(settings.organisation.teams.count) teams"
            )
        }
    }
}
