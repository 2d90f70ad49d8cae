import Deadlines

/// Makes drafts of updates from rows.
struct RowReader {
    let mapping: Mapping
    let table: TableFile
    let zone: Zone
    /// How far the export reaches, where it says so.
    let reach: Moment?

    /// The updates that a row gives.
    ///
    /// - Throws: the first thing wrong with the row; a CPR-like number in any cell before anything else.
    func drafts(_ cells: [String]) throws(TableRefusal) -> [Draft] {
        if let index = cells.firstIndex(where: CPR.found) {
            throw TableRefusal(
                column: table.header[index], value: cells[index], wrong: "a CPR-like number stands in the cell",
                right: "leave the column out of the export, and name no child")
        }
        var drafts: [Draft] = []
        for (index, event) in mapping.events.enumerated() where event.holds(for: { cell($0, cells) }) {
            if let draft = try draft(index, event, cells) { drafts.append(draft) }
        }
        return drafts
    }

    private func draft(_ index: Int, _ event: EventMapping, _ cells: [String]) throws(TableRefusal) -> Draft? {
        var draft = Draft(event: index, kind: event.kind.name)
        switch event.at {
        case .reach: draft.set("at", .text(reach?.text(in: zone) ?? ""), from: CellSource(columns: []))
        case .cell(let source):
            guard let text = try text(source, cells) else { return nil }
            draft.set("at", .text(try moment(text, source).text(in: zone)), from: source)
        }
        for (name, source) in event.fields {
            draft.note(name, from: source)
            if let value = try value(source, cells) { draft.set(name, value, from: source) }
        }
        for (name, field, source) in event.data {
            draft.note("data.\(name)", from: source)
            if let value = try value(source, of: field.type, cells) { draft.setData(name, value, from: source) }
        }
        if let source = event.key ?? mapping.rowID {
            guard let key = try text(source, cells) else {
                throw TableRefusal(
                    column: source.columns.first, wrong: "the cell is empty",
                    right: "it is what tells this row from others, so each row needs it")
            }
            draft.key = key
        }
        return draft
    }

    /// What a field of this type is to hold; nil where the cell is empty.
    private func value(
        _ source: CellSource, of type: Field.ValueType, _ cells: [String]
    ) throws(TableRefusal) -> CellSource.Fixed? {
        guard let value = try value(source, cells) else { return nil }
        guard source.constant == nil, case .text(let text) = value else { return value }
        switch type {
        case .flag where text == "true" || text == "false": return .flag(text == "true")
        case .date: return .text(try moment(text, source).date(in: zone).description)
        case .instant: return .text(zone.text(of: try moment(text, source).earliest(in: zone)))
        case .month:
            if Month(text) != nil { return value }
            return .text(String(try moment(text, source).date(in: zone).description.prefix(7)))
        default: return value
        }
    }

    private func moment(_ text: String, _ source: CellSource) throws(TableRefusal) -> Moment {
        if let moment = WrittenTime.moment(text, in: zone) { return moment }
        throw TableRefusal(
            column: source.columns.first, value: text, wrong: "there is no such day or time",
            right: "write \(WrittenTime.form)")
    }

    /// The cases that a row names, as far as it can be read.
    func caseIDs(_ row: TableFile.Row) -> Set<String>? {
        guard let cells = try? row.cells.get() else { return nil }
        let sources = mapping.events.flatMap(\.fields).filter { $0.name == "case" }.map(\.source)
        return Set(sources.compactMap { caseID($0, cells) })
    }

    /// The case that a row names; nil where its cell is empty or not understood.
    private func caseID(_ source: CellSource, _ cells: [String]) -> String? {
        do { return try text(source, cells) } catch { return nil }
    }

    private func text(_ source: CellSource, _ cells: [String]) throws(TableRefusal) -> String? {
        switch try value(source, cells) {
        case .text(let text): text
        case .flag(let flag): "\(flag)"
        case nil: nil
        }
    }

    private func value(_ source: CellSource, _ cells: [String]) throws(TableRefusal) -> CellSource.Fixed? {
        if let constant = source.constant { return constant }
        let text = joined(source, cells)
        if !source.words.isEmpty {
            if let meaning = source.words[text] { return meaning }
            if text.isEmpty { return nil }
            if let otherwise = source.otherwise { return otherwise }
            let known = source.words.keys.sorted()
            let nearest = NearestWord.of(text, in: known).map { "perhaps \($0) was meant, " } ?? ""
            throw TableRefusal(
                column: source.columns.first, value: text, wrong: "the mapping does not know this word",
                right: nearest + "its \"words\" are \(known.joined(separator: ", "))")
        }
        if text.isEmpty { return nil }
        return .text(source.prefix + (source.isLowercased ? text.lowercased() : text))
    }

    /// The cells of the source's columns; empty where the first is, as a time without its day says nothing.
    private func joined(_ source: CellSource, _ cells: [String]) -> String {
        let parts = source.columns.map { cell($0, cells) }
        return parts.first?.isEmpty ?? true ? "" : parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func cell(_ column: String, _ cells: [String]) -> String {
        table.position(of: column).map { cells[$0] } ?? ""
    }
}

extension EventMapping {
    /// Whether a row gives this update.
    func holds(for cell: (String) -> String) -> Bool {
        conditions.allSatisfy { $0.holds(for: cell($0.column)) }
    }
}
