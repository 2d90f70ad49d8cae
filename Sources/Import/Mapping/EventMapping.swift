package import Deadlines

/// One update that a row may give.
package struct EventMapping: Sendable {
    /// When it happened.
    package enum Time: Sendable {
        /// As a cell says; where it is empty nothing has happened.
        case cell(CellSource)
        /// When the export says so first: as far as it reaches.
        case reach
    }

    /// The kind of update.
    package let kind: Kind
    /// What a row must be for it.
    package let conditions: [RowCondition]
    /// When.
    package let at: Time
    /// Whether one that lies ahead has not happened yet, rather than being refused.
    package let waitsForFuture: Bool
    /// Whether the row holds only the latest of several: a later one is one more, and those before it stay.
    package let isLatest: Bool
    /// What tells several of one kind and ref apart; nil where there is at most one.
    package let key: CellSource?
    /// The fields `case`, `ref`, `caseworker` and `team` as far as they are given.
    package let fields: [(name: String, source: CellSource)]
    /// The fields of `data`.
    package let data: [(name: FieldName, field: Field, source: CellSource)]

    /// The columns it speaks of.
    var columns: [String] {
        var columns = conditions.map(\.column) + fields.flatMap(\.source.columns)
        if case .cell(let source) = at { columns += source.columns }
        return columns + data.flatMap(\.source.columns) + (key?.columns ?? [])
    }
}
