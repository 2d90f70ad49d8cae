import Deadlines

/// What the columns of an export mean: which updates each row gives.
package struct Mapping: Sendable {
    /// What an export is.
    package enum Mode: String, CaseIterable, Sendable {
        /// Each row is something that happened; an export adds to those before.
        case events
        /// Each export is the whole state; what it says otherwise than the last one has changed.
        case snapshot
    }

    /// Stands at the front of the id of every update it gives.
    package let name: String
    /// What an export is.
    package let mode: Mode
    /// How the file is written.
    package let format: TableFormat
    /// The updates a row gives.
    package let events: [EventMapping]
    /// How an export says how far it reaches; nil where it does not.
    package let reach: ReachMapping?
    /// How a row is told from every other, where the export numbers its rows.
    package let rowID: CellSource?

    /// The columns that the mapping speaks of, in its order.
    package var columns: [String] {
        var seen: Set<String> = []
        let all = events.flatMap(\.columns) + (reach?.column.map { [$0] } ?? []) + (rowID?.columns ?? [])
        return all.filter { seen.insert($0).inserted }
    }

    /// What the ids of its updates begin with.
    package var prefix: String { name + ":" }
}
