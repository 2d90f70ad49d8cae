import Deadlines

/// Reads conditions on data: `where = { type = "anbringelse", samtykke = { not = false } }`.
struct ConditionReader {
    private static let forms = "a value, a list, { not = … }, { if_given = … } or { given = true }"

    /// Conditions on fields that one of `kinds` declares; none where `key` is absent.
    func conditions(_ table: TomlTable, _ key: String, of kinds: [Kind]) -> [Condition] {
        guard let fields = table.table(key) else { return [] }
        return fields.keys.compactMap { name in
            let field = FieldName(rawValue: name)
            guard let value = fields.value(name) else { return nil }
            guard let declared = kinds.first(where: { $0.fields[field] != nil })?.fields[field] else {
                let known = kinds.flatMap { $0.fields.keys.map(\.rawValue) }
                let kind = kinds.map(\.name.rawValue).joined(separator: ", ")
                fields.fault(name, "\(kind) has no field \"\(name)\"\(NearestWord.hint(name, in: known))")
                return nil
            }
            return test(field, value, declared, fields).map {
                Condition(field, $0, isOfAct: declared.type == .paragraf)
            }
        }
    }

    private func test(
        _ field: FieldName, _ value: TomlValue, _ declared: Field, _ table: TomlTable
    ) -> Condition.Test? {
        guard case .table(let inner) = value else { return .anyOf(values(value, declared, table, field.rawValue)) }
        defer { inner.refuseUnknownKeys() }
        if let given = inner.flag("given") {
            if !given { inner.fault("given", "can only be true") }
            return .given
        }
        if let allowed = inner.value("if_given") { return .anyIfGiven(values(allowed, declared, inner, "if_given")) }
        if let excluded = inner.value("not") { return .noneOf(values(excluded, declared, inner, "not")) }
        table.fault(field.rawValue, "must be \(ConditionReader.forms)")
        return nil
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
        case .paragraf:
            if Field.ValueType.isParagraf(word) { return [.word(word)] }
            table.fault(key, "\"\(word)\" is no §; write its number, such as \"46\" or \"11a\"")
            return []
        case .word: return [.word(word)]
        default:
            table.fault(key, "\"\(word)\" cannot be compared with this field")
            return []
        }
    }
}
