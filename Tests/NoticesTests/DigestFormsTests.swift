import Configuration
import Deadlines
import Foundation
import TestSupport
import Testing

@testable import Notices

/// How a digest reads.
@Suite struct DigestFormsTests {
    private static let moment = "2026-05-18T08:00:00+02:00"

    private static func measure(_ caseID: String, _ at: String, _ caseworker: String = "mhs") -> String {
        #"{"id": "\#(caseID.replacing("/", with: "."))", "case": "\#(caseID)", "event": "indsats.ivaerksat", "at": "\#(at)", "ref": "ind-1", "#
            + #""caseworker": "\#(caseworker)", "team": "nord", "data": {"type": "aflastning"}}"#
    }

    private func figures(_ lines: [String], for person: String = "tln") throws -> DigestFigures {
        let settings = try ScratchConfiguration.shippedSettings()
        let period = DigestPeriod(.week, containing: try #require(LocalDate("2026-05-12")))
        let view = settings.view(of: period, at: try Instant(known: Self.moment))
        let recipient = try #require(
            settings.digests.recipient(PersonID(rawValue: person), of: .week, in: settings.organisation))
        var counter = DigestCounter(for: recipient, view: view)
        for (caseID, updates) in Dictionary(grouping: try CaseUpdates.read(lines.joined(separator: "\n")), by: \.caseID)
        {
            let registered = updates.map {
                RegisteredUpdate($0, received: $0.at.earliest(in: settings.calendar.zone))
            }
            counter.count(CaseGlance(caseID, updates: registered, view: view))
        }
        return counter.figures()
    }

    private func wording(_ change: (inout [String: String]) -> Void = { _ in }) throws -> Wording {
        var templates = try ScratchConfiguration.shippedSettings().templates
        change(&templates)
        return try SendingRoom.wording(templates)
    }

    /// The text without its line breaks.
    private static func running(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `the most important first, in words`() throws {
        let lines = [Self.measure("k-1", "2025-11-01"), Self.measure("k-2", "2026-02-15", "jpe")]
        let text = try wording().forms(of: figures(lines)).text
        #expect(
            text.hasPrefix(
                "Overblik over frister: uge 20, 11. maj – 17. maj 2026\nSkrevet mandag den 18. maj 2026 kl. 08.00."))
        #expect(text.contains("Du er teamleder i team nord."))
        let first = try #require(
            text.range(of: "DET VIGTIGSTE\n  1. 2 af lovens frister er overskredet. Den ældste er 106"))
        #expect(text.distance(from: text.startIndex, to: first.lowerBound) < 300)
        #expect(text.contains("Ved sidste overblik (11. maj 2026) var det 1. Siden er 1 kommet til, og 0 er"))
    }

    @Test func `where there is nothing, a line says so`() throws {
        let calm = try wording().forms(of: figures([Self.measure("k-1", "2026-05-04")]))
        for form in [calm.text, calm.page] {
            #expect(form.contains("Ingen frister er overskredet, og ingen forfalder inden 14 dage."))
        }
        #expect(!calm.text.contains("DET VIGTIGSTE"))
        let empty = try wording().forms(of: figures([]))
        #expect(
            empty.text.hasSuffix("\n\nDer er ingen sager at vise.\n") && empty.text.split(separator: "\n").count == 4)
        #expect(empty.page.contains("<p class=\"first calm\">Der er ingen sager at vise.</p>"))
    }

    @Test func `no line is longer than a mail's, however much there is`() throws {
        let lines = (100..<160).map { Self.measure("2026-\($0)/abc", "2025-1\($0 % 3)-01", "raadgiver-\($0 % 7)") }
        for person in ["tln", "udvalg"] {
            let text = try wording().forms(of: figures(lines, for: person)).text
            let longest = text.split(separator: "\n").map(\.count).max()
            #expect(longest ?? 0 <= 80 && !text.contains("\u{A0}") && !text.contains(" \n"))
            #expect(!text.contains("{{") && !text.contains("&"))
        }
    }

    @Test func `a short list says how many there are besides`() throws {
        let lines = (100..<160).map { Self.measure("2026-\($0)", "2025-11-01") }
        let forms = try wording().forms(of: figures(lines))
        #expect(forms.text.contains("  … og 50 flere.\n") && forms.page.contains("<p>… og 50 flere.</p>"))
        #expect(forms.text.matches(of: #/106 dage  2026-/#).count == 10)
    }

    /// A rule's title may say anything; here through the words of a municipality.
    @Test func `whatever stands in a page is text there`() throws {
        let evil = "<script>alert('x')</script>&\"<b>"
        let forms = try wording { templates in
            templates["ord.toml"] = templates["ord.toml"]?.replacingOccurrences(
                of: "lov = \"Lovens frister\"", with: "lov = '''\(evil)'''")
        }.forms(of: figures([Self.measure("k-1", "2025-11-01")]))
        #expect(forms.text.contains(evil))
        #expect(!forms.page.contains("<script") && !forms.page.contains("<b>"))
        #expect(forms.page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;&lt;b&gt;"))
    }

    @Test func `the page needs nothing but itself`() throws {
        let page = try wording().forms(of: figures([Self.measure("k-1", "2025-11-01")])).page
        for part in ["<script", "<link", "<img", "src=", "href=", "url(", "@import", "http", "onload"] {
            #expect(!page.contains(part), "\(part)")
        }
    }

    @Test func `the committee's names nobody and no case, in none of its forms`() throws {
        let lines = (100..<160).map { Self.measure("hemmelig-\($0)", "2025-11-01", "navngiven-\($0 % 7)") }
        let forms = try wording().forms(of: figures(lines, for: "udvalg"))
        for form in [forms.text, forms.page, forms.json.line] {
            #expect(!form.contains("hemmelig") && !form.contains("navngiven") && !form.contains("tln"))
        }
        #expect(forms.text.contains("60 af lovens frister er overskredet."))
        #expect(
            Self.running(forms.text).contains("Til det politiske udvalg. Ingen sager og ingen medarbejdere er nævnt."))
    }

    @Test func `only a limit of the statute is called broken`() throws {
        let local =
            #"{"id": "b", "case": "k-9", "event": "opfoelgning.afholdt", "at": "2026-02-15", "ref": "ind-1", "#
            + #""data": {"naeste": "2026-05-13"}}"#
        let figures = try figures([Self.measure("k-9", "2026-01-15"), local])
        #expect(figures.totals.map(\.grundlag) == [.lokal] && figures.totals.first?.kept == Ratio(0, of: 1))
        let forms = try wording().forms(of: figures)
        for form in [Self.running(forms.text), forms.page] {
            #expect(form.contains("1 ud af 1 er ikke overholdt.") && !form.contains("brud"))
        }
        let broken = try wording().forms(of: self.figures([Self.measure("k-1", "2026-02-12")])).text
        #expect(Self.running(broken).contains("1 ud af 1 er ikke overholdt, og det er brud på loven."))
    }

    @Test(arguments: ["digest.txt", "digest.html", "cases.txt", "cases.html"])
    func `a template that is missing is told by its file`(name: String) throws {
        let faults = try #require(throws: Faults.self) { try wording { $0["\(name).mustache"] = nil } }
        #expect(faults.list.map(\.description) == ["da/\(name).mustache: the template is missing"])
    }
}
