import Deadlines
import Rules

/// Reads `[[event]]`.
struct EventReader {
    let vocabulary: Vocabulary
    let cells: CellReader
    /// What the mapping says of every event.
    let common: [(name: String, source: CellSource)]
    let mode: Mapping.Mode?

    private enum Future: String, CaseIterable {
        case refused, waits
    }

    func event(_ table: TomlTable) -> EventMapping? {
        defer { table.refuseUnknownKeys() }
        let own = cells.fields(of: table)
        let fields = common.filter { field in !own.contains { $0.name == field.name } } + own
        if !fields.contains(where: { $0.name == "case" }) {
            table.fault("case", "say which column is the case, here or at the top of the mapping")
        }
        let at = time(table)
        let waits = table.word("future", Future.self) == .waits
        let key = cells.source(table, "key")
        let isLatest = table.flag("latest") ?? false
        if isLatest, mode == .events {
            table.fault("latest", "latest is for snapshots; each row of events stands for itself")
        }
        if key != nil, mode == .events { table.fault("key", "a key is for snapshots; rows of events have an \"id\"") }
        let conditions = conditions(table)
        guard let name = table.requiredString("kind") else { return nil }
        guard let kind = vocabulary[EventKind(rawValue: name)] else {
            table.fault("kind", "no pack declares the kind", unlike: name, in: vocabulary.kinds.keys)
            return nil
        }
        let data = data(table, of: kind)
        guard let at else { return nil }
        return EventMapping(
            kind: kind, conditions: conditions, at: at, waitsForFuture: waits, isLatest: isLatest, key: key,
            fields: fields, data: data)
    }

    private func time(_ table: TomlTable) -> EventMapping.Time? {
        guard table.required("at", "a column, or { reaches = true }") else { return nil }
        if case .table(let inner) = table.value("at"), inner.keys.contains("reaches") {
            if inner.flag("reaches") != true { inner.fault("reaches", "must be true, or another key") }
            inner.refuseUnknownKeys()
            if mode == .events { table.fault("at", "reaches = true is for snapshots; an event has a date of its own") }
            return .reach
        }
        guard let source = cells.source(table, "at") else { return nil }
        if source.constant != nil || !source.words.isEmpty {
            table.fault("at", "must come from a column as it stands")
        }
        return .cell(source)
    }

    private func conditions(_ table: TomlTable) -> [RowCondition] {
        guard let outer = table.table("where") else { return [] }
        return outer.keys.compactMap { column in
            if case .table(let inner) = outer.value(column) {
                defer { inner.refuseUnknownKeys() }
                if let words = inner.strings("not") { return RowCondition(column: column, test: .noneOf(words)) }
                if let wanted = inner.flag("filled") { return RowCondition(column: column, test: .isFilled(wanted)) }
                outer.fault(column, "must be a word, a list, { not = … } or { filled = true }")
                return nil
            }
            return outer.strings(column).map { RowCondition(column: column, test: .oneOf($0)) }
        }
    }

    private func data(_ table: TomlTable, of kind: Kind) -> [(FieldName, Field, CellSource)] {
        let inner = table.table("data") ?? table.emptyTable("data")
        for (name, field) in kind.fields where field.required && !inner.keys.contains(name.rawValue) {
            table.fault("data", "\(kind.name) must have the field \"\(name)\"")
        }
        return inner.keys.compactMap { key in
            guard let field = kind.fields[FieldName(rawValue: key)] else {
                inner.fault(key, "\(kind.name) has no field", unlike: key, in: kind.fields.keys)
                return nil
            }
            guard let source = cells.source(inner, key) else { return nil }
            for fixed in source.fixed where !field.type.allows(fixed) {
                inner.fault(key, "\(fixed.quoted) cannot be its value\(field.type.hint(fixed))")
            }
            return (FieldName(rawValue: key), field, source)
        }
    }
}

extension CellSource {
    /// Every value that does not come from a cell as it stands.
    fileprivate var fixed: [Fixed] { Array(words.values) + [otherwise, constant].compactMap { $0 } }
}

extension CellSource.Fixed {
    fileprivate var quoted: String {
        switch self {
        case .flag(let flag): "\(flag)"
        case .text(let text): "\"\(text)\""
        }
    }
}

extension Field.ValueType {
    /// Whether `fixed` can be such a value, as far as a mapping can tell; the reader of updates tells the rest.
    fileprivate func allows(_ fixed: CellSource.Fixed) -> Bool {
        switch (self, fixed) {
        case (.flag, .flag): true
        case (.flag, .text), (_, .flag): false
        case (.code(let codes), .text(let text)): codes.contains(text)
        case (.date, .text(let text)): LocalDate(text) != nil
        case (_, .text): true
        }
    }

    fileprivate func hint(_ fixed: CellSource.Fixed) -> String {
        switch (self, fixed) {
        case (.flag, _): "; it is true or false, without quotation marks"
        case (.code(let codes), .text(let text)):
            "; it is one of \(codes.joined(separator: ", "))\(NearestWord.hint(text, in: codes))"
        default: ""
        }
    }
}
