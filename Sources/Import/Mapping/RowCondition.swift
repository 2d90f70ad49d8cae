/// What a cell must say for a row to give an update.
package struct RowCondition: Sendable {
    /// What is asked of the cell.
    package enum Test: Sendable {
        /// It is one of these.
        case oneOf([String])
        /// It is none of these.
        case noneOf([String])
        /// It says something, or nothing.
        case isFilled(Bool)
    }

    /// The column.
    package let column: String
    /// What is asked.
    package let test: Test

    func holds(for cell: String) -> Bool {
        switch test {
        case .oneOf(let words): words.contains(cell)
        case .noneOf(let words): !words.contains(cell)
        case .isFilled(let wanted): cell.isEmpty != wanted
        }
    }
}
