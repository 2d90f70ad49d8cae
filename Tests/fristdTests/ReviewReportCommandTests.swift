import Foundation
import TestSupport
import Testing

/// What leaders found, from the command line.
@Suite struct ReviewReportCommandTests {
    private let configuration: ScratchConfiguration
    private let updates: String

    init() throws {
        configuration = try ScratchConfiguration()
        updates = configuration.path("cases.jsonl")
        var lines: [String] = []
        func add(_ caseID: String, _ event: String, _ at: String, _ more: String) {
            lines.append(
                #"{"id": "u\#(lines.count)", "case": "\#(caseID)", "event": "\#(event)", "at": "\#(at)", \#(more)}"#)
        }
        for number in 1...5 {
            let caseID = "2026-000\(number)"
            add(caseID, "sag.oprettet", "2025-03-02", #""caseworker": "raad-\#(number % 2)", "team": "nord""#)
            if number == 5 { continue }
            let answer = number < 3 ? "opfyldt" : number == 3 ? "mangler" : "ikke-relevant"
            add(
                caseID, "ledelsestilsyn.fund", "2026-0\(number)-10",
                #""ref": "2026-1", "data": {"pejlemaerke": "plan-og-maal", "vurdering": "\#(answer)"}"#)
        }
        add(
            "2026-0005", "ledelsestilsyn.fund", "2025-10-10",
            #""ref": "2025-2", "data": {"pejlemaerke": "plan-og-maal", "vurdering": "mangler"}"#)
        try lines.joined(separator: "\n").write(toFile: updates, atomically: true, encoding: .utf8)
    }

    private func report(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try fristctl(
            configuration,
            arguments: ["review", "report", "--updates", updates, "--as-of", "2026-06-10T08:00:00+02:00"] + arguments)
    }

    @Test func `text, page and JSON say the same numbers`() throws {
        let row = try #require(try report("--json").rows().first)
        #expect(row["team"] as? String == "nord" && row["from"] as? String == "2026-01-01")
        #expect(row["previous_from"] as? String == "2025-07-01" && row["previous_to"] as? String == "2025-12-31")
        let parts = try #require(row["pejlemaerker"] as? [[String: Any]])
        let plan = try #require(parts.first { $0["pejlemaerke"] as? String == "plan-og-maal" })
        for (answer, count) in [
            "opfyldt": 2, "delvist": 0, "mangler": 1, "ikke-relevant": 1, "lacking": 1, "judged": 3,
        ] {
            #expect(plan[answer] as? Int == count, "\(answer)")
        }
        #expect((plan["previous"] as? [String: Any])?["lacking"] as? Int == 1)
        let text = try report().output
        #expect(text.hasPrefix("Ledelsestilsyn: 1. halvår 2026\n\nTeam nord\n"), "\(text)")
        #expect(text.contains(#/Pejlemærke +opfyldt +delvist +mangler +ikke relevant +mangler i +2. halvår 2025\n/#))
        #expect(text.contains(#/plan og mål +2 +0 +1 +1 +1 ud af 3 +1 ud af 1\n/#), "\(text)")
        let sentence = "5 ud af 5 åbne sager er læst inden for tolv måneder, hos 2 ud af 2 rådgivere."
        #expect(text.contains(sentence) && text.contains(#/raad-0 +2 +2 +10-04-2026\n/#), "\(text)")
        let page = try report("--page").output
        let cells = ["2", "0", "1", "1", "1 ud af 3", "1 ud af 1"].map { "<td class=\"number\">\($0)</td>" }
        #expect(page.contains("<th scope=\"row\">plan og mål</th>\(cells.joined())</tr>"), "\(page)")
        #expect(page.contains(sentence))
    }

    @Test func `the page is valid, and prints on A4`() throws {
        let browser = try Browser(showing: try report("--page").output)
        #expect(try browser.faults() == "")
        #expect(try browser.printed().contains("(A4)"))
    }

    @Test func `another half-year, days, a team`() throws {
        #expect(try report("--half-year", "2025-2").output.contains(#/plan og mål +0 +0 +1 +0 +1 ud af 1 +–\n/#))
        let days = try report("--from", "2026-03-01", "--to", "2026-03-31").output
        #expect(days.hasPrefix("Ledelsestilsyn: 1. marts 2026 – 31. marts 2026\n"), "\(days)")
        // February, and the three days before it.
        #expect(days.contains(#/plan og mål +0 +0 +1 +0 +1 ud af 1 +0 ud af 1\n/#), "\(days)")
        #expect(try report("--team", "syd").errors.contains("Der er ingen sager at vise."))
    }

    @Test(arguments: [
        ["--half-year", "2026-3"], ["--half-year", "2026"], ["--from", "2026-01-01"],
        ["--from", "2026-02-01", "--to", "2026-01-01"], ["--page", "--json"],
        ["--half-year", "2026-1", "--from", "2026-01-01", "--to", "2026-01-02"],
    ])
    func `what cannot be is told`(arguments: [String]) throws {
        #expect(try fristctl(configuration, arguments: ["review", "report"] + arguments).status == 64)
    }
}
