import Configuration
package import Deadlines
import Spool

/// Updates for tests, read as the daemon reads them.
package enum CaseUpdates {
    /// The updates in lines of JSON, under the rules as shipped.
    package static func read(_ lines: String) throws -> [Update] {
        let law = try ScratchConfiguration.shippedSettings().law
        let reader = UpdateReader(vocabulary: law.vocabulary, rules: law.ruleNames)
        return try lines.split(separator: "\n").map { try reader.update(from: $0.utf8) }
    }
}

extension Instant {
    /// The instant of a text that a test knows to be one.
    package init(known text: String) throws {
        guard let instant = Instant(text) else { throw NoInstant(text: text) }
        self = instant
    }

    private struct NoInstant: Error {
        let text: String
    }
}
