import Configuration
import Deadlines
import Figures
import Foundation
import Rules
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

    private func figures(
        _ lines: [String], for person: String = "tln", source: [String]? = nil, settings other: Settings? = nil,
        reminded: ((CaseID) -> Bool)? = nil
    ) throws -> DigestFigures {
        let settings = try other ?? ScratchConfiguration.shippedSettings()
        let period = DigestPeriod(.week, containing: try #require(LocalDate("2026-05-12")))
        func registered(_ lines: [String]) throws -> [CaseID: [RegisteredUpdate]] {
            let updates = try CaseUpdates.read(lines.joined(separator: "\n")).map {
                RegisteredUpdate($0, received: $0.at.earliest(in: settings.calendar.zone))
            }
            return Dictionary(grouping: updates, by: \.update.caseID)
        }
        let reaches = try source.map {
            FeedReaches(try registered($0), under: settings.law, zone: settings.calendar.zone)
        }
        let view = settings.view(of: period, at: try Instant(known: Self.moment), reaches: reaches)
        let recipient = try #require(
            settings.digests.recipient(PersonID(rawValue: person), of: .week, in: settings.organisation))
        var counter = DigestCounter(for: recipient, view: view)
        for (caseID, updates) in try registered(lines) {
            let all = standing(
                of: caseID, updates: updates.map(\.update), under: settings.law, on: settings.calendar, at: view.moment
            ).requirements
            let known = reminded.map { $0(caseID) ? Set(all.map(\.key)) : [] }
            counter.count(CaseGlance(caseID, updates: updates, reminded: known, view: view))
        }
        return counter.figures()
    }

    /// The settings with a text of a file replaced, and their wording.
    private func changed(_ file: String, _ text: String, _ other: String) throws -> (Settings, Wording) {
        let configuration = try ScratchConfiguration()
        return try withExtendedLifetime(configuration) {
            try configuration.replace(text, with: other, in: file)
            let settings = try SettingsReader(file: configuration.file).read()
            let wording = try Wording(
                settings.wording, law: settings.law, zone: settings.calendar.zone,
                office: settings.office, organisation: settings.organisation)
            return (settings, wording)
        }
    }

    /// The same in English, as the shipped files have it.
    private func englishWording() throws -> Wording {
        try changed("fristd.toml", "#language = \"da\"", "language = \"en\"").1
    }

    private func wording(_ change: (inout [String: String]) -> Void = { _ in }) throws -> Wording {
        var templates = try ScratchConfiguration.shippedSettings().wording.texts
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
        let running = Self.running(text)
        let first = try #require(
            running.range(
                of: "DET VIGTIGSTE 1. 2 overskredne frister kan stadig nås, alle lovens; 1 af dem er kommet til siden "
                    + "sidste overblik."))
        #expect(running.distance(from: running.startIndex, to: first.lowerBound) < 300)
        #expect(
            Self.running(text).contains(
                "Ved sidste overblik (11. maj 2026 kl. 08.00) var det 1. Siden er 1 kommet til, og 0 er løst."))
    }

    @Test func `in English the rules' own words are quoted, and tenths stand behind a point`() throws {
        let lines =
            ["1", "2", "3"].map { Self.measure("k-\($0)", "2026-02-12") } + [
                #"{"id": "b", "case": "k-1", "event": "opfoelgning.afholdt", "at": "2026-05-11", "ref": "ind-1", "data": {}}"#
            ]
        let forms = try englishWording().forms(of: figures(lines))
        let text = Self.running(forms.text)
        #expect(
            text.hasPrefix("Overview of time limits: week 20, 11 May – 17 May 2026 Written Monday 18 May 2026 at 08:00")
        )
        #expect(text.contains("You are the team leader of team nord."))
        #expect(
            text.contains(
                "6 days k-2 (ind-1), caseworker mhs “Første opfølgning på indsatsen”, Barnets lov § 95, stk. 2"))
        #expect(
            text.contains(
                "2 overdue time limits can still be met, all in law; 2 of them were added since the last overview."))
        #expect(text.contains("1 out of 3 (33.3 %)") && !text.contains("33,3"))
        #expect(forms.page.contains("<html lang=\"en\">") && forms.page.contains("1 out of 3 (33.3\u{A0}%)"))
        let rest = text.replacing(#/“[^”]*”|Barnets lov/#, with: "")
        #expect(!rest.contains(#/[æøåÆØÅ»«]/#), "\(rest)")
    }

    @Test func `who has several offices reads them in one sentence`() throws {
        let lines = [Self.measure("k-1", "2025-11-01")]
        let danish = try Self.running(wording().forms(of: figures(lines, for: "kor")).text)
        #expect(
            danish.contains(
                "Du er koordinator i team syd og koordinator for sager uden for teams med egen koordinator."))
        let english = try Self.running(englishWording().forms(of: figures(lines, for: "kor")).text)
        #expect(
            english.contains(
                "You are the coordinator of team syd, and the coordinator for cases outside the teams with a coordinator "
                    + "of their own."))
        #expect(
            try Self.running(wording().forms(of: figures(lines, for: "afd")).text).contains("Du er afdelingsleder. Her")
        )
    }

    @Test func `in batches it says how far the data reach, and why something is uncertain`() throws {
        let report =
            #"{"id": "u", "case": "k-1", "event": "underretning.modtaget", "at": "2026-05-15T10:00:00+02:00", "ref": "u", "#
            + #""caseworker": "mhs", "team": "nord", "data": {}}"#
        let source =
            #"{"id": "s", "case": "kilde/dubu", "event": "kilde.opdateret", "at": "2026-05-18T05:00:00+02:00", "#
            + #""data": {"til": "2026-05-16T09:00:00+02:00"}}"#
        let forms = try wording().forms(of: figures([report], source: [source]))
        for form in [Self.running(forms.text), forms.page] {
            #expect(form.contains("Data rækker til lørdag den 16. maj 2026 kl. 09.00."))
            #expect(
                form.contains("fordi en registrering mangler klokkeslæt eller data ikke rækker så langt, og tælles"))
        }
        #expect(
            forms.json.line.contains(#""reach": "2026-05-16T09:00:00.000+02:00""#), "\(forms.json.line.prefix(600))")
        let silent = try wording().forms(of: figures([report], source: []))
        #expect(silent.text.contains("Ingen kilde har sagt, hvor langt dens data rækker."))
        #expect(silent.json.line.contains(#""reach": null"#))
        let live = try wording().forms(of: figures([report]))
        #expect(!live.text.contains("Data rækker") && !live.page.contains("Data rækker"))
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

    @Test func `a cell is not broken, but stands on the next line where it does not fit`() {
        let line = "  mhs            Familie Nord      7      6            7              0  1\u{A0}for\u{A0}mange"
        #expect(
            WrappedText.lines(of: line, width: 80) == [
                "  mhs            Familie Nord      7      6            7              0",
                String(repeating: " ", count: 69) + "1 for mange",
            ])
        #expect(
            WrappedText.lines(of: "  mhs  7  6  1\u{A0}for\u{A0}mange", width: 80) == ["  mhs  7  6  1 for mange"])
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
        let more =
            "… og 50 flere. Alle står i »fristctl deadlines --doable --team nord«."
        #expect(
            Self.running(forms.text).contains(more)
                && forms.page.contains("<span>deadlines</span> <span>--doable</span> <span>--team</span>"))
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
        let first = "I alt er 60 af lovens frister overskredet i åbne sager."
        #expect(Self.running(forms.text).contains(first) && forms.page.contains(first))
        #expect(
            Self.running(forms.text).contains("Til det politiske udvalg. Ingen sager og ingen medarbejdere er nævnt."))
    }

    private static let settled = #"{"regel": "opfoelgning-foerste", "af": "tln"}"#

    /// It is read by people who do not work with it.
    @Test func `each number of the committee's is explained, and of nobody else's`() throws {
        let lines =
            (100..<160).map { Self.measure("k-\($0)", "2026-02-12") }
            + (0..<6).flatMap { number in
                ["underretning.modtaget", "boernesamtale.fravalgt", "brud.gennemgaaet"].map { kind in
                    #"{"id": "\#(kind)-\#(number)", "case": "k-1\#(number)0", "event": "\#(kind)", "at": "2026-05-12", "#
                        + #""ref": "r-\#(number)", "data": \#(kind == "brud.gennemgaaet" ? Self.settled : kind == "boernesamtale.fravalgt" ? #"{"formaal": "bfu"}"# : "{}")}"#
                }
            }
        let said = [
            "En frist er overskredet, når", "Efter hvor længe", "For hver uge:", "Skal være registreret i tide: ",
        ]
        let law = try ScratchConfiguration.shippedSettings().law
        let shown = ["underretninger", "fravalgte-samtaler", "fravalg-begrundelser", "gennemgang"]
        let about = try law.statistics.filter { shown.contains($0.id.rawValue) }.map { try #require($0.about) }
        #expect(about.count == shown.count)
        for (person, isExplained) in [("udvalg", true), ("tln", false)] {
            let forms = try wording().forms(of: figures(lines, for: person))
            for sentence in said + about {
                #expect(Self.running(forms.text).contains(sentence) == isExplained, "\(person): \(sentence)")
                #expect(forms.page.contains(sentence) == isExplained, "\(person): \(sentence)")
            }
            // Of what did not happen nothing is said.
            #expect(!forms.text.contains("Frister sat i bero") && forms.json.line.contains("Frister sat i bero"))
        }
    }

    @Test(arguments: [
        (
            [],
            "Af de 2, der ikke blev overholdt, var der ikke mindet om nogen inden fristen, oftest fordi det blev registreret for sent."
        ),
        (
            ["k-1"],
            "Af de 2, der ikke blev overholdt, var der mindet om 1 inden fristen; om 1 gik der ingen påmindelse, oftest fordi det blev registreret for sent."
        ),
        (["k-1", "k-2"], "Af de 2, der ikke blev overholdt, var der mindet om dem alle inden fristen."),
    ])
    func `whether what was missed had been reminded of`(reminded: [String], said: String) throws {
        let lines = [Self.measure("k-1", "2026-02-12"), Self.measure("k-2", "2026-02-12")]
        let forms = try wording().forms(of: figures(lines) { reminded.contains($0.rawValue) })
        #expect(Self.running(forms.text).contains(said) && forms.page.contains(said), "\(forms.text)")
        #expect(
            forms.json.line.contains("\"reminded\": {\"part\": \(reminded.count), \"whole\": 2}"), "\(forms.json.line)")
        #expect(try !wording().forms(of: figures(lines)).text.contains("der ikke blev overholdt, var"))
    }

    @Test func `only a limit of the statute is called broken`() throws {
        let local =
            #"{"id": "b", "case": "k-9", "event": "opfoelgning.afholdt", "at": "2026-02-15", "ref": "ind-1", "#
            + #""data": {"naeste": "2026-05-13"}}"#
        let figures = try figures([Self.measure("k-9", "2026-01-15"), local])
        #expect(figures.totals.map(\.grundlag) == [.lokal] && figures.totals.first?.kept == Ratio(0, of: 1))
        let forms = try wording().forms(of: figures)
        for form in [Self.running(forms.text), forms.page] {
            #expect(form.contains("1 ud af 1 er ikke registreret som overholdt i tide.") && !form.contains("brud"))
        }
        let broken = try wording().forms(of: self.figures([Self.measure("k-1", "2026-02-12")])).text
        #expect(
            Self.running(broken).contains(
                "1 ud af 1 er ikke registreret som overholdt i tide. Passer registreringen, er det brud på loven."))
    }

    private static func update(
        _ id: String, _ caseID: String, _ event: String, _ at: String, _ data: String = "", team: String = "nord"
    ) -> String {
        #"{"id": "\#(id)", "case": "\#(caseID)", "event": "\#(event)", "at": "\#(at)", "ref": "x", "caseworker": "mhs", "#
            + #""team": "\#(team)", "data": {\#(data)}}"#
    }

    @Test func `closed cases are told by number alone`() throws {
        let lines = [
            Self.measure("k-1", "2025-11-01"), Self.measure("lukket", "2025-10-01"),
            Self.update("l", "lukket", "sag.afsluttet", "2026-03-01"),
        ]
        let forms = try wording().forms(of: figures(lines))
        for form in [Self.running(forms.text), forms.page] {
            #expect(
                form.contains(
                    "2 frister er overskredet nu: 2 af lovens frister. Heraf 1 kan stadig nås, 1 i afsluttede sager."))
            #expect(form.contains("1 overskredet frist kan stadig nås, lovens.") && !form.contains("lukket"))
        }
        #expect(forms.json.line.contains(#""closed": {"lov": 1, "praksis": 0, "lokal": 0}"#))
    }

    @Test func `a missed limit of hours is told, one alone without a share`() throws {
        let reports = ["1", "2"].map {
            Self.update("u\($0)", "k-\($0)", "underretning.modtaget", "2026-05-13T10:00:00+02:00")
        }
        let assessed = Self.update("v", "k-2", "underretning.vurderet", "2026-05-13T11:00:00+02:00")
        let title = "Vurdering af underretning inden 24 timer: "
        let one = try Self.running(wording().forms(of: figures([reports[0]])).text)
        #expect(one.contains(title + "den ene, der forfaldt i uge 20, er ikke registreret som overholdt i tide."))
        let two = try Self.running(wording().forms(of: figures(reports + [assessed])).text)
        #expect(two.contains(title + "1 ud af 2 er ikke registreret som overholdt i tide i uge 20."))
    }

    @Test func `the share that was least kept is told with its period`() throws {
        let text = try Self.running(
            wording().forms(of: figures(["1", "2"].map { Self.measure("k-\($0)", "2026-02-12") })).text)
        #expect(text.contains("Første opfølgning på indsatsen: 0 ud af 2 overholdt (0 %) i uge 20."))
    }

    @Test func `who sees several teams is told which, by the name people use`() throws {
        let lines = [Self.measure("k-1", "2025-11-01")]
        let (_, wording) = try changed(
            "organisation.toml", "id = \"nord\"\n", "id = \"nord\"\nname = \"Nord & Havn\"\n")
        let all = try wording.forms(of: figures(lines, for: "afd"))
        #expect(all.text.contains("106 dage  k-1 (ind-1), rådgiver mhs, team Nord & Havn\n"))
        #expect(
            all.text.contains("\n  Rådgiver  Team         Sager")
                && all.text.contains("\n  mhs       Nord & Havn      1"))
        #expect(all.page.contains("<td>mhs<span class=\"law\">team Nord &amp; Havn</span></td>"))
        #expect(all.page.contains("<th scope=\"row\">mhs</th><td>Nord &amp; Havn</td>"))
        #expect(all.json.line.contains(#""caseworker": "mhs", "teams": ["nord"]"#))
        let own = try wording.forms(of: figures(lines))
        #expect(own.text.contains("Du er teamleder i team Nord & Havn.") && !own.text.contains("mhs, team"))
        #expect(!own.page.contains("<th scope=\"col\">Team</th>"))
    }

    @Test func `a § that is to be confirmed is marked, and the mark explained`() throws {
        let (lines, note) = ([Self.measure("k-1", "2026-02-12")], "* Henvisningen til loven er ikke bekræftet.")
        let sure = try wording().forms(of: figures(lines))
        #expect(!sure.text.contains("*") && !sure.page.contains(note))
        let id = "id = \"opfoelgning-foerste\"\n"
        let (settings, wording) = try changed("rules/barnets-lov.toml", id, id + "confirmed = false\n")
        let forms = try wording.forms(of: figures(lines, settings: settings))
        // In the list of what is overdue, and in the row of the rule.
        let text = Self.running(forms.text)
        #expect(text.contains("Første opfølgning på indsatsen, Barnets lov § 95, stk. 2* (lovens frist)"))
        #expect(text.contains("- Første opfølgning på indsatsen (Barnets lov § 95, stk. 2*)"))
        #expect(text.hasSuffix(note) && forms.page.contains("<p class=\"note\">\(note)</p>"))
        #expect(forms.page.contains("<span class=\"law\">Barnets\u{A0}lov\u{A0}§\u{A0}95,\u{A0}stk.\u{A0}2*</span>"))
    }

    @Test func `a drawing of caseworkers only where one has too many, and they are few`() throws {
        func isDrawn(_ caseworkers: Int, _ cases: Int) throws -> Bool {
            let lines =
                (0..<cases).map { Self.measure("k-\($0)", "2026-05-04") }
                + (1..<caseworkers).map { Self.measure("o-\($0)", "2026-05-04", "raad-\($0)") }
            let page = try wording().forms(of: figures(lines)).page
            #expect(page.contains("<th scope=\"row\">mhs</th><td class=\"number\">\(cases)</td>"))
            return page.contains("<figcaption>Sager hos hver rådgiver")
        }
        // Of the people of etc/organisation.toml mhs alone has a limit, of 25.
        #expect(try !isDrawn(2, 25) && isDrawn(2, 26) && isDrawn(15, 26) && !isDrawn(16, 26))
    }

    @Test(arguments: ["digest.txt", "digest.html", "cases.txt", "cases.html"])
    func `a template that is missing is told by its file`(name: String) throws {
        let faults = try #require(throws: Faults.self) { try wording { $0["\(name).mustache"] = nil } }
        #expect(faults.list.map(\.description) == ["\(name).mustache: the template is missing"])
    }
}
