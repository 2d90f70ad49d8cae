import Deadlines
import Foundation
import Rules
import TestSupport
import Testing

/// The page beside the packs: each of its examples is true.
@Suite struct RulePageTests {
    /// A rule as the page shows it, and what it says of a case.
    struct PageExample: Sendable, CustomTestStringConvertible {
        let pack: String
        let updates: [String]
        let moment: String
        let rows: [String]

        var testDescription: String { "\(updates.first ?? "") …" }
    }

    @Test(arguments: try RulePageTests.examples())
    func anExampleIsTrue(_ example: PageExample) throws {
        let shared = try ["begreber.toml", "stiger.toml"].map {
            (file: $0, text: try RepositoryTree.text("etc/rules/\($0)"))
        }
        let law = try LawReader(shared + [(file: "README.md", text: example.pack)]).read().law
        if example.pack.contains("[[statistic]]") {
            let days = example.moment.split(separator: " ").compactMap { LocalDate($0) }
            try #require(days.count == 2)
            let period = Period(from: days[0], until: days[1])
            #expect(try StatisticRows(law: law, period: period).rows(of: example.updates) == example.rows)
            return
        }
        let story = try CaseStory(example.updates, under: law)
        for order in [story.updates, story.updates.reversed()] {
            #expect(try story.arriving(order).rows(of: "proeve", at: example.moment) == example.rows)
        }
    }

    /// Every form the language has is shown.
    @Test func everyFormHasAnExample() throws {
        let text = try RepositoryTree.text("etc/rules/README.md")
        for form in [
            "deadline", "repetition", "count", "prerequisite", "required-field", "conflict", "stillness", "delay",
            "waiting", "share",
        ] {
            #expect(text.contains("form = \"\(form)\""), "\(form)")
        }
        #expect(try Self.examples().count == text.components(separatedBy: "```toml").count - 1)
    }

    static func examples() throws -> [PageExample] {
        let text = try RepositoryTree.text("etc/rules/README.md")
        var pack: String?
        return text.components(separatedBy: "\n```").compactMap { block in
            if block.hasPrefix("toml\n") { pack = String(block.dropFirst(5)) }
            guard block.hasPrefix("example\n"), let rule = pack else { return nil }
            let lines = block.split(separator: "\n").dropFirst().map(String.init)
            guard let moment = lines.firstIndex(where: { $0.hasPrefix("@ ") }) else { return nil }
            return PageExample(
                pack: rule, updates: Array(lines[..<moment]), moment: String(lines[moment].dropFirst(2)),
                rows: Array(lines[(moment + 1)...]))
        }
    }
}
