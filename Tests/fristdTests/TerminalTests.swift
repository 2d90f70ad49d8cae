import Foundation
import TestSupport
import Testing

/// Every command on a real terminal and in a pipe.
@Suite struct TerminalTests {
    private static let longCase = "ODSHERRED/boern-og-unge/2026-000417-underretning-2"
    private static let moment = ["--as-of", "2026-06-10T09:00:00+02:00"]
    private let configuration: ScratchConfiguration
    private let updates: String

    init() throws {
        configuration = try ScratchConfiguration(wholeLaw: true)
        updates = configuration.path("updates.jsonl")
        let person = "anne-marie.christensen-nielsen"
        func line(_ id: String, _ caseID: String, _ event: String, _ at: String, _ more: String) -> String {
            #"{"id": "\#(id)", "case": "\#(caseID)", "event": "\#(event)", "at": "\#(at)", \#(more)}"# + "\n"
        }
        var text = ""
        for (number, caseID) in ["2026-0417", "2026-0418", Self.longCase].enumerated() {
            let holder = #""caseworker": "\#(number == 1 ? person : "mhs")", "team": "nord""#
            text += line("r\(number)", caseID, "underretning.modtaget", "2026-05-04", #""ref": "und-1", \#(holder)"#)
            text += line("v\(number)", caseID, "underretning.vurderet", "2026-05-05", #""ref": "und-1""#)
            text += line("b\(number)", caseID, "bfu.besluttet", "2026-01-12", #""ref": "bfu-1""#)
            text += line(
                "i\(number)", caseID, "indsats.ivaerksat", "2026-03-02",
                #""ref": "anbringelse-hos-en-plejefamilie", "data": {"type": "anbringelse"}"#)
        }
        try text.write(toFile: updates, atomically: true, encoding: .utf8)
    }

    private func words(_ command: [String], files: Bool = true) -> [String] {
        command + ["--config", configuration.file] + (files ? ["--updates", updates] + Self.moment : [])
    }

    private static let commands: [[String]] = [
        ["deadlines"], ["notices"], ["case", "2026-0418"], ["explain", "2026-0418", "opfoelgning-foerste"],
        ["explain", "2026-0418", "klage-genvurdering"], ["digest", "--for", "mhs"], ["digest", "--for", "afd"],
        ["compliance", "--from", "2026-01-01", "--to", "2026-06-30"],
        ["compliance", "--from", "2026-01-01", "--to", "2026-06-30", "--by", "caseworker"],
    ]

    @Test(arguments: commands)
    func `eighty columns are enough`(command: [String]) throws {
        let shown = try PseudoTerminal(columns: 80).run("fristctl", words(command))
        let lines = shown.replacing(#/\u{1B}\[[0-9;]*m/#, with: "").split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines where !line.contains(Self.longCase) { #expect(line.count <= 80, "\(line)") }
        // Only columns that may be are cut.
        for line in lines { #expect(!line.contains(#/2026-04…|ODSHERRED[^ ]*…|\d\d-2026 …/#), "\(line)") }
    }

    @Test(arguments: commands)
    func `in a pipe nothing is cut off nor coloured`(command: [String]) throws {
        let output = try fristctl(
            configuration, arguments: Array(words(command).filter { $0 != configuration.file && $0 != "--config" }))
        #expect(output.status == 0 && output.errors == "")
        #expect(!output.output.contains("\u{1B}") && !output.output.contains("…  "))
    }

    @Test func `a row is one line in a pipe, with all of its values`() throws {
        let rows = try fristctl(configuration, arguments: ["deadlines", "--updates", updates] + Self.moment).output
        let row = try #require(rows.split(separator: "\n").first { $0.contains("0418") && $0.contains("Første") })
        #expect(
            row == "02-06-2026        mangler    2026-0418                                           "
                + "anbringelse-hos-en-plejefamilie  anne-marie.christensen-nielsen  Første opfølgning på indsatsen")
    }

    @Test func `what is overdue and what is uncertain stand out on a terminal`() throws {
        let rows = try PseudoTerminal(columns: 200).run("fristctl", words(["deadlines"])).split(separator: "\n")
        let coloured = rows.filter { $0.contains("\u{1B}[") }
        #expect(!coloured.isEmpty)
        for row in rows.dropFirst() {
            #expect(row.contains("\u{1B}[1;31mmangler\u{1B}[0m") == row.contains(#/mangler(?!\?)/#), "\(row)")
            #expect(row.contains("\u{1B}[33m") == row.contains("?"), "\(row)")
        }
        let status = try PseudoTerminal().run("fristctl", words(["status"], files: false))
        #expect(status.hasPrefix("fristd is \u{1B}[1;31mfailing\u{1B}[0m\n"), "\(status)")
        // On a time line it is the whole entry.
        let line = try PseudoTerminal(columns: 200).run("fristctl", words(["case", "2026-0418"]))
        for entry in line.split(separator: "\n") {
            #expect(entry.hasPrefix("\u{1B}[1;31m") == entry.contains(#/▲ .*: mangler/#), "\(entry)")
        }
    }

    @Test(arguments: [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"], [:]])
    func `no colours where they are not wanted`(environment: [String: String]) throws {
        for command in [words(["deadlines"]), words(["status"], files: false)] {
            let shown = try PseudoTerminal().run("fristctl", command, environment: environment)
            #expect(!shown.contains("\u{1B}") && shown.contains(#/mangler|failing/#), "\(shown)")
        }
    }

    @Test func `an empty NO_COLOR wants nothing`() throws {
        let shown = try PseudoTerminal().run(
            "fristctl", words(["deadlines"]), environment: ["TERM": "xterm", "NO_COLOR": ""])
        #expect(shown.contains("\u{1B}[1;31m"))
    }

    @Test(arguments: [
        (["deadlines", "--case", "2026-9999"], "ingen frister svarer til det, der er valgt"),
        (["deadlines", "--team", "nrod"], "ikke noget team »nrod«; mente du »nord«?"),
        (["notices", "--failed"], "ingen beskeder svarer til det, der er valgt"),
        (["compliance", "--from", "1999-01-01", "--to", "1999-12-31"], "ingen frister forfalder fra 01-01-1999"),
    ])
    func `that nothing is found is said, and is no failure`(command: [String], told: String) throws {
        let outcome = try fristctl(configuration, arguments: command + ["--updates", updates] + Self.moment)
        #expect(outcome.status == 0 && outcome.output == "" && outcome.errors.contains(told), "\(outcome)")
        let json = try fristctl(configuration, arguments: command + ["--updates", updates, "--json"] + Self.moment)
        #expect(json.status == 0 && json.errors == "" && json.output.filter { !$0.isWhitespace } == "[]")
    }

    @Test(arguments: [
        (["deadlines", "--rule", "bfu-4-maneder"], 1, "mente du »bfu-4-maaneder«?"),
        (["explain", "2026-9999", "bfu-4-maaneder"], 1, "ingen registrering nævner sagen »2026-9999«"),
        (["case", "2026-9999"], 1, "ingen registrering nævner sagen »2026-9999«"),
        (["case", "2026-0471"], 1, "mente du »2026-0417«?"),
        (["case", "2026-0"], 1, "sådan begynder 2026-0417, 2026-0418"),
        (["rules", "show", "Børnefaglig undersøgelse inden 4 månder"], 1, "Børnefaglig undersøgelse inden 4 måneder"),
        (["rules", "show", "bfu-4"], 1, "sådan begynder bfu-4-maaneder"),
        (["deadlines", "--due-before", "02-03-2026"], 64, "2026-07-01"),
        (
            ["deadlines", "--updates", "/nowhere.jsonl"], 65,
            "/nowhere.jsonl findes ikke\n"
        ),
        (["digest", "--for", "mhs", "--cases", "--period", "month"], 64, "leave out --period"),
        (["deadlines", "--status", "overdue"], 64, "missing"),
    ])
    func `what cannot be is told with what can`(command: [String], status: Int32, told: String) throws {
        let files = command.first == "rules" ? [] : ["--updates", updates] + Self.moment
        let outcome = try fristctl(configuration, arguments: command + files)
        #expect(outcome.status == status && outcome.errors.contains(told), "\(outcome.errors)")
    }

    @Test func `nothing to retry is said, and keys exclude all`() throws {
        let outcome = try BuiltProgram("fristctl").run(["retry", "--config", configuration.file])
        #expect(outcome.status == 64 && outcome.errors.contains("--all"))
        let both = try BuiltProgram("fristctl").run(["retry", "abc", "--all", "--config", configuration.file])
        #expect(both.status == 64)
    }
}
