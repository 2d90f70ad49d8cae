import Foundation
import TestSupport
import Testing

/// A sheet for each case that was drawn, and what is found handed in from it.
@Suite struct ReviewSheetsCommandTests {
    private let configuration: ScratchConfiguration
    private let directory: String
    private static let asOf = "2026-06-09T10:00:00+02:00"

    private static let cases = """
        {"id": "a-1", "case": "2026-0417", "event": "indsats.ivaerksat", "at": "2025-11-02", "ref": "ind-1", \
        "caseworker": "mhs", "team": "nord", "data": {"type": "stoettende"}}
        {"id": "a-2", "case": "2026-0417", "event": "opfoelgning.afholdt", "at": "2026-01-20", "ref": "ind-1"}
        {"id": "a-3", "case": "2026-0417", "event": "afgoerelse.truffet", "at": "2026-05-04", "ref": "afg-1", \
        "data": {"type": "stoettende"}}
        {"id": "a-4", "case": "2026-0417", "event": "bfu.besluttet", "at": "2024-01-08", "ref": "bfu-1"}
        {"id": "a-5", "case": "2026-0417", "event": "bfu.afsluttet", "at": "2024-03-01", "ref": "bfu-1"}
        {"id": "b-1", "case": "2026-0418", "event": "sag.oprettet", "at": "2026-03-02", "team": "nord"}
        {"id": "c-1", "case": "2026-0419", "event": "sag.oprettet", "at": "2026-03-02", "team": "syd"}
        {"id": "t-1", "case": "team/nord", "event": "ledelsestilsyn.udtaget", "at": "2026-06-01", "ref": "2026-1", \
        "data": {"sag": "2026-0417"}}
        {"id": "t-2", "case": "team/nord", "event": "ledelsestilsyn.udtaget", "at": "2026-06-01", "ref": "andet", \
        "data": {"sag": "2026-0418"}}
        {"id": "t-3", "case": "team/syd", "event": "ledelsestilsyn.udtaget", "at": "2026-06-01", "ref": "2026-1", \
        "data": {"sag": "2026-0419"}}

        """

    init() throws {
        configuration = try ScratchConfiguration()
        directory = configuration.path("tilsyn")
        try Self.cases.write(toFile: configuration.path("cases.jsonl"), atomically: true, encoding: .utf8)
    }

    private func sheets(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try fristctl(
            configuration,
            arguments: [
                "review", "sheets", "--updates", configuration.path("cases.jsonl"), "--as-of", Self.asOf, "--to",
                directory,
            ] + arguments)
    }

    private func file(_ name: String) throws -> String {
        try String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8)
    }

    @Test func `what is registered stands under what it shows, with dates and §§`() throws {
        let outcome = try sheets("2026-1", "--team", "nord")
        #expect(outcome.status == 0 && outcome.output.hasPrefix("1 skema i \(directory)\n"), "\(outcome)")
        let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        #expect(names == ["afholdt-nord.jsonl", "sag-2026-0417.html", "sag-2026-0417.jsonl", "sag-2026-0417.txt"])
        let text = try file("sag-2026-0417.txt")
        #expect(text.hasPrefix("Ledelsestilsyn 2026-1: sag 2026-0417\nRådgiver mhs, team nord.\n"), "\(text)")
        let parts = text.components(separatedBy: "\n\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        func part(_ title: String) throws -> String {
            try #require(parts.first { $0.hasPrefix("\(title) ") }, "\(title): \(text)")
        }
        #expect(
            try part("Inddragelse").contains(
                "(afg-1), Barnets lov § 5, stk. 3–4 (lovens frist): frist 04-05-2026, mangler"))
        let followUp = try part("Opfølgning")
        #expect(
            followUp.contains(
                "(ind-1), Barnets lov § 95, stk. 2 (lovens frist): frist 02-02-2026, rettidig 20-01-2026"),
            "\(followUp)")
        #expect(followUp.contains("frist 20-07-2026, løber"))
        // Long ago, and counted alone.
        #expect(
            try part("Undersøgelse").contains(
                "Ingen frister er løbet her inden for tolv måneder. Desuden 1 ældre frist."))
        #expect(
            text.components(separatedBy: "Vurdering: [ ] opfyldt [ ] delvist [ ] mangler [ ] ikke relevant").count == 7)
        let page = try file("sag-2026-0417.html")
        #expect(page.contains("<td>02-02-2026</td><td class=\"state\">rettidig 20-01-2026</td>"), "\(page)")
        #expect(page.contains("<td>04-05-2026</td><td class=\"state over\">mangler</td>"))
        #expect(page.components(separatedBy: "Det, der kun kan læses i sagen:").count == 7)
    }

    /// As a reader fills it in: what the page saves is taken as it is.
    @Test func `what is answered on the page is saved, and handed in`() throws {
        #expect(try sheets("2026-1", "--team", "nord").status == 0)
        let script = """
            document.querySelector('input[name=journal]').click();
            document.querySelectorAll('input[name=inddragelse]')[2].click();
            let saved = '';
            URL.createObjectURL = blob => { saved = blob; return '#'; };
            HTMLAnchorElement.prototype.click = function () { saved.name = this.download; };
            document.querySelector('button').click();
            return saved.name + '|' + saved.size + '|' + new FormData(document.querySelector('form')).getAll('journal')
              .concat(new FormData(document.querySelector('form')).getAll('inddragelse')).join('|');
            """
        let saved = try Browser(showing: try file("sag-2026-0417.html")).result(of: script, width: 1000)
            .replacing("&quot;", with: "\"").split(separator: "|").map(String.init)
        #expect(saved.count == 4 && saved.first == "sag-2026-0417-fund.jsonl", "\(saved)")
        let lines = saved.dropFirst(2).map { $0 + "\n" }.joined()
        #expect(saved.dropFirst().first == String(lines.utf8.count))
        #expect(lines.contains("\"opfyldt\"") && lines.contains("\"mangler\""), "\(lines)")
        try FileManager.default.createDirectory(atPath: configuration.incoming, withIntermediateDirectories: true)
        let path = "\(directory)/fund.jsonl"
        try lines.write(toFile: path, atomically: true, encoding: .utf8)
        let outcome = try fristctl(configuration, "submit", path)
        #expect(outcome.status == 0 && outcome.output.contains("2 registreringer"), "\(outcome)")
    }

    @Test func `the page is valid, and prints on A4`() throws {
        #expect(try sheets("2026-1").output.hasPrefix("2 skemaer"))
        let browser = try Browser(showing: try file("sag-2026-0417.html"))
        #expect(try browser.faults() == "")
        #expect(try browser.printed().contains("(A4)"))
    }

    @Test func `filled in and handed in, it is what the report counts`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: Self.asOf)
        try configuration.put("cases.jsonl", Self.cases)
        try configuration.awaitEmptySpool()
        let outcome = try fristctl(configuration, "review", "sheets", "2026-1", "--team", "nord", "--to", directory)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let path = "\(directory)/sag-2026-0417.jsonl"
        let empty = try fristctl(configuration, "submit", path)
        #expect(empty.status == 65 && empty.errors.contains("opfyldt"), "\(empty)")
        let lines = try String(contentsOfFile: path, encoding: .utf8)
        #expect(lines.split(separator: "\n").count == 6)
        try lines.replacing("\"vurdering\": \"\"", with: "\"vurdering\": \"delvist\"").write(
            toFile: path, atomically: true, encoding: .utf8)
        for _ in 0..<2 {
            let filled = try fristctl(configuration, "submit", "--wait", path, "\(directory)/afholdt-nord.jsonl")
            #expect(filled.status == 0 && filled.output.contains("7 registreringer er"), "\(filled)")
        }
        let row = try #require(
            try fristctl(configuration, "review", "report", "--team", "nord", "--json").rows().first)
        let parts = try #require(row["pejlemaerker"] as? [[String: Any]])
        #expect(parts.count == 6 && parts.allSatisfy { $0["delvist"] as? Int == 1 && $0["judged"] as? Int == 1 })
        #expect(try fristctl(configuration, "case", "team/nord").output.contains("ledelsestilsyn afholdt (2026-1)"))
        withExtendedLifetime(daemon) {}
    }

    @Test func `what is there is not written over, and an unknown review is told`() throws {
        #expect(try sheets("2026-1").status == 0)
        try "mine".write(toFile: "\(directory)/sag-2026-0417.jsonl", atomically: true, encoding: .utf8)
        let second = try sheets("2026-1")
        #expect(second.status == 1 && second.errors.contains("findes allerede og kan være udfyldt"))
        #expect(try file("sag-2026-0417.jsonl") == "mine")
        let unknown = try sheets("2025-2", "--team", "nord")
        #expect(unknown.status == 1 && unknown.errors.contains("der er 2026-1, andet"), "\(unknown)")
    }
}
