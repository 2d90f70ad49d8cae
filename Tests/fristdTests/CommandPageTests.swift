import Foundation
import TestSupport
import Testing

/// fristctl(1) and fristd(8) tell of every command and option there is, and of no other.
@Suite struct CommandPageTests {
    /// A program or command as the program itself describes it.
    private struct Command: Decodable {
        let commandName: String
        let arguments: [Argument]?
        let subcommands: [Command]?

        struct Argument: Decodable {
            let kind: String
            let preferredName: Name?
            let valueName: String?
        }
        struct Name: Decodable { let name: String }

        /// Each command without subcommands, with its options and what they are called to take.
        func options(under names: [String] = []) -> [String: [String: String]] {
            let inner = (subcommands ?? []).filter { $0.commandName != "help" }
            guard inner.isEmpty else {
                return inner.reduce(into: [:]) { found, command in
                    found.merge(command.options(under: names + [command.commandName])) { first, _ in first }
                }
            }
            let options = (arguments ?? []).compactMap { argument -> (String, String)? in
                guard argument.kind != "positional", let name = argument.preferredName?.name,
                    !["help", "version"].contains(name)
                else {
                    return nil
                }
                return (name, argument.kind == "option" ? argument.valueName ?? "" : "")
            }
            return [names.joined(separator: " "): Dictionary(options, uniquingKeysWith: { first, _ in first })]
        }
    }

    private struct Dump: Decodable { let command: Command }

    private func known(_ program: String) throws -> [String: [String: String]] {
        let outcome = try BuiltProgram(program).run(["--experimental-dump-help"])
        return try JSONDecoder().decode(Dump.self, from: Data(outcome.output.utf8)).command.options()
    }

    /// The options that a synopsis names, with what they are said to take.
    private func options(_ lines: some Sequence<String>) -> [String: String] {
        let found = lines.flatMap { $0.matches(of: #/Fl -([a-z-]+)(?: Ar ([a-z]+))?/#) }.map {
            (String($0.1), $0.2.map(String.init) ?? "")
        }
        return Dictionary(
            found.filter { !["help", "version"].contains($0.0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `the synopsis of fristctl is what it takes`() throws {
        let forms = try ManPage("fristctl.1").section("SYNOPSIS").split { $0 == ".Nm" }
        let told = forms.filter { $0.first?.hasPrefix(".Cm ") == true }.map { lines in
            (String(lines.first?.dropFirst(4) ?? ""), options(lines))
        }
        let page = Dictionary(told, uniquingKeysWith: { first, _ in first })
        let known = try known("fristctl")
        #expect(Set(page.keys).symmetricDifference(known.keys) == [])
        for (command, options) in known { #expect(page[command] == options, "\(command)") }
    }

    @Test func `each option of fristctl is told of where its command is, or with those that are common`() throws {
        let page = try ManPage("fristctl.1")
        let sections = page.subsections(of: page.lines)
        func items(_ name: String) -> [String: String] {
            options((sections[name] ?? []).filter { $0.hasPrefix(".It Fl") || $0.hasPrefix(".It Fl h") })
        }
        let common = items("Common options")
        for (command, known) in try known("fristctl") {
            let own = items(command)
            #expect(sections[command] != nil, "\(command)")
            let shared = known.filter { own[$0.key] == nil }
            #expect(shared.allSatisfy { common[$0.key] == $0.value }, "\(command): \(shared)")
            #expect(own.allSatisfy { known[$0.key] == $0.value }, "\(command): \(own)")
        }
    }

    @Test func `fristd's page tells its options`() throws {
        let page = try ManPage("fristd.8")
        let known = try #require(try known("fristd")[""])
        #expect(options(page.section("SYNOPSIS")) == known)
        #expect(options(page.section("DESCRIPTION").filter { $0.hasPrefix(".It ") }) == known)
    }
}
