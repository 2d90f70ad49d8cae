import Deadlines
import Foundation
import TestSupport
import Testing

@Suite struct SubmitTests {
    private let configuration: ScratchConfiguration
    private let daemon: DaemonProcess

    init() throws {
        configuration = try ScratchConfiguration()
        daemon = try DaemonProcess.ready(configuration, now: "2026-06-01T12:00:00+02:00")
    }

    private func cases() throws -> Set<String> {
        Set(try fristctl(configuration, "deadlines", "--json").rows().compactMap { $0["case"] as? String })
    }

    @Test func `what the daemon takes is taken when submit returns`() throws {
        let outcome = try fristctl(
            configuration, "submit", "--wait", "-", input: Lines.measure("u1") + Lines.measure("u2", of: "2026-0418"))
        #expect(outcome.status == 0 && outcome.errors == "")
        #expect(outcome.output.contains("2 registreringer er afleveret som submit-"))
        #expect(outcome.output.hasSuffix("taget ind\n"))
        #expect(try cases() == ["2026-0417", "2026-0418"])
    }

    @Test func `a refused line exits 65 with its reason, and the others are taken`() throws {
        let file = configuration.path("lines.jsonl")
        let lines = Lines.measure("u1") + Lines.measure("u2", at: "2026-02-30") + Lines.measure("u3", of: "2026-0419")
        try lines.write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try fristctl(configuration, "submit", "--wait", file)
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix("\(file):2: ") && outcome.errors.contains("2026-02-30"), "\(outcome.errors)")
        #expect(try cases() == ["2026-0417", "2026-0419"])
    }

    @Test func `what only the daemon can refuse is told by its report`() throws {
        let outcome = try fristctl(
            configuration, "submit", "--wait", "-",
            input: Lines.measure("u1") + Lines.measure("u2", of: "2026-0418", at: "2026-06-20"))
        #expect(outcome.status == 65)
        let report = try #require(outcome.errors.firstMatch(of: #/afvist af fristd: se (\S+)\n/#)?.1)
        let text = try String(contentsOfFile: String(report), encoding: .utf8)
        #expect(text.contains("more than a day ahead of the daemon's clock"))
        #expect(try cases() == ["2026-0417"])
    }

    @Test func `the same again changes nothing, other content under the same id is refused`() throws {
        #expect(try fristctl(configuration, "submit", "--wait", "-", input: Lines.measure("u1")).status == 0)
        let before = try fristctl(configuration, "deadlines", "--json").output
        #expect(try fristctl(configuration, "submit", "--wait", "-", input: Lines.measure("u1")).status == 0)
        let other = try fristctl(configuration, "submit", "--wait", "-", input: Lines.measure("u1", at: "2026-03-03"))
        #expect(other.status == 65 && other.errors.contains("afvist af fristd"))
        #expect(try fristctl(configuration, "deadlines", "--json").output == before)
    }

    @Test func `that no daemon runs is told in the language of the configuration`() throws {
        try daemon.signalAndAwaitStop()
        let danish = try fristctl(configuration, "submit", "-", input: Lines.measure("u1"))
        #expect(danish.output.hasPrefix("1 registrering er afleveret som submit-"), "\(danish)")
        #expect(danish.errors == "fristd kører ikke: det, der er afleveret, bliver taget ind, når det starter\n")
        let waited = try fristctl(configuration, "submit", "--wait", "-", input: Lines.measure("u1"))
        #expect(waited.status == 1 && waited.errors == danish.errors, "\(waited)")
        try configuration.replace("#language = \"da\"", with: "language = \"en\"", in: "fristd.toml")
        let english = try fristctl(configuration, "submit", "-", input: Lines.measure("u1"))
        #expect(english.output.hasPrefix("1 update is in the spool as submit-"), "\(english)")
        #expect(
            english.errors
                == "fristd is not running: what was handed in stays in the spool and is taken when it starts\n")
    }

    @Test func `a CPR number is nowhere kept`() throws {
        let number = "0101" + "01-" + "1234"
        let outcome = try fristctl(configuration, "submit", "-", input: Lines.measure("u1", of: number))
        #expect(outcome.status == 65)
        #expect(!outcome.errors.contains("1234") && outcome.errors.contains("-:1: "))
        try configuration.put("a.jsonl", Lines.measure("u2", of: number))
        try configuration.awaitEmptySpool()
        try daemon.awaitLog("part or all of a file was refused")
        for file in try FileManager.default.subpathsOfDirectory(atPath: configuration.path(".")) {
            let data = FileManager.default.contents(atPath: configuration.path(file)) ?? Data()
            #expect(data.range(of: Data("01-1234".utf8)) == nil, "\(file)")
        }
    }
}
