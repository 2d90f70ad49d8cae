import Foundation
import TestSupport
import Testing

/// A leader draws cases from the command line; the daemon takes what was noted, and anybody can draw the same again.
@Suite struct ReviewDrawCommandTests {
    private let configuration: ScratchConfiguration
    private let daemon: DaemonProcess

    init() throws {
        configuration = try ScratchConfiguration()
        daemon = try DaemonProcess.ready(configuration, now: "2026-06-09T10:00:00+02:00")
        let cases = (1...9).map { number in
            #"{"id": "a-\#(number)", "case": "2026-000\#(number)", "event": "sag.oprettet", "at": "2026-03-02", "#
                + #""caseworker": "raad-\#(number % 3)", "team": "nord"}"# + "\n"
        }
        try configuration.put("a.jsonl", cases.joined())
        try configuration.awaitEmptySpool()
    }

    private func draw(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try fristctl(configuration, arguments: ["review", "draw", "--team", "nord"] + arguments)
    }

    private func references(_ outcome: BuiltProgram.Outcome) throws -> [String] {
        try outcome.rows().map { try #require($0["case"] as? String) }
    }

    @Test func `what is drawn is noted in the team's case, and not drawn a second time`() throws {
        let seen = try references(draw("--cases", "5", "--seed", "7", "--dry-run", "--json"))
        let outcome = try draw("--cases", "5", "--seed", "7", "--as", "tln")
        #expect(outcome.status == 0 && seen.count == 5, "\(outcome.errors)")
        for reference in seen { #expect(outcome.output.contains("\(reference)  raad-")) }
        #expect(
            outcome.output.contains(
                "5 udtaget af 9 åbne sager i team nord\nregistreret som ledelsestilsyn 2026-1; næste skridt: "))
        try configuration.awaitEmptySpool()
        let updates = try fristctl(configuration, "case", "team/nord", "--json").object()["updates"] as? [[String: Any]]
        let noted = try #require(updates)
        #expect(Set(noted.compactMap { ($0["data"] as? [String: Any])?["sag"] as? String }) == Set(seen))
        for update in noted {
            #expect(update["event"] as? String == "ledelsestilsyn.udtaget" && update["ref"] as? String == "2026-1")
            #expect((update["id"] as? String)?.hasPrefix("draw:tln:7-") ?? false)
        }
        let second = try draw("--cases", "9", "--seed", "7", "--review", "ekstra", "--as", "tln")
        #expect(
            second.output.contains(
                "4 udtaget af 9 åbne sager i team nord; 5 af dem er udtaget inden for tolv måneder"))
        #expect(second.output.contains("registreret som ledelsestilsyn ekstra;"))
        try configuration.awaitEmptySpool()
        #expect(try draw("--one-per-caseworker", "--dry-run").errors.contains("der er ingen sager at udtage"))
        #expect(try references(draw("--cases", "5", "--seed", "7", "--again", "--dry-run", "--json")) == seen)
    }

    @Test func `the line at the end draws the same again, also when it has been noted`() throws {
        let outcome = try draw("--one-per-caseworker", "--as", "tln")
        let line = try #require(
            outcome.output.split(separator: "\n").last { $0.hasPrefix("se det samme igen: fristctl ") })
        try configuration.awaitEmptySpool()
        let words = line.dropFirst("se det samme igen: fristctl ".count).split(separator: " ").map(String.init)
        let repeated = try BuiltProgram("fristctl").run(words)
        func cases(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0.contains("raad-") } }
        #expect(cases(outcome.output).count == 3 && cases(repeated.output) == cases(outcome.output), "\(repeated)")
        #expect(repeated.output.contains("intet er registreret"))
    }

    @Test(arguments: [
        (["--cases", "3"], 64, "--as"),
        (["--as", "tln"], 64, "either --cases or --one-per-caseworker"),
        (["--cases", "3", "--one-per-caseworker", "--as", "tln"], 64, "either --cases or --one-per-caseworker"),
        (["--cases", "0", "--as", "tln"], 64, "draws nothing"),
        (["--cases", "3", "--seed", "0", "--as", "tln"], 64, "--seed 0"),
        (["--cases", "3", "--as", "tln", "--as-of", "2026-06-01T08:00:00+02:00"], 64, "--dry-run"),
        (["--cases", "3", "--as", "mhs"], 65, "mhs leder ingen"),
        (["--cases", "3", "--as", "tln", "--theme", "anbringelse"], 65, "mente du »anbringelser«"),
        (["--cases", "3", "--as", "tln", "--team", "norf"], 65, "ikke noget team »norf«"),
    ])
    func `what cannot be is told, and nothing is noted`(arguments: [String], status: Int32, told: String) throws {
        let outcome = try fristctl(
            configuration,
            arguments: ["review", "draw"] + (arguments.contains("--team") ? [] : ["--team", "nord"]) + arguments)
        #expect(outcome.status == status && outcome.errors.contains(told), "\(outcome)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: configuration.incoming).isEmpty)
    }
}
