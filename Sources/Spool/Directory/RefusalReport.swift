import Deadlines
import Foundation

/// What stands beside refused lines: `<name>.reason.json`.
struct RefusalReport: Codable, Equatable {
    /// One refusal.
    struct Line: Codable, Equatable {
        let line: Int?
        let row: Int?
        let column: String?
        /// False where nothing of it lies beside the report.
        let kept: Bool?
        let byte: Int?
        let field: String?
        let value: String?
        let wrong: String
        let right: String
        /// All of it in one sentence.
        let reason: String

        init(_ refusal: Refusal, isKept: Bool) {
            kept = isKept ? nil : false
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

    /// What lies beside the report, of all that is refused.
    enum Kept: String {
        /// All of it.
        case all
        /// The rows of an export that could be divided into cells.
        case divided =
            "of rows that cannot be divided into cells nothing is kept here: correct the export, and send it again"
        /// The columns of an export that its mapping speaks of.
        case columns =
            "only the columns that the mapping speaks of are kept here: correct what is wrong, and send the export again"
        /// None of it.
        case nothing = "nothing of the file is kept here: correct what is wrong, and send it again"
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
    /// What is kept of it, and what to do; nil where all that is refused lies beside the report.
    let kept: String?

    init(_ file: TakenFile, _ refusals: Refusals, _ kept: Kept, at time: WallTime) {
        self.kept = kept == .all ? nil : kept.rawValue
        let undivided = file.export?.undivided ?? []
        self.file = file.name
        let milliseconds = Int64(file.identity.seconds) * 1000 + Int64(file.identity.nanoseconds) / 1_000_000
        written = time.zone.text(of: Instant(milliseconds: milliseconds))
        taken = time.zone.text(of: time.now)
        count = refusals.count
        refused = refusals.reasons.sorted { ($0.position ?? 0) < ($1.position ?? 0) }.map { refusal in
            let isGone = refusal.row.map { refusal.isWithheld || undivided.contains($0) } ?? false
            return Line(refusal, isKept: !isGone)
        }
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
