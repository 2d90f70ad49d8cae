import Configuration
import Deadlines
import Import
import Notices

/// What exports come to, as a table for a terminal and as JSON.
struct ImportReport {
    private struct Row {
        let file: String
        let row: Int?
        let change: ImportChange
        let update: Update
        /// What it takes back or takes the place of.
        var other: Update?
        /// What replaces what it takes back.
        var replacement: Update?

        /// What is shown; of what is taken back, what it said.
        var shown: Update { change == .takenBack ? other ?? update : update }
        /// What stands beside it in a correction.
        var beside: Update? {
            switch change {
            case .takenBack: replacement
            case .corrected: other
            case .new, .changed, .reach, .vanished, .disputed: nil
            }
        }
    }

    private let submission: ExportSubmission
    private let rows: [Row]

    init(_ submission: ExportSubmission) {
        self.submission = submission
        rows = submission.exports.flatMap { export in
            ImportReport.rows(export.conversion.entries, of: export.file)
                + export.conversion.vanished.map { Row(file: export.file, row: nil, change: .vanished, update: $0) }
                + export.conversion.disputed.map { Row(file: export.file, row: nil, change: .disputed, update: $0) }
        }
    }

    private static func rows(_ entries: [Conversion.Entry], of file: String) -> [Row] {
        entries.enumerated().map { index, entry in
            var row = row(entry, of: file)
            // What replaces it stands right after what is taken back.
            if row.change == .takenBack, index + 1 < entries.count { row.replacement = entries[index + 1].update }
            return row
        }
    }

    private static func row(_ entry: Conversion.Entry, of file: String) -> Row {
        let (change, other): (ImportChange, Update?) =
            switch entry.reason {
            case .new: (.new, nil)
            case .takesBack(let other): (.takenBack, other)
            case .replaces(let other): (.corrected, other)
            case .follows(let other): (.changed, other)
            case .reach: (.reach, nil)
            }
        return Row(file: file, row: entry.row, change: change, update: entry.update, other: other)
    }

    /// The table where it is asked for, what is told in any case, and the sum.
    func lines(withChanges: Bool) throws -> [String] {
        let wording = try Wording(submission.settings)
        let told = rows.filter {
            ($0.change != .reach && withChanges) || $0.change == .vanished || $0.change == .disputed
        }
        let zone = submission.settings.calendar.zone
        var table = Table([
            wording.column(.change), wording.column(.case), wording.column(.ref, .cut(rank: 1)),
            wording.column(.event, .cut(rank: 0)), wording.column(.at),
        ])
        for row in told {
            table.add([
                wording.say(row.change), row.shown.caseID.rawValue, row.shown.ref?.rawValue ?? "",
                row.shown.event.rawValue, wording.numeric(.date(row.shown.at.date(in: zone))),
            ])
        }
        guard !told.isEmpty else { return sums }
        let lines = table.lines(for: .standard)
        // What it says has a line of its own, so that a terminal need not cut it.
        let said = told.map { row -> [String] in
            let text = data(of: row, wording)
            return text.isEmpty ? [] : ["    \(text)"]
        }
        return lines.prefix(1) + zip(lines.dropFirst(), said).flatMap { [$0] + $1 } + [""] + sums
    }

    /// What an update says besides its date; beside one that it replaces or that replaces it, only what differs.
    private func data(of row: Row, _ wording: Wording) -> String {
        let (shown, beside) = (row.shown, row.beside)
        let staff = [
            (shown.caseworker?.rawValue, beside?.caseworker?.rawValue), (shown.team?.rawValue, beside?.team?.rawValue),
        ]
        let holder = staff.filter { beside == nil || $0.0 != $0.1 }.compactMap(\.0)
        let data = shown.data.filter { beside == nil || beside?.data[$0.key] != $0.value }
        let fields = data.sorted { $0.key < $1.key }.map { field, value in
            "\(submission.settings.law.vocabulary.title(of: field)) \(wording.text(of: value))"
        }
        return (holder + fields).joined(separator: ", ")
    }

    private var sums: [String] {
        submission.exports.map { export in
            let conversion = export.conversion
            let counts = ImportChange.allCases.filter { $0 != .reach }.map { change in
                (change, rows.count { $0.change == change && $0.file == export.file })
            }
            let changes = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue.replacing("_", with: " "))" }
            let parts =
                ["\(conversion.rows) rows"] + changes + ["\(conversion.unchanged) unchanged"]
                + (conversion.waiting > 0 ? ["\(conversion.waiting) ahead"] : [])
                + (conversion.reach.map { ["reaches \(submission.settings.calendar.zone.text(of: $0))"] } ?? [])
            return "\(export.file): \(parts.joined(separator: ", "))"
        }
    }

    /// A list of what `lines` shows with changes.
    var json: JSON {
        let zone = submission.settings.calendar.zone
        return JSON.list(
            rows.map { row in
                .object(
                    [
                        ("file", .text(row.file)), ("row", .optional(number: row.row)),
                        ("change", .text(row.change.rawValue)),
                    ] + row.update.members(in: zone) + [("other", .optional(row.other?.id.rawValue))])
            })
    }
}
