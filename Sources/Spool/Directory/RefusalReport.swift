import Deadlines
import Foundation

/// What stands beside refused lines: `<name>.reason.json`.
struct RefusalReport: Codable, Equatable {
    /// One refusal.
    struct Line: Codable, Equatable {
        fileprivate(set) var line: Int?
        fileprivate(set) var row: Int?
        fileprivate(set) var column: String?
        /// False where nothing of it lies beside the report.
        fileprivate(set) var kept: Bool?
        fileprivate(set) var byte: Int?
        fileprivate(set) var field: String?
        fileprivate(set) var value: String?
        fileprivate(set) var wrong: String
        fileprivate(set) var right: String
        /// All of it in one sentence.
        fileprivate(set) var reason: String

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
    private(set) var file: String
    /// When the file was last changed.
    let written: String
    /// When it was taken in.
    private(set) var taken: String
    /// How many lines are refused; 1 for a file as a whole.
    private(set) var count: Int
    /// The refusals, in order of lines or rows; no more than `Refusals.detailed` of them.
    private(set) var refused: [Line]
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

/// A report of which something is to be erased.
extension RefusalReport {
    /// The report without what it says of the lines or rows at `gone`, of so many that lie beside it. What it says of the file as
    /// a whole stays as long as there is a line of it, and what it says where it cannot be known of which.
    func without(_ gone: Set<Int>, of lines: Int) -> RefusalReport {
        var report = self
        let here = refused.indices.filter { refused[$0].kept != false }
        if count - (refused.count - here.count) == lines, refused.allSatisfy({ $0.line != nil || $0.row != nil }) {
            let told = Set(here.indices.filter(gone.contains).map { here[$0] })
            report.refused = refused.indices.filter { !told.contains($0) }.map { refused[$0] }
            report.count -= gone.count
        } else if lines > 0, gone.count == lines, here.count == refused.count {
            report.refused = []
            report.count = 0
        }
        return report
    }

    /// Whether it tells of anything.
    var tells: Bool { count > 0 }

    /// The report with a sign in place of every mention.
    func blotted(by mentions: CaseMentions) -> RefusalReport {
        func blot(_ text: String) -> String {
            String(decoding: mentions.blotted(inRefused: Array(text.utf8)), as: UTF8.self)
        }
        var report = self
        report.file = blot(file)
        for index in report.refused.indices {
            let line = report.refused[index]
            report.refused[index].field = line.field.map(blot)
            report.refused[index].value = line.value.map(blot)
            report.refused[index].wrong = blot(line.wrong)
            report.refused[index].right = blot(line.right)
            report.refused[index].reason = blot(line.reason)
        }
        return report
    }
}
