import Deadlines
import TestSupport
import Testing

/// A sentence of the law page, and a small case that shows what it says of one rule, under all packs.
struct Sentence: Sendable, CustomTestStringConvertible {
    let rule: String
    let example: Example

    /// `rule` in the case of `lines` comes to `rows` at `moment`.
    init(_ name: String, _ rule: String, _ lines: [String], at moment: String, _ rows: [String]) {
        self.rule = rule
        example = Example(name, lines, at: moment, rows)
    }

    var testDescription: String { "\(rule): \(example.name)" }

    /// Fails the test when the rows are others.
    func check(of caseID: String = "2024-0417", sourceLocation: SourceLocation = #_sourceLocation) throws {
        try example.check(rule, of: caseID, under: Shipped.wholeLaw, sourceLocation: sourceLocation)
    }
}
