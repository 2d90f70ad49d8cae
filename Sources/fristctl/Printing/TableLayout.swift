/// Where the columns of a table stand on a terminal of some width.
struct TableLayout {
    private let columns: [Table.Column]
    private let width: Int?
    /// Of each column that stands in the row.
    private var widths: [Int]
    private var gap = 2
    /// Whether the last column goes beneath the row.
    private var isLastBeneath = false
    /// How many columns stand on a line of their own above the rest of the row.
    private var above = 0
    private var headingLines: [[String]]

    /// Columns that are cut keep at least so much.
    private static let leastCut = 8
    private static let longName = 20
    private static let leastName = 12

    /// The layout for `table`; nil is no limit.
    init(_ table: Table, width: Int?) {
        self.width = width
        columns = table.columns
        headingLines = table.columns.map { [$0.heading] }
        widths = table.columns.indices.map { column in
            table.rows.reduce(table.columns[column].heading.count) { max($0, $1[column].text.count) }
        }
        guard width != nil else { return }
        if isTooWide, columns.last?.place == .beneath { isLastBeneath = true }
        if isTooWide { breakHeadings(table) }
        if isTooWide { liftNames() }
        if isTooWide { letLongNamesStickOut(table) }
        if isTooWide { cut() }
        if isTooWide { narrowNames() }
    }

    private var inRow: Range<Int> { above..<(columns.count - (isLastBeneath ? 1 : 0)) }

    private var isTooWide: Bool { width.map { inRow.map { widths[$0] }.reduce(0, +) + gaps > $0 } ?? false }

    private var gaps: Int { gap * max(0, inRow.count - 1) + (above > 0 ? gap : 0) }

    /// The headings of numbers one word a line, as they are wider than most numbers.
    private mutating func breakHeadings(_ table: Table) {
        for column in columns.indices where columns[column].place == .number {
            headingLines[column] = columns[column].heading.split(separator: " ").map(String.init)
            let cells = table.rows.map { $0[column].text.count }
            widths[column] = (cells + headingLines[column].map(\.count)).max() ?? 0
        }
    }

    private mutating func cut() {
        let ranked: [(column: Int, rank: Int)] = inRow.compactMap { column in
            if case .cut(let rank) = columns[column].place { (column, rank) } else { nil }
        }
        for (column, _) in ranked.sorted(by: { $0.rank < $1.rank }) {
            while isTooWide, widths[column] > max(TableLayout.leastCut, columns[column].heading.count) {
                widths[column] -= 1
            }
        }
    }

    /// What the numbers are about goes above them.
    private mutating func liftNames() {
        guard let first = columns.firstIndex(where: { $0.place == .number }), first > 0 else { return }
        above = first
        if isTooWide { gap = 1 }
    }

    /// A few long names must not push everything else apart: what is longer than its column ends its line, and the row goes
    /// on beneath.
    private mutating func letLongNamesStickOut(_ table: Table) {
        for column in inRow where columns[column].place == .whole {
            let cells = table.rows.map { $0[column].text.count } + [columns[column].heading.count]
            widths[column] = cells.filter { $0 <= TableLayout.longName }.max() ?? TableLayout.longName
        }
    }

    private mutating func narrowNames() {
        let whole = inRow.filter { columns[$0].place == .whole }
        while isTooWide, let widest = whole.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > TableLayout.leastName
        {
            widths[widest] -= 1
        }
    }

    /// The lines above the rows.
    var headings: [String] {
        var lines = above > 0 ? [columns[..<above].map(\.heading).joined(separator: "  ")] : []
        let height = inRow.map { headingLines[$0].count }.max() ?? 1
        for number in 0..<height {
            var line = TableLine(output: .plain)
            for column in inRow {
                // Set at the bottom.
                let missing = height - headingLines[column].count
                if number >= missing { put(Table.Cell(headingLines[column][number - missing]), column, &line) }
            }
            lines.append(line.text)
        }
        return lines
    }

    func lines(of row: [Table.Cell], for output: Output) -> [String] {
        var lines: [String] = []
        if above > 0 {
            var line = TableLine(output: output)
            for cell in row[..<above] where !cell.text.isEmpty {
                line.put(cell, at: line.length + (line.length > 0 ? gap : 0))
            }
            lines.append(line.text)
        }
        var line = TableLine(output: output)
        for column in inRow {
            put(row[column], column, &line)
            if row[column].text.count > widths[column], !isCut(column), column + 1 < inRow.upperBound {
                lines.append(line.text)
                line = TableLine(output: output)
            }
        }
        if line.length > 0 || lines.isEmpty { lines.append(line.text) }
        if isLastBeneath, let last = row.last, !last.text.isEmpty {
            lines += output.wrapped("    \(last.text)").map { output.painted($0, last.tone) }
        }
        return lines
    }

    private func put(_ cell: Table.Cell, _ column: Int, _ line: inout TableLine) {
        let start =
            inRow.prefix { $0 < column }.map { widths[$0] + gap }.reduce(0, +) + (above > 0 ? gap : 0)
        let text = isCut(column) ? TableLayout.cut(cell.text, to: widths[column]) : cell.text
        let indent = columns[column].place == .number ? max(0, widths[column] - text.count) : 0
        line.put(Table.Cell(text, cell.tone), at: start + indent)
    }

    private func isCut(_ column: Int) -> Bool {
        if case .cut = columns[column].place { true } else { false }
    }

    private static func cut(_ text: String, to width: Int) -> String {
        text.count <= width ? text : text.prefix(width - 1) + "…"
    }
}
