import Deadlines
import Foundation

/// What stands beside refused lines: `<name>.reason.json`.
struct RefusalReport: Codable, Equatable {
    /// One refusal.
    struct Line: Codable, Equatable {
        let line: Int?
        let row: Int?
        let column: String?
        let byte: Int?
        let field: String?
        let value: String?
        let wrong: String
        let right: String
        /// All of it in one sentence.
        let reason: String

        init(_ refusal: Refusal) {
            line = refusal.line
            row = refusal.row
            column = refusal.column
            byte = refusal.byte
            field = refusal.field
            value = refusal.value
            wrong = refusal.wrong
            right = refusal.right
            reason = refusal.description
        }
    }

    /// The file's name in `incoming/`, masked.
    let file: String
    /// When the file was last changed.
    let written: String
    /// When it was taken in.
    private(set) var taken: String
    /// How many lines are refused; 1 for a file as a whole.
    let count: Int
    /// The refusals, in order of lines or rows; no more than `Refusals.detailed` of them.
    let refused: [Line]

    init(_ file: TakenFile, _ refusals: Refusals, at time: WallTime) {
        self.file = file.name
        let milliseconds = Int64(file.identity.seconds) * 1000 + Int64(file.identity.nanoseconds) / 1_000_000
        written = time.zone.text(of: Instant(milliseconds: milliseconds))
        taken = time.zone.text(of: time.now)
        count = refusals.count
        refused = refusals.reasons.sorted { ($0.position ?? 0) < ($1.position ?? 0) }.map(Line.init)
    }

    /// The report as JSON, indented, keys in order.
    func encoded() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Numbers and texts alone can always be encoded.
        return Array((try? encoder.encode(self)) ?? Data()) + [UInt8(ascii: "\n")]
    }

    /// Reads a report; nil when `bytes` hold none.
    init?(_ bytes: [UInt8]) {
        guard let report = try? JSONDecoder().decode(RefusalReport.self, from: Data(bytes)) else { return nil }
        self = report
    }

    /// Whether `other` says the same of the same file: it was then written just before a crash.
    func isSame(as other: RefusalReport) -> Bool {
        var other = other
        other.taken = taken
        return self == other
    }
}
