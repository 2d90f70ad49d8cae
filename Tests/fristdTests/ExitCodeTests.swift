import Deadlines
import Foundation
import TestSupport
import Testing

@Suite struct ExitCodeTests {
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration() }

    @Test func `what is shipped is well`() throws {
        let outcome = try fristctl(configuration, "check")
        #expect(outcome.status == 0 && outcome.output.contains("is well: "))
        let check = try BuiltProgram("fristd").run(["--config", configuration.file, "--check"])
        #expect(check.status == 0 && check.output + check.errors == "")
    }

    @Test func `the service manager's directory is where the configuration is looked for`() throws {
        let directory = (configuration.file as NSString).deletingLastPathComponent
        let found = try BuiltProgram("fristd").run(["--check"], environment: ["CONFIGURATION_DIRECTORY": directory])
        #expect(found.status == 0 && found.output + found.errors == "")
        let missed = try BuiltProgram("fristd").run(["--check"], environment: ["CONFIGURATION_DIRECTORY": "/nowhere"])
        #expect(missed.status == 78 && missed.errors.contains("/nowhere/fristd.toml: cannot be read"))
    }

    @Test(arguments: [["rules", "list"], ["schema"], ["--help"]])
    func `what could not be written whole is no success`(words: [String]) throws {
        let config = words.first == "--help" ? [] : ["--config", configuration.file]
        let program = try BuiltProgram("fristctl").executable.path
        let text = ([program] + words + config).joined(separator: " ")
        let outcome = try ShellCommand(["sh", "-c", "\(text) 2>&1 >/dev/full; echo $?"]).output()
        let told = String(decoding: outcome, as: UTF8.self)
        #expect(told == "standard output could not be written whole: No space left on device\n1\n", "\(told)")
    }

    /// The number is put together here, so that none stands in the tree.
    @Test func `what looks like a CPR number is not told back`() throws {
        let number = ["0101", "01", "12", "34"].joined()
        for words in [
            ["deadlines", number], ["case", number], ["explain", number, number], ["rules", "show", number],
        ] {
            let outcome = try fristctl(configuration, arguments: words)
            #expect(outcome.status != 0 && !(outcome.output + outcome.errors).contains(number), "\(words[0])")
        }
    }

    @Test func `a wrong configuration exits 78 with every fault by file and line`() throws {
        try configuration.set("office", "opnes", "\"09:00\"")
        try configuration.replace("[department]\n", with: "[department]\nchef = \"x\"\n", in: "organisation.toml")
        try configuration.replace("grundlag = \"lov\"", with: "grundlag = \"loven\"", in: "rules/barnets-lov.toml")
        let daemon = try DaemonProcess(configuration)
        #expect(daemon.awaitExit() == 78)
        let programs = [
            try BuiltProgram("fristd").run(["--config", configuration.file, "--check"]).errors,
            try fristctl(configuration, "check").errors, daemon.logged.map { $0 + "\n" }.joined(),
        ]
        for errors in programs {
            #expect(errors.contains(#/fristd\.toml:\d+: .*opnes/#), "\(errors)")
            #expect(errors.contains(#/organisation\.toml:\d+: .*chef/#), "\(errors)")
            #expect(errors.contains(#/rules/barnets-lov\.toml:\d+: .*grundlag.*loven/#), "\(errors)")
        }
        for command in ["check", "deadlines", "notices", "status"] {
            #expect(try fristctl(configuration, command).status == 78, "\(command)")
        }
        #expect(try fristctl(configuration, "submit", "-", input: Lines.measure("u1")).status == 78)
    }

    @Test func `a wrong wording exits 78 as well`() throws {
        try FileManager.default.removeItem(atPath: configuration.path("templates/da/overdue.mustache"))
        #expect(try BuiltProgram("fristd").run(["--config", configuration.file, "--check"]).status == 78)
        let outcome = try fristctl(configuration, "check")
        #expect(outcome.status == 78 && outcome.errors.contains("overdue.mustache: the template is missing"))
    }

    @Test(arguments: [
        ["deadlines", "--no-such-option"], ["no-such-command"], ["compliance", "--from", "2026-01-01"],
        ["compliance", "--from", "2026-02-01", "--to", "2026-01-01"], ["deadlines", "--as-of", "yesterday"], ["submit"],
    ])
    func `wrong usage exits 64`(arguments: [String]) throws {
        let outcome = try BuiltProgram("fristctl").run(arguments)
        #expect(outcome.status == 64 && !outcome.errors.isEmpty)
    }

    @Test func `a clock that is no instant is wrong usage`() throws {
        let outcome = try BuiltProgram("fristd").run(["--config", configuration.file, "--now", "2026-06-02"])
        #expect(outcome.status == 64 && outcome.errors.contains("2026-03-02T08:00:00+01:00"))
    }

    @Test func `no store yet is a failure, said in words`() throws {
        let outcome = try fristctl(configuration, "deadlines")
        #expect(outcome.status == 1 && outcome.errors.contains("fristd.sqlite cannot be opened"))
        let status = try fristctl(configuration, "status")
        #expect(status.status == 2 && status.output.contains("fristd is not running"))
    }

    @Test func `a refused line among files exits 65 after the rest was printed`() throws {
        let file = configuration.path("lines.jsonl")
        try (Lines.measure("u1") + "{\n").write(toFile: file, atomically: true, encoding: .utf8)
        for command in ["deadlines", "notices"] {
            let outcome = try fristctl(configuration, command, "--updates", file, "--json")
            #expect(outcome.status == 65 && outcome.errors.hasPrefix("\(file):2: "), "\(outcome.errors)")
            #expect(try !outcome.rows().isEmpty)
        }
    }

    @Test func `a running daemon is well`() throws {
        let daemon = try DaemonProcess.ready(configuration)
        let outcome = try fristctl(configuration, "status")
        #expect(outcome.status == 0 && outcome.output.hasPrefix("fristd is well\n"), "\(outcome.output)")
        try daemon.signalAndAwaitStop()
        #expect(try fristctl(configuration, "status").status == 2)
    }
}
