import ArgumentParser
import Configuration
import Deadlines
import Spool

/// `fristctl schema`: what an update may be, for programs.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema (draft 2020-12) of updates under the configured rule packs.")

    @OptionGroup var config: ConfigOption

    func run() throws {
        try reporting {
            let law = try config.settingsForProducer().law
            print(try UpdateSchema(vocabulary: law.vocabulary, rules: law.ruleNames).text())
        }
    }
}
