/// Where the value of a field comes from.
package struct CellSource: Sendable {
    /// A value that does not come from the cell as it stands.
    package enum Fixed: Hashable, Sendable {
        /// `true` or `false`.
        case flag(Bool)
        /// Text.
        case text(String)
    }

    /// The columns whose cells make it, joined by a space, and empty where the first is; none for a constant.
    package let columns: [String]
    /// What stands before what the cell says.
    package var prefix = ""
    /// Whether capital letters are made small.
    package var isLowercased = false
    /// What each word in the cell means; empty where it is taken as it stands.
    package var words: [String: Fixed] = [:]
    /// What every other word means; nil refuses them.
    package var otherwise: Fixed?
    /// The value of every row; nil where it comes from columns.
    package var constant: Fixed?
}
