/// Text for a terminal and a mail.
enum TextLayout {
    /// The longest line.
    static let width = 80

    /// `text` with its long lines broken at spaces, the hard ones excepted, what follows indented as far as the
    /// line's last column.
    static func wrapped(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { wrapped(line: $0) }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.map { $0.replacing("\u{A0}", with: " ") + "\n" }.joined()
    }

    private static func wrapped(line: Substring) -> String {
        let line = line.trimmingTrailingSpaces
        guard line.count > width else { return String(line) }
        let column = column(of: line)
        let margin = String(repeating: " ", count: column.margin)
        var lines: [String] = []
        var current = String(line[..<column.start])
        var isFirst = true
        for word in line[column.start...].split(separator: " ") {
            if isFirst, column.margin + word.count > width, word.count < column.margin {
                // A last cell that does not fit stands on the next line, where it ends with it.
                lines.append(String(current[...].trimmingTrailingSpaces))
                current = String(repeating: " ", count: width - word.count) + word
            } else if !isFirst, current.count + 1 + word.count > width {
                lines.append(current)
                current = margin + word
            } else {
                current += (isFirst ? "" : " ") + word
            }
            isFirst = false
        }
        return (lines + [current]).joined(separator: "\n")
    }

    /// Where the running text of a line begins, and how far what follows is indented: at the last column set off by two
    /// spaces, or by two more than a line without columns.
    private static func column(of line: Substring) -> (start: Substring.Index, margin: Int) {
        let text = line.firstIndex { $0 != " " } ?? line.startIndex
        guard let gap = line[text...].ranges(of: "  ").last else {
            return (text, line.distance(from: line.startIndex, to: text) + 2)
        }
        let start = line[gap.upperBound...].firstIndex { $0 != " " } ?? gap.upperBound
        return (start, line.distance(from: line.startIndex, to: start))
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
