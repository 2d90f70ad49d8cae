import Deadlines

/// One update that a row may give.
public struct EventMapping: Sendable {
    /// When it happened.
    public enum Time: Sendable {
        /// As a cell says; where it is empty nothing has happened.
        case cell(CellSource)
        /// When the export says so first: as far as it reaches.
        case reach
    }

    /// The kind of update.
    public let kind: Kind
    /// What a row must be for it.
    public let conditions: [RowCondition]
    /// When.
    public let at: Time
    /// Whether one that lies ahead has not happened yet, rather than being refused.
    public let waitsForFuture: Bool
    /// Whether the row holds only the latest of several: a later one is one more, and those before it stay.
    public let isLatest: Bool
    /// What tells several of one kind and ref apart; nil where there is at most one.
    public let key: CellSource?
    /// The fields `case`, `ref`, `caseworker` and `team` as far as they are given.
    public let fields: [(name: String, source: CellSource)]
    /// The fields of `data`.
    public let data: [(name: FieldName, field: Field, source: CellSource)]

    /// The columns it speaks of.
    var columns: [String] {
        var columns = conditions.map(\.column) + fields.flatMap(\.source.columns)
        if case .cell(let source) = at { columns += source.columns }
        return columns + data.flatMap(\.source.columns) + (key?.columns ?? [])
    }
}
