import Systemd

/// Rows under headings, in as many columns as there are headings.
struct Table {
    /// A column, and what becomes of it where the terminal is too narrow.
    struct Column: Sendable {
        /// What a column may suffer.
        enum Place: Hashable, Sendable {
            /// Its cells are always whole.
            case whole
            /// Numbers, set right; the heading may be broken over several lines.
            case number
            /// Its cells are cut with `…`, those of the lowest rank first.
            case cut(rank: Int)
            /// Its cells go beneath the row, whole; only the last column can.
            case beneath
        }

        let heading: String
        let place: Place

        init(_ heading: String, _ place: Place = .whole) {
            self.heading = heading
            self.place = place
        }
    }

    /// What stands in a column of a row.
    struct Cell: Sendable, ExpressibleByStringInterpolation {
        let text: String
        let tone: Tone

        init(_ text: String, _ tone: Tone = .plain) {
            self.text = text
            self.tone = tone
        }

        init(stringLiteral text: String) { self.init(text) }
    }

    let columns: [Column]
    private(set) var rows: [[Cell]] = []

    init(_ columns: [Column]) {
        self.columns = columns
    }

    /// A table whose cells are all whole.
    init(_ headings: [String]) {
        self.init(headings.map { Column($0) })
    }

    /// Adds a row of plain cells, as many as there are columns.
    mutating func add(_ texts: [String]) {
        add(texts.map { Cell($0) })
    }

    /// Adds a row of as many cells as there are columns.
    mutating func add(_ cells: [Cell]) {
        rows.append(cells)
    }

    /// Prints the lines to standard output; of a table without rows nothing but the sentence, on standard error: a program
    /// that reads the table finds none.
    func print(orSay nothing: @autoclosure () -> String) {
        if rows.isEmpty { StandardError.write(nothing()) } else { Output.standard.print(lines(for: .standard)) }
    }

    /// The lines for `output`: as wide as they are in a file or a pipe, fitted to the width of a terminal.
    func lines(for output: Output) -> [String] {
        let layout = TableLayout(self, width: output.width)
        return layout.headings + rows.flatMap { layout.lines(of: $0, for: output) }
    }
}
