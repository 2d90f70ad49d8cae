/// Where the value of a field comes from.
public struct CellSource: Sendable {
    /// A value that does not come from the cell as it stands.
    public enum Fixed: Hashable, Sendable {
        /// `true` or `false`.
        case flag(Bool)
        /// Text.
        case text(String)
    }

    /// The columns whose cells make it, joined by a space, and empty where the first is; none for a constant.
    public let columns: [String]
    /// What stands before what the cell says.
    public let prefix: String
    /// Whether capital letters are made small.
    public let isLowercased: Bool
    /// What each word in the cell means; empty where it is taken as it stands.
    public let words: [String: Fixed]
    /// What every other word means; nil refuses them.
    public let otherwise: Fixed?
    /// The value of every row; nil where it comes from columns.
    public let constant: Fixed?
}
