import Foundation
import TestSupport
import Testing

/// What shells offer after fristctl. Needs zsh and fish.
@Suite struct CompletionTests {
    private let configuration: ScratchConfiguration
    private let directory: TemporaryDirectory

    init() throws {
        configuration = try ScratchConfiguration()
        directory = try TemporaryDirectory()
    }

    private func script(_ shell: String) throws -> String {
        let outcome = try BuiltProgram("fristctl").run(["--generate-completion-script", shell])
        #expect(outcome.status == 0)
        let path = "\(directory.path)/fristctl.\(shell)"
        try outcome.output.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `a shell accepts its script`(shell: String) throws {
        #expect(try ShellCommand([shell, "-n", script(shell)]).output().isEmpty)
    }

    /// What bash offers for the last of these words.
    private func offered(_ words: [String]) throws -> Set<String> {
        let program = try BuiltProgram("fristctl").executable.deletingLastPathComponent().path
        let typed = words.map { "'\($0)'" }.joined(separator: " ")
        let line = (["fristctl"] + words).joined(separator: " ")
        let command = """
            PATH="\(program):$PATH"; . '\(try script("bash"))'
            COMP_WORDS=(fristctl \(typed)); COMP_CWORD=\(words.count); COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}
            _fristctl fristctl '\(words.last ?? "")' '\(words.dropLast().last ?? "fristctl")' 2>&1
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let output = try ShellCommand(["bash", "--norc", "-c", command]).output()
        return Set(String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    @Test func `statuses and commands are offered`() throws {
        #expect(try offered(["deadlines", "--status", "m"]) == ["met", "missing"])
        #expect(try offered(["dead"]) == ["deadlines"])
        #expect(try offered(["compliance", "--by", "t"]) == ["team", "total"])
    }

    @Test func `rules, people, teams and codes of the configuration are offered`() throws {
        let given = ["--config", configuration.file]
        #expect(
            try offered(["deadlines"] + given + ["--rule", "opf"]) == ["opfoelgning-foerste", "opfoelgning-naeste"])
        #expect(try offered(["explain"] + given + ["2026-0417", "bfu-4"]) == ["bfu-4-maaneder"])
        #expect(try offered(["digest"] + given + ["--for", "k"]) == ["kbe", "kor"])
        #expect(try offered(["deadlines"] + given + ["--team", ""]) == ["nord", "syd"])
        #expect(try offered(["snooze"] + given + ["x", "--reason", "aft"]) == ["aftalt-moede"])
    }

    @Test func `files are offered where files are meant`() throws {
        let folder = configuration.path("import/")
        #expect(try offered(["import", "--mapping", folder + "ind"]) == [folder + "indsatser.toml"])
        #expect(try offered(["submit", "--mapping", folder + "hae"]) == [folder + "haendelser.toml"])
        #expect(try offered(["backup", configuration.path("frist")]) == [configuration.path("fristd.toml")])
        #expect(try offered(["import", configuration.path("frist")]) == [configuration.path("fristd.toml")])
    }

    @Test func `cases of the store are offered`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-01T12:00:00+02:00")
        let lines = Lines.measure("u1") + Lines.measure("u2", of: "2026-0418") + Lines.measure("u3", of: "2025-0001")
        try configuration.put("a.jsonl", lines)
        try configuration.awaitEmptySpool()
        #expect(try offered(["case", "--config", configuration.file, "2026-"]) == ["2026-0417", "2026-0418"])
        // The same cases are named to somebody who mistyped one.
        let outcome = try fristctl(configuration, "case", "2026-0471")
        #expect(outcome.status == 1 && outcome.errors.contains("mente du »2026-0417«?"), "\(outcome.errors)")
        withExtendedLifetime(daemon) {}
    }

    @Test func `where nothing can be read nothing is offered and nothing said`() throws {
        for words in [["case", "2026-"], ["explain", "2026-0417", "b"], ["digest", "--for", "k"]] {
            #expect(
                try offered([words[0], "--config", "/nowhere/fristd.toml"] + words.dropFirst()).isEmpty, "\(words)")
        }
    }

    /// Fish asks the program for words only at a keyboard; what stands in the script it offers anywhere.
    @Test func `fish offers commands and statuses`() throws {
        let program = try BuiltProgram("fristctl").executable.deletingLastPathComponent().path
        let script = try script("fish")
        func offered(_ typed: String) throws -> [String] {
            let command = "set -x PATH \(program) $PATH; source '\(script)'; complete -C '\(typed)'"
            let output = try ShellCommand(["fish", "--no-config", "-c", command]).output()
            return String(decoding: output, as: UTF8.self).split(separator: "\n").map {
                String($0.prefix { $0 != "\t" })
            }
        }
        #expect(try offered("fristctl dea") == ["deadlines"])
        #expect(try offered("fristctl deadlines --status m") == ["met", "missing"])
    }
}
