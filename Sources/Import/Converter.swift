package import Deadlines

/// Turns exports into updates by one mapping.
package struct Converter {
    /// What the columns mean.
    package let mapping: Mapping
    let vocabulary: Vocabulary
    let zone: Zone
    private let read: ([UInt8]) -> Result<Update, TableRefusal>

    /// A converter by `mapping`.
    ///
    /// - Parameters:
    ///   - vocabulary: the kinds of update there are.
    ///   - zone: the zone of times without offset.
    ///   - read: reads a line of input as the spool would; it alone decides what an update is.
    package init(
        _ mapping: Mapping, vocabulary: Vocabulary, zone: Zone,
        read: @escaping ([UInt8]) -> Result<Update, TableRefusal>
    ) {
        self.mapping = mapping
        self.vocabulary = vocabulary
        self.zone = zone
        self.read = read
    }

    /// What `table` comes to.
    ///
    /// - Parameters:
    ///   - fileName: the export's name without its directory.
    ///   - reaches: how far it reaches, whatever it says itself.
    ///   - now: what lies after it, and after the reach, is ahead.
    ///   - earlier: what the store has of this mapping.
    ///   - converted: called after each row with how many are done, and how many there are.
    /// - Throws: why the export is refused as a whole.
    package func convert(
        _ table: TableFile, fileName: String, reaches: Instant? = nil, now: Instant, earlier: EarlierUpdates,
        converted: (_ rows: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(TableRefusal) -> Conversion {
        try refuseMissingColumns(table)
        try refuseEmpty(table)
        let last = LastSaid(earlier, of: mapping, vocabulary)
        let reach = if let reaches { Moment.instant(reaches) } else { try self.reach(of: table, fileName) }
        let reachInstant = reach?.earliest(in: zone)
        try refuseReachAhead(reachInstant, now: now)
        try refuseOld(reachInstant, last: last.reach)
        var conversion = Conversion()
        conversion.rows = table.rows.count
        conversion.reach = reachInstant
        let rows = RowReader(mapping: mapping, table: table, zone: zone, reach: reach)
        var said: [Said] = []
        var refusedCases: Set<String> = []
        for (index, row) in table.rows.enumerated() {
            defer { converted(index + 1, table.rows.count) }
            do throws(TableRefusal) {
                let drafts = try rows.drafts(row.cells.get())
                said += try self.said(
                    by: drafts, row.number, ahead: reachInstant.map { min($0, now) } ?? now, &conversion)
            } catch {
                conversion.refusals.append(error.at(row: row.number))
                if let caseID = rows.caseIDs(row) { refusedCases.formUnion(caseID) }
            }
        }
        said = withoutContradictions(said, &conversion, &refusedCases)
        var comparison = Comparison(mapping: mapping, vocabulary: vocabulary, zone: zone, last: last)
        for said in said { comparison.add(said, to: &conversion) }
        if mapping.mode == .snapshot, table.isComplete {
            conversion.vanished = comparison.vanished(besides: refusedCases)
        }
        // Of what nothing is taken, nothing is known either.
        let isRefused = !table.rows.isEmpty && conversion.refusedRows.count == table.rows.count
        if table.isComplete, !isRefused, let reach { comparison.addReach(reach, to: &conversion) }
        conversion.refusals.sort { ($0.row ?? 0) < ($1.row ?? 0) }
        return conversion
    }

    /// An update as a row says it, under its stand-in id.
    struct Said {
        let row: Int
        let event: EventMapping
        let update: Update
        let subject: String
    }

    private func said(
        by drafts: [Draft], _ row: Int, ahead: Instant, _ conversion: inout Conversion
    ) throws(TableRefusal) -> [Said] {
        var said: [Said] = []
        var waiting = 0
        for draft in drafts {
            let event = mapping.events[draft.event]
            let line: [UInt8]
            do { line = try draft.line() } catch {
                throw TableRefusal(wrong: "the row makes no line of JSON, \(error)", right: "correct the mapping")
            }
            switch waits(draft, event, ahead) ? nil : read(line) {
            case nil: waiting += 1
            case .failure(let refusal): throw placed(refusal, in: draft)
            case .success(let update):
                let subject =
                    mapping.mode == .events && mapping.rowID == nil
                    ? update.content(in: zone) : update.subject(key: draft.key)
                said.append(Said(row: row, event: event, update: update, subject: subject))
            }
        }
        conversion.waiting += waiting
        return said
    }

    private func waits(_ draft: Draft, _ event: EventMapping, _ ahead: Instant) -> Bool {
        guard event.waitsForFuture, let text = draft.object["at"] as? String, let at = Moment(text) else {
            return false
        }
        return at.earliest(in: zone) > ahead
    }

    /// The refusal by column instead of field.
    private func placed(_ refusal: TableRefusal, in draft: Draft) -> TableRefusal {
        let column = refusal.field.flatMap { draft.column(of: $0) }
        let field = column == nil ? refusal.field.map { "field \($0) of the mapping: " } ?? "" : ""
        return TableRefusal(
            column: column, value: refusal.value, wrong: field + refusal.wrong, right: refusal.right)
    }

    /// Refuses the rows that say different things of one subject: which of them is right cannot be known.
    private func withoutContradictions(
        _ said: [Said], _ conversion: inout Conversion, _ refusedCases: inout Set<String>
    ) -> [Said] {
        var first: [String: Said] = [:]
        var refused: [Int: Int] = [:]
        for one in said {
            guard let other = first[one.subject] else {
                first[one.subject] = one
                continue
            }
            if one.update != other.update {
                refused[one.row] = other.row
                refused[other.row] = refused[other.row] ?? one.row
            }
        }
        let hint = mapping.mode == .snapshot ? "give the [[event]] a \"key\"" : "let \"id\" name another column"
        for (row, other) in refused {
            conversion.refusals.append(
                TableRefusal(
                    row: row, wrong: "row \(other) says something else of the same case, ref and kind",
                    right: "correct one of them, or \(hint) that tells the two apart"))
        }
        for one in said where refused[one.row] != nil { refusedCases.insert(one.update.caseID.rawValue) }
        return said.filter { refused[$0.row] == nil && first[$0.subject]?.row == $0.row }
    }
}
