/// Why a row, or a whole export, is not taken, in words that whoever made the export can act on.
package struct TableRefusal: Error, Hashable, Sendable {
    /// The row as a spreadsheet counts, the header being 1; nil when it is about the file as a whole.
    package let row: Int?
    /// The column, by its name in the header; nil when no single column is at fault.
    package let column: String?
    /// The field of the update that a row makes, until it is known which column that came from.
    let field: String?
    /// What stood there, as it was.
    package let value: String?
    /// What is wrong, a clause without its full stop.
    package let wrong: String
    /// What would be right, a clause without its full stop.
    package let right: String

    /// A refusal of these parts.
    package init(
        row: Int? = nil, column: String? = nil, field: String? = nil, value: String? = nil, wrong: String, right: String
    ) {
        self.row = row
        self.column = column
        self.field = field
        self.value = value
        self.wrong = wrong
        self.right = right
    }

    /// The same refusal, of a row.
    func at(row: Int) -> TableRefusal {
        TableRefusal(row: row, column: column, value: value, wrong: wrong, right: right)
    }
}
