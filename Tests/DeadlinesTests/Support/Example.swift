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

    /// Fails the test when the rows of `rule` are others, whichever way round the updates came.
    func check(_ rule: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let found = try CaseStory(lines).rows(of: rule, at: moment)
        #expect(found == rows, "\(name)", sourceLocation: sourceLocation)
    }
}
