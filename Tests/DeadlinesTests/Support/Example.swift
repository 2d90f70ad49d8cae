import Deadlines
import TestSupport
import Testing

/// A small case and the rows it must come to, worked out by hand from the law and the contract.
struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let lines: [String]
    let moment: String
    let rows: [String]

    /// The case of `lines` comes to `rows` at `moment`.
    init(_ name: String, _ lines: [String], at moment: String, _ rows: [String]) {
        self.name = name
        self.lines = lines
        self.moment = moment
        self.rows = rows
    }

    var testDescription: String { name }

    /// Fails the test when the rows of `rule` are others, in whatever order the updates come: every order of up to five.
    func check(
        _ rule: String, of caseID: String = "2024-0417", under law: Law? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let story = try CaseStory(lines, of: caseID, under: law)
        let orders = lines.count <= 5 ? story.updates.permutations : [story.updates, story.updates.reversed()]
        for order in orders {
            let found = try story.arriving(order).rows(of: rule, at: moment)
            #expect(found == rows, "order \(order.map(\.id))", sourceLocation: sourceLocation)
            if found != rows { return }
        }
    }
}
