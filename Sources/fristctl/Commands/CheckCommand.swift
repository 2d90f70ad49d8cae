import ArgumentParser
import Configuration
import Deadlines
import Notices
import Store
import Telling

/// `fristctl check`: validates configuration, organisation, rules and wording.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validate configuration, organisation, rules and wording.",
        discussion: "Tells everything that is wrong at once, by file and line, and ends with 78.")

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
            let directories = settings.directories
            print("  spool  \(directories.spool)")
            print("  store  \(directories.state)/\(Store.fileName)")
            print("  log    \(directories.log)")
            tellUnfed(settings)
        }
    }

    /// Names the rules that nobody feeds. Before the first start what mappings give is all that is known; of a store that cannot be
    /// read, status tells.
    private func tellUnfed(_ settings: Settings) {
        let directory = settings.directories.state
        let sent = Store.size(in: directory) == 0 ? [] : try? Store.reading(directory: directory).kinds()
        guard let sent else { return }
        let unfed = UnfedRules(settings, sent: sent, at: StoreAccess.now(settings))
        Output.standard.print(unfed.sentences.flatMap { Output.standard.wrapped("  ! \($0)") })
    }
}
