import Foundation
import TestSupport
import Testing

/// The digests' pages in a real browser.
@Suite(.serialized) struct DigestBrowserTests {
    private static let asOf = "2026-05-18T08:00:00+02:00"

    /// The page of a person, made as on a command line.
    private func page(_ arguments: String...) throws -> String {
        let configuration = try ScratchConfiguration()
        // One of the caseworkers has more than there should be, which is drawn.
        try configuration.replace(
            "[[person]]\nid = \"jpe\"\n",
            with: "[[person]]\nid = \"jpe\"\n\n[[person]]\nid = \"raad-1\"\nmost_cases = 3\n",
            in: "organisation.toml")
        let file = configuration.path("cases.jsonl")
        try DigestCases.lines().write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try BuiltProgram("fristctl").run(
            ["digest", "--config", configuration.file, "--page", "--as-of", Self.asOf, "--updates", file, "--for"]
                + arguments)
        try #require(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
        return outcome.output
    }

    private static let people = [["tln"], ["udvalg", "--period", "quarter"], ["raad-1"]]

    private func page(of person: [String]) throws -> String {
        person.count == 1 ? try page(person[0]) : try page(person[0], person[1], person[2])
    }

    @Test(arguments: people)
    func `it is valid, and prints on A4`(person: [String]) throws {
        let browser = try Browser(showing: try page(of: person))
        #expect(try browser.faults() == "")
        let paper = try browser.printed()
        #expect(paper.contains("(A4)") && paper.contains(#/Pages: +[1-9]\d?\n/#), "\(paper)")
    }

    /// As the browser lays it out: nothing sticks out of the window, on a screen, on paper or on a telephone.
    @Test(arguments: people, [1200, 700, 500])
    func `nothing sticks out`(person: [String], width: Int) throws {
        let script = """
            const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
            const texts = [...document.querySelectorAll('svg text')].filter(t => {
              const text = t.getBoundingClientRect(), field = t.ownerSVGElement.getBoundingClientRect();
              return text.left < field.left - 1 || text.right > field.right + 1 || text.top < field.top - 1 ||
                text.bottom > field.bottom + 1; });
            return wide.map(e => e.tagName).join() + '|' + texts.map(e => e.textContent).join();
            """
        #expect(try Browser(showing: try page(of: person)).result(of: script, width: width) == "|")
    }

    /// WCAG AA: 4.5 to 1 for every text against what it stands on.
    @Test(arguments: people)
    func `every text can be read`(person: [String]) throws {
        let script = """
            const channels = color => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
            const light = color => { const [r, g, b] = channels(color).map(v => v / 255)
              .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
              if (c !== 'rgba(0, 0, 0, 0)') return c; } return 'rgb(255, 255, 255)'; };
            let count = 0; const faint = [];
            for (const e of document.querySelectorAll('body *')) {
              if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || e.tagName === 'SCRIPT') continue;
              if (['title', 'desc'].includes(e.tagName)) continue;
              const style = getComputedStyle(e), color = e instanceof SVGElement ? style.fill : style.color;
              const [a, b] = [light(color), light(ground(e))].sort((x, y) => y - x);
              count++; if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(e.textContent);
            }
            return (count > 20) + '|' + faint.join();
            """
        #expect(try Browser(showing: try page(of: person)).result(of: script, width: 1000) == "true|")
    }

    /// What somebody hears who does not see it: the language, headings in order, what each table and drawing is.
    @Test(arguments: people)
    func `it can be heard`(person: [String]) throws {
        let script = """
            const all = s => [...document.querySelectorAll(s)], wrong = [];
            if (document.documentElement.lang !== 'da') wrong.push('lang');
            if (all('h1').length !== 1 || all('main').length !== 1) wrong.push('h1');
            let last = 0; for (const h of all('h1, h2, h3')) { const level = Number(h.tagName[1]);
              if (level > last + 1) wrong.push('heading ' + h.textContent); last = level; }
            for (const t of all('table')) { if (!t.caption || !t.caption.textContent.trim()) wrong.push('caption');
              for (const h of t.querySelectorAll('th')) if (!['row', 'col'].includes(h.scope)) wrong.push('scope');
              for (const r of t.querySelectorAll('tbody tr')) if (!r.querySelector('th')) wrong.push('row head');
              const width = t.querySelectorAll('thead th').length;
              for (const r of t.rows) if (r.cells.length !== width) wrong.push('cells'); }
            for (const s of all('svg')) for (const name of ['title', 'desc'])
              if (s.getAttribute('role') !== 'img' || !s.querySelector(':scope > ' + name)?.textContent.trim()) wrong.push(name);
            return all('table').length + ' ' + wrong.join();
            """
        let heard = try Browser(showing: try page(of: person)).result(of: script, width: 1000)
        #expect(heard.wholeMatch(of: #/[1-9]\d* /#) != nil, "\(heard)")
    }

    /// The drawings say what the tables beside them say.
    @Test func `the bars are as long as their numbers`() throws {
        let script = """
            const wrong = []; const drawings = [...document.querySelectorAll('svg')];
            const lengths = (svg, side) => [...svg.querySelectorAll('rect')].map(r => r.getBoundingClientRect()[side]);
            const numbers = svg => svg.querySelector('desc').textContent.match(/: [0-9]+/g).map(t => Number(t.slice(2)));
            for (const [index, side] of [[0, 'width'], [1, 'width'], [2, 'height']]) {
              const svg = drawings[index], shown = numbers(svg), bars = lengths(svg, side);
              if (bars.length !== shown.length || !bars.length) wrong.push(index + ': ' + bars.length + ' of ' + shown.length);
              const unit = Math.max(...bars) / Math.max(...shown);
              bars.forEach((bar, i) => { if (Math.abs(bar - shown[i] * unit) > 1.5) wrong.push(index + '.' + i + ' ' + bar); });
            }
            return drawings.length + ' ' + wrong.join();
            """
        #expect(try Browser(showing: try page("tln")).result(of: script, width: 1000) == "3 ")
    }
}
