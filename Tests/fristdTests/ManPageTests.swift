import Configuration
import Foundation
import TestSupport
import Testing

/// The man pages are well formed, complete, and true. Needs man-db, groff-base and mandoc.
@Suite struct ManPageTests {
    @Test(arguments: ManPage.names)
    func `man and mandoc have nothing to say against a page`(name: String) throws {
        let page = try ManPage(name)
        let warnings = "exec 2>&1 >/dev/null; MANROFFSEQ= man --warnings -E UTF-8 -l \"$0\""
        #expect(String(decoding: try ShellCommand(["sh", "-c", warnings, page.path]).output(), as: UTF8.self) == "")
        // That other packages' pages are not installed here is no fault of this one.
        let lint = "mandoc -T lint \"$0\" 2>&1 | grep -v 'referenced manual not found\\|outdated mandoc.db' || true"
        #expect(String(decoding: try ShellCommand(["sh", "-c", lint, page.path]).output(), as: UTF8.self) == "")
    }

    @Test func `every page that is referred to here is here`() throws {
        for name in ManPage.names {
            for line in try ManPage(name).lines where line.hasPrefix(".Xr fristd") || line.hasPrefix(".Xr fristctl") {
                let words = line.split(separator: " ")
                #expect(ManPage.names.contains("\(words[1]).\(words[2])"), "\(name): \(line)")
            }
        }
    }

    @Test func `every key of the configuration is told, and no other`() throws {
        let page = try ManPage("fristd.toml.5")
        let configuration = try ScratchConfiguration()
        let file = configuration.path("keys.toml")
        try "[producer.NAME]\nuid = 1\n[import.NAME]\nfiles = \"a-*.csv\"\nmapping = \"a.toml\"\n".write(
            toFile: file, atomically: true, encoding: .utf8)
        let known = try SettingsReader(file: file).keys()
        var told: Set<String> = []
        for (name, lines) in page.subsections(of: page.section("DESCRIPTION")) {
            let table = name == "Top level" ? "" : name.trimmingCharacters(in: ["[", "]"]) + "."
            for line in lines where line.hasPrefix(".It Ic ") {
                told.formUnion(line.dropFirst(7).components(separatedBy: " , ").map { table + $0 })
            }
        }
        #expect(told.symmetricDifference(known) == [])
    }

    @Test func `every key of the shipped packs is told`() throws {
        let page = try ManPage("fristd-rules.5").lines.joined(separator: "\n")
        let names = ["begreber", "stiger", "serviceloven", "barnets-lov", "retssikkerhedsloven", "lokal"].map {
            "\($0).toml"
        }
        for name in names + ["README.md"] {
            let text = try String(contentsOfFile: "\(ManPage.root)/etc/rules/\(name)", encoding: .utf8)
            let blocks =
                name == "README.md" ? text.matches(of: #/```toml\n((?:.|\n)*?)```/#).map { String($0.1) } : [text]
            for table in blocks.flatMap({ $0.components(separatedBy: "\n[") })
            where !table.hasPrefix("codes]") && !table.hasPrefix("title.") {
                for key in table.matches(of: #/(?m)^([a-z_]+) = /#).map(\.1) {
                    #expect(page.contains(try Regex("\\b\(key)\\b")), "\(name): \(key)")
                }
            }
        }
    }

    @Test func `the example configurations and the example pack are accepted`() throws {
        let literals = try ManPage("fristd.toml.5").literals
        #expect(literals.count == 2)
        for (file, text) in zip(["fristd.toml", "organisation.toml"], literals) {
            let configuration = try ScratchConfiguration(wholeLaw: true)
            try text.write(toFile: configuration.path(file), atomically: true, encoding: .utf8)
            let outcome = try fristctl(configuration, "check")
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let configuration = try ScratchConfiguration(wholeLaw: true)
        let pack = try #require(ManPage("fristd-rules.5").literals.first)
        try pack.write(toFile: configuration.path("rules/own.toml"), atomically: true, encoding: .utf8)
        let packs = ["begreber", "stiger", "serviceloven", "barnets-lov", "retssikkerhedsloven", "own"]
        try configuration.set("rules", "packs", "[\(packs.map { "\"rules/\($0).toml\"" }.joined(separator: ", "))]")
        let outcome = try fristctl(configuration, "check")
        #expect(outcome.status == 0 && outcome.output.contains("33 rules"), "\(outcome.errors)")
    }

    @Test func `the kinds that are shown are those that are shipped`() throws {
        let shown = try #require(ManPage("fristd-updates.5").literals.first)
        let shipped = try String(contentsOfFile: "\(ManPage.root)/etc/rules/begreber.toml", encoding: .utf8)
        for kind in shown.components(separatedBy: "\n\n") { #expect(shipped.contains(kind), "\(kind)") }
        for line in try ManPage("fristd-updates.5").lines where line.contains(#/^\.It Ql [a-z]+\.[a-z]/#) {
            for name in line.dropFirst(7).components(separatedBy: " , ") {
                #expect(shipped.contains("[kind.\"\(name)\"]"))
            }
        }
    }

    @Test func `every example command runs on the example updates`() throws {
        let configuration = try ScratchConfiguration(wholeLaw: true)
        let updates = try ManPage("fristd-updates.5").literals.dropFirst().joined(separator: "\n") + "\n"
        try updates.write(toFile: configuration.path("updates.jsonl"), atomically: true, encoding: .utf8)
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-10T09:00:00+02:00")
        let submitted = try fristctl(configuration, "submit", "--wait", configuration.path("updates.jsonl"))
        #expect(submitted.status == 0, "\(submitted.errors)")
        let commands = try ManPage.names.flatMap { try ManPage($0).commands }
            .filter { ["fristctl", "fristd"].contains($0[0]) }
        #expect(commands.count > 10)
        for command in commands {
            var words = command.dropFirst().map { word in
                switch word {
                case "updates.jsonl": configuration.path(word)
                case "/etc/fristd/fristd.toml": configuration.file
                default: word
                }
            }
            if !words.contains("--config") { words += ["--config", configuration.file] }
            let outcome = try BuiltProgram(command[0]).run(words)
            #expect(outcome.status == 0, "\(command.joined(separator: " ")): \(outcome.errors)")
            // Something is shown by all but a check and a change that moves nothing.
            let isSilent = command[0] == "fristd" || command.contains("diff")
            #expect(outcome.output.isEmpty == isSilent, "\(command.joined(separator: " ")): \(outcome.errors)")
        }
        withExtendedLifetime(daemon) {}
    }
}
