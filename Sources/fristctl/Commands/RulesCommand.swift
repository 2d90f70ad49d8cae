import ArgumentParser
import Configuration
import Deadlines
import Notices
import Systemd

/// `fristctl rules`: the rules, one of them, and what a change of them moves.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "The rules, one of them as written, and what a changed pack would move.",
        subcommands: [RulesListCommand.self, RulesShowCommand.self, RulesDiffCommand.self])

    // So that it may stand after either name.
    @OptionGroup var config: ConfigOption
}

/// `fristctl rules list`.
struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every version of every rule, its § and what its limit rests on.",
        discussion: """
            The column of sources says whether the § was read, or comes from secondary sources and is to be confirmed by \
            the municipality's lawyers.
            """)

    @OptionGroup var config: ConfigOption
    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try reporting {
            let settings = try config.settings()
            let versions = settings.law.rules.sorted { $0.key < $1.key }.flatMap(\.value)
            if json {
                print(JSON.list(versions.map(\.json)).document)
                return
            }
            let wording = try Wording(settings)
            var table = Table(
                [.rule, .grundlag, .source, .ladder, .inForce].map { wording.column($0) }
                    + [wording.column(.law, .beneath)])
            for rule in versions {
                let cells = [
                    rule.id.rawValue, rule.grundlag.rawValue, wording.source(of: rule), rule.ladder.rawValue,
                    rule.inForce.text, "\(rule.title) · \(rule.law)",
                ]
                table.add(cells)
            }
            table.print(orSay: "no pack that \(config.file) names has a rule")
        }
    }
}

/// `fristctl rules show RULE`.
struct RulesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One rule in all its versions, as the packs write it.")

    @Argument(help: "The rule, by its id or its title.", completion: .rules)
    var rule: RuleID
    @OptionGroup var config: ConfigOption
    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try reporting {
            let settings = try config.settings()
            let versions = try settings.versions(of: settings.present(rule))
            if json {
                print(JSON.list(versions.map(\.json)).document)
                return
            }
            let wording = try Wording(settings)
            print(
                versions.map { wording.text(of: $0, ladder: settings.ladders[$0.ladder]) }.joined(separator: "\n\n")
            )
        }
    }
}

extension Settings {
    /// The versions of a rule; an unknown one ends the command with 1 and the nearest known name.
    func versions(of rule: RuleID) throws -> [Rule] {
        if let versions = law.rules[rule] { return versions }
        let wording = try Wording(self)
        if let present = law.formerNames[rule] { throw Failure(.failed, [wording.told(of: rule, now: present)]) }
        let names = law.rules.keys.map(\.rawValue) + law.rules.values.joined().map(\.title)
        let hint = wording.hint(rule.rawValue, in: Array(Set(names)))
        throw Failure(.failed, [wording.say(.noRule, [.rule: rule.rawValue, .hint: hint])])
    }

    /// The present id of a rule; where it is named by one of old, that is told.
    func present(_ name: RuleID) throws -> RuleID {
        let rule = law.identifier(of: name)
        guard let present = law.formerNames[rule] else { return rule }
        StandardError.write(try Wording(self).told(of: rule, now: present))
        return present
    }
}

extension Law {
    /// The rule that goes by this id, or by this title in one of its versions, as tables show it; else what was written.
    func identifier(of name: RuleID) -> RuleID {
        guard rules[name] == nil, formerNames[name] == nil else { return name }
        let title = name.rawValue.lowercased()
        return rules.filter { $0.value.contains { $0.title.lowercased() == title } }.map(\.key).min() ?? name
    }
}

extension Wording {
    /// That a rule was called otherwise before.
    func told(of former: RuleID, now present: RuleID) -> String {
        say(.formerRule, [.rule: former.rawValue, .present: present.rawValue])
    }
}

extension Rule {
    /// A row of `rules list --json`.
    fileprivate var json: JSON {
        .object([
            ("rule", .text(id.rawValue)), ("title", .text(title)), ("law", .text(law)),
            ("grundlag", .text(grundlag.rawValue)), ("confirmed", .flag(confirmed)), ("ladder", .text(ladder.rawValue)),
            ("from", .optional(inForce.from?.description)), ("until", .optional(inForce.until?.description)),
            ("namespace", .optional(namespace)), ("file", .text(file)), ("text", .text(text)),
        ])
    }
}

extension Period {
    /// `2024-01-01 –`.
    fileprivate var text: String {
        if from == nil, until == nil { return "" }
        return [from?.description, "–", until?.description].compactMap(\.self).joined(separator: " ")
    }
}
