/// A line being written from left to right.
struct TableLine {
    let output: Output
    private(set) var text = ""
    /// In columns; colours take none.
    private(set) var length = 0

    /// Writes a cell at a column, or where the line has come to when that is farther; what is empty writes nothing.
    mutating func put(_ cell: Table.Cell, at column: Int) {
        guard !cell.text.isEmpty else { return }
        let blanks = max(0, column - length)
        text += String(repeating: " ", count: blanks) + output.painted(cell.text, cell.tone)
        length += blanks + cell.text.count
    }
}
