import Deadlines

/// Reads which updates a rule means: `"bfu.afsluttet"`, or `{ event = "…", where = { formaal = "bfu" } }`.
struct PatternReader {
    let declarations: Declarations

    /// A list of at least one pattern.
    func required(_ table: TomlTable, _ key: String) -> [EventPattern] {
        guard table.required(key, "a list of events") else { return [] }
        if case .list(let list) = table.value(key), list.isEmpty { table.fault(key, "names no event") }
        return patterns(table, key)
    }

    /// The patterns at `key`: none where it is absent.
    func patterns(_ table: TomlTable, _ key: String) -> [EventPattern] {
        switch table.value(key) {
        case nil: []
        case .list(let list): list.compactMap { pattern($0, table, key) }
        case .some(let single): [pattern(single, table, key)].compactMap(\.self)
        }
    }

    private func pattern(_ value: TomlValue, _ table: TomlTable, _ key: String) -> EventPattern? {
        switch value {
        case .string(let name): return kind(name, table, key).map { EventPattern($0.name) }
        case .table(let inner):
            guard let name = inner.requiredString("event"), let kind = kind(name, inner, "event") else { return nil }
            let conditions = conditions(inner, "where", of: [kind])
            inner.refuseUnknownKeys()
            return EventPattern(kind.name, where: conditions)
        default:
            table.fault(key, "must be an event or { event = \"…\", where = { … } }, not \(value.kind)")
            return nil
        }
    }

    /// A kind that some pack declares.
    func kind(_ name: String, _ table: TomlTable, _ key: String) -> Kind? {
        if let kind = declarations.kinds[EventKind(rawValue: name)] { return kind }
        table.fault(key, "no pack declares the kind", unlike: name, in: declarations.kinds.keys)
        return nil
    }

    /// A span that some pack declares.
    func span(_ name: String, _ table: TomlTable, _ key: String) -> SpanDeclaration? {
        if let span = declarations.spans[SpanID(rawValue: name)] { return span }
        table.fault(key, "no pack declares the span", unlike: name, in: declarations.spans.keys)
        return nil
    }

    /// Conditions on the fields that all of `kinds` declare.
    func conditions(_ table: TomlTable, _ key: String, of kinds: [Kind]) -> [Condition] {
        guard let fields = table.table(key) else { return [] }
        return fields.keys.compactMap { name in
            let field = FieldName(rawValue: name)
            guard let value = fields.value(name) else { return nil }
            guard let declared = kinds.first(where: { $0.fields[field] != nil })?.fields[field] else {
                let kind = kinds.map(\.name.rawValue).joined(separator: ", ")
                fields.fault(name, "\(kind) has no field", unlike: name, in: kinds.flatMap(\.fields.keys))
                return nil
            }
            return condition(field, value, declared, fields)
        }
    }

    private func condition(
        _ field: FieldName, _ value: TomlValue, _ declared: Field, _ table: TomlTable
    ) -> Condition? {
        if case .table(let inner) = value {
            defer { inner.refuseUnknownKeys() }
            if let given = inner.flag("given") {
                if !given { inner.fault("given", "can only be true") }
                return Condition(field, .given)
            }
            guard let excluded = inner.value("not") else {
                table.fault(field.rawValue, "must be a value, a list, { not = … } or { given = true }")
                return nil
            }
            return Condition(field, .noneOf(values(excluded, declared, inner, "not")))
        }
        return Condition(field, .anyOf(values(value, declared, table, field.rawValue)))
    }

    private func values(_ value: TomlValue, _ field: Field, _ table: TomlTable, _ key: String) -> [FieldValue] {
        switch value {
        case .list(let list): return list.flatMap { values($0, field, table, key) }
        case .flag(let flag) where field.type == .flag: return [.flag(flag)]
        case .string(let word): return comparable(word, field, table, key)
        default:
            table.fault(key, "\(value.kind) cannot be compared with this field")
            return []
        }
    }

    private func comparable(_ word: String, _ field: Field, _ table: TomlTable, _ key: String) -> [FieldValue] {
        switch field.type {
        case .code(let codes):
            if codes.contains(word) { return [.word(word)] }
            let list = codes.joined(separator: ", ")
            table.fault(key, "unknown code \"\(word)\"; it is one of \(list)\(NearestWord.hint(word, in: codes))")
            return []
        case .word: return [.word(word)]
        default:
            table.fault(key, "\"\(word)\" cannot be compared with this field")
            return []
        }
    }
}
