import Deadlines

/// What the columns of an export mean: which updates each row gives.
public struct Mapping: Sendable {
    /// What an export is.
    public enum Mode: String, CaseIterable, Sendable {
        /// Each row is something that happened; an export adds to those before.
        case events
        /// Each export is the whole state; what it says otherwise than the last one has changed.
        case snapshot
    }

    /// Stands at the front of the id of every update it gives.
    public let name: String
    /// What an export is.
    public let mode: Mode
    /// How the file is written.
    public let format: TableFormat
    /// The updates a row gives.
    public let events: [EventMapping]
    /// How an export says how far it reaches; nil where it does not.
    public let reach: ReachMapping?
    /// How a row is told from every other, where the export numbers its rows.
    public let rowID: CellSource?

    /// The columns that the mapping speaks of, in its order.
    public var columns: [String] {
        var seen: Set<String> = []
        let all = events.flatMap(\.columns) + (reach?.column.map { [$0] } ?? []) + (rowID?.columns ?? [])
        return all.filter { seen.insert($0).inserted }
    }

    /// What the ids of its updates begin with.
    public var prefix: String { name + ":" }
}
