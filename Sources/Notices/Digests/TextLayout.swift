/// Text for a terminal and a mail.
enum TextLayout {
    /// The longest line.
    static let width = 80

    /// `text` with its long lines broken at spaces, what follows indented by two more than the line, or by as much as
    /// where its second column begins.
    static func wrapped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { wrapped(line: $0) }.joined(separator: "\n")
            + "\n"
    }

    private static func wrapped(line: Substring) -> String {
        let line = line.trimmingTrailingSpaces
        guard line.count > width else { return String(line) }
        let margin = String(repeating: " ", count: line.prefix { $0 == " " }.count + 2)
        var lines: [String] = []
        var current = String(line.prefix { $0 == " " })
        for word in line.split(separator: " ") {
            let isFirst = current.allSatisfy { $0 == " " }
            if !isFirst, current.count + 1 + word.count > width {
                lines.append(current)
                current = margin + word
            } else {
                current += (isFirst ? "" : " ") + word
            }
        }
        return (lines + [current]).joined(separator: "\n")
    }

    /// Cells under one another: those of `right` end, the others begin under one another.
    static func columns(_ rows: [[String]], right: Set<Int>) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return right.contains(column) ? space + row[column] : row[column] + space
            }
            return String(cells.joined(separator: "  ")[...].trimmingTrailingSpaces)
        }
    }
}

extension Substring {
    fileprivate var trimmingTrailingSpaces: Substring {
        var end = endIndex
        while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
        return self[..<end]
    }
}
