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

/// What a cell must say for a row to give an update.
public struct RowCondition: Sendable {
    /// What is asked of the cell.
    public enum Test: Sendable {
        /// It is one of these.
        case oneOf([String])
        /// It is none of these.
        case noneOf([String])
        /// It says something, or nothing.
        case isFilled(Bool)
    }

    /// The column.
    public let column: String
    /// What is asked.
    public let test: Test

    func holds(for cell: String) -> Bool {
        switch test {
        case .oneOf(let words): words.contains(cell)
        case .noneOf(let words): !words.contains(cell)
        case .isFilled(let wanted): cell.isEmpty != wanted
        }
    }
}

/// How an export says how far it reaches.
public struct ReachMapping: Sendable {
    /// The case that stands for the source, `kilde/dubu`.
    public let caseID: CaseID
    /// A column that says it; of different cells the earliest counts.
    public let column: String?
    /// A file name with `{date}` where it stands.
    public let fileName: String?

    /// The date in the name of a file; nil when the name is not of this form.
    func date(in name: String) -> LocalDate? {
        guard let fileName, let place = fileName.firstRange(of: "{date}") else { return nil }
        let (before, after) = (fileName[..<place.lowerBound], fileName[place.upperBound...])
        guard name.count > before.count + after.count, name.hasPrefix(before), name.hasSuffix(after) else { return nil }
        let text = name.dropFirst(before.count).dropLast(after.count)
        if text.count == 8, text.allSatisfy(\.isNumber) {
            return LocalDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
        }
        return WrittenTime.date(text)
    }
}
