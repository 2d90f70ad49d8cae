import Glibc

/// A table that fits the terminal: the last column gives way first, then the widest.
struct Table {
    private let headings: [String]
    private var rows: [[String]] = []

    init(_ headings: [String]) {
        self.headings = headings
    }

    /// Adds a row of as many cells as there are headings.
    mutating func add(_ cells: [String]) {
        rows.append(cells)
    }

    /// The lines, at most `width` wide; nil does not limit them, as in a pipe.
    func lines(width: Int?) -> [String] {
        let widths = columnWidths(within: width)
        return ([headings] + rows).map { row in
            let cells = zip(row, widths).map { Table.fit($0, to: $1) }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
    }

    private func columnWidths(within width: Int?) -> [Int] {
        var widths = headings.indices.map { column in ([headings] + rows).map { $0[column].count }.max() ?? 0 }
        guard let width else { return widths }
        let gaps = 2 * (widths.count - 1)
        while widths.reduce(gaps, +) > width, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > 4
        {
            widths[widest] -= 1
        }
        return widths
    }

    private static func fit(_ cell: String, to width: Int) -> String {
        if cell.count <= width { return cell + String(repeating: " ", count: width - cell.count) }
        return String(cell.prefix(width - 1)) + "…"
    }
}

/// Where the output goes.
enum Output {
    /// The width of the terminal, or nil when the output is no terminal.
    static var width: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
