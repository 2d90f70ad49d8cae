import Deadlines

/// Why an export is refused as a whole.
extension Converter {
    /// Refuses a header that lacks a column that the mapping speaks of.
    func refuseMissingColumns(_ table: TableFile) throws(TableRefusal) {
        let missing = mapping.columns.filter { table.position(of: $0) == nil }
        guard let first = missing.first else { return }
        let known = table.header
        let near = missing.lazy.compactMap { name in NearestWord.of(name, in: known).map { (name, $0) } }.first
        let nearest = near.map { "perhaps \($0.1) was meant by \($0.0); " } ?? ""
        // A first row that names none of them is no header, and may hold what must not be quoted.
        let isHeader = near != nil || missing.count < mapping.columns.count
        let shown = isHeader ? "it has \(known.joined(separator: ", "))" : "let its first row name the columns"
        throw TableRefusal(
            row: 1, column: first,
            wrong: missing.count == 1
                ? "the header has no such column" : "the header has not the columns \(missing.joined(separator: ", "))",
            right: "\(nearest)\(shown), parted as the mapping's \"separator\" says")
    }

    /// How far the export says it reaches: the earliest that a row says, or what its name says.
    func reach(of table: TableFile, _ fileName: String) throws(TableRefusal) -> Moment? {
        guard let reach = mapping.reach else { return nil }
        if let column = reach.column, let position = table.position(of: column) {
            let cells = table.rows.compactMap { try? $0.cells.get()[position] }.filter { !$0.isEmpty }
            let moments = Set(cells).compactMap { WrittenTime.moment($0, in: zone) }
            if let first = moments.min(by: { $0.earliest(in: zone) < $1.earliest(in: zone) }) { return first }
        }
        if let date = reach.date(in: fileName) { return .date(date) }
        guard mapping.mode == .snapshot else { return nil }
        throw TableRefusal(
            column: reach.column, wrong: "the export does not say how far it reaches",
            right: reach.fileName.map { "name the file \($0)" } ?? "fill the column, or say --reaches")
    }

    /// Refuses a reach that cannot be: it would confirm what no data have told yet, and stand in the way of every export
    /// after it. A day is left for clocks that differ, as for updates.
    func refuseReachAhead(_ reach: Instant?, now: Instant) throws(TableRefusal) {
        guard let reach, reach > now.adding(hours: 24) else { return }
        throw TableRefusal(
            value: zone.text(of: reach), wrong: "the export says that it reaches beyond now, \(zone.text(of: now))",
            right: "correct the day or the clock of the program that exports")
    }

    /// Refuses a state that is none.
    func refuseEmpty(_ table: TableFile) throws(TableRefusal) {
        guard mapping.mode == .snapshot, table.rows.isEmpty else { return }
        throw TableRefusal(
            wrong: "the export has no rows, and would say that every case has vanished",
            right: "look why, and export again")
    }

    /// Refuses a state that is older than the last.
    func refuseOld(_ reach: Instant?, last: LastSaid.Reach?) throws(TableRefusal) {
        guard mapping.mode == .snapshot, let reach, let last, reach < last.instant else { return }
        let kind = vocabulary.kind(meaning: .takesBack)?.name.rawValue
        let remedy = kind.map { "; where that one was wrong, take back \(last.id) with \($0)" } ?? ""
        throw TableRefusal(
            value: zone.text(of: reach),
            wrong: "the export reaches less far than one before it, which reached \(zone.text(of: last.instant))",
            right: "send exports in their order, for an older state must not take the place of a newer\(remedy)")
    }
}
