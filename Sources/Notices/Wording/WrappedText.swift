/// Text broken to a width.
package enum WrappedText {
    /// The lines of `text`, those longer than `width` broken at spaces, the hard ones excepted. What follows is indented as far as
    /// the last column, which two spaces set off, or by two more than a line without columns.
    package static func lines(of text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapped(trimmed($0), width) }
            .map { $0.replacing("\u{A0}", with: " ") }
    }

    private static func wrapped(_ line: Substring, _ width: Int) -> [String] {
        guard line.count > width else { return [String(line)] }
        let margin = margin(of: line)
        let (head, space) = (line.prefix(margin), String(repeating: " ", count: margin))
        var lines: [String] = []
        var last = String(head)
        for (position, word) in line.dropFirst(margin).split(separator: " ", omittingEmptySubsequences: false)
            .enumerated()
        {
            if position == 0, margin + word.count > width, word.count < margin {
                // A last cell that does not fit stands on the next line, where it ends with it.
                lines.append(String(trimmed(head)))
                last = String(repeating: " ", count: width - word.count) + word
            } else if position > 0, last.count + 1 + word.count > width {
                lines.append(last)
                last = space + word
            } else {
                last += (position == 0 ? "" : " ") + word
            }
        }
        return lines + [last]
    }

    /// Where the running text of a line goes on.
    private static func margin(of line: Substring) -> Int {
        let indent = line.prefix { $0 == " " }
        guard let gap = line[indent.endIndex...].ranges(of: "  ").last else { return indent.count + 2 }
        let text = line[gap.upperBound...].firstIndex { $0 != " " } ?? gap.upperBound
        return line.distance(from: line.startIndex, to: text)
    }

    private static func trimmed(_ line: Substring) -> Substring {
        line.lastIndex { $0 != " " }.map { line[...$0] } ?? ""
    }
}
