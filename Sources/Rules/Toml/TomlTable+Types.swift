package import Deadlines

/// Values of the types that configuration files are made of.
extension TomlTable {
    /// A string, or nil where the key is absent; a fault where it is something else.
    package func string(_ key: String) -> String? {
        switch value(key) {
        case .string(let text): return text
        case nil: return nil
        case .some(let other): return mismatch(key, "a string", other)
        }
    }

    /// A string that must be there.
    package func requiredString(_ key: String) -> String? {
        required(key, "a string") ? string(key) : nil
    }

    /// A whole number.
    package func integer(_ key: String) -> Int? {
        switch value(key) {
        case .integer(let number): return number
        case nil: return nil
        case .some(let other): return mismatch(key, "a whole number", other)
        }
    }

    /// `true` or `false`.
    package func flag(_ key: String) -> Bool? {
        switch value(key) {
        case .flag(let flag): return flag
        case nil: return nil
        case .some(let other): return mismatch(key, "true or false", other)
        }
    }

    /// A date, bare as TOML writes it or as a string.
    package func date(_ key: String) -> LocalDate? {
        switch value(key) {
        case .date(let date): return date
        case .string(let text):
            if let date = LocalDate(text) { return date }
            fault(key, "\"\(text)\" is no date; write it as 2026-03-02")
            return nil
        case nil: return nil
        case .some(let other): return mismatch(key, "a date", other)
        }
    }

    /// A list of strings; a single string is a list of one.
    package func strings(_ key: String) -> [String]? {
        switch value(key) {
        case .string(let text): return [text]
        case .list(let list):
            return list.compactMap { element in
                if case .string(let text) = element { return text }
                return mismatch(key, "a list of strings", element)
            }
        case nil: return nil
        case .some(let other): return mismatch(key, "a list of strings", other)
        }
    }

    /// A table.
    package func table(_ key: String) -> TomlTable? {
        switch value(key) {
        case .table(let table): return table
        case nil: return nil
        case .some(let other): return mismatch(key, "a table", other)
        }
    }

    /// A list of tables, `[[key]]`; empty where the key is absent.
    package func tables(_ key: String) -> [TomlTable] {
        guard let value = value(key) else { return [] }
        guard case .list(let list) = value else { return mismatch(key, "a list of tables", value) ?? [] }
        return list.compactMap { element in
            if case .table(let table) = element { return table }
            return mismatch(key, "a list of tables", element)
        }
    }

    /// The tables inside this one, by key: `[kind."sag.oprettet"]`.
    package func tablesByName(_ key: String) -> [(name: String, table: TomlTable)] {
        guard let outer = table(key) else { return [] }
        return outer.keys.compactMap { name in outer.table(name).map { (name, $0) } }
    }

    /// One of the words of a closed list.
    package func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let text = string(key) else { return nil }
        return word(text, key, type)
    }

    /// `text` as one of the words of a closed list, which stands at `key`.
    package func word<Word: RawRepresentable & CaseIterable>(_ text: String, _ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        let list = known.joined(separator: ", ")
        fault(key, "unknown word \"\(text)\"; it is one of \(list)\(NearestWord.hint(text, in: known))")
        return nil
    }

    /// One of the words of a closed list, which must be there.
    package func requiredWord<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        required(key, "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))") ? word(key, type) : nil
    }

    /// Whether `key` says "never" instead of a table such as `example`; a fault where it is another word.
    package func saysNever(_ key: String, insteadOf example: String) -> Bool {
        guard case .string(let text) = value(key) else { return false }
        if text != "never" { fault(key, "must be a time such as \(example), or \"never\"") }
        return true
    }

    /// Keeps a fault of `key`: that nothing is called `name`, with what was probably meant.
    package func fault(
        _ key: String, _ message: String, unlike name: String, in known: some Sequence<some CustomStringConvertible>
    ) {
        fault(key, "\(message) \"\(name)\"\(NearestWord.hint(name, in: known.map(\.description)))")
    }

    /// Whether `key` is there; a fault where it is not.
    package func required(_ key: String, _ what: String) -> Bool {
        if value(key) != nil { return true }
        document.fault(path.isEmpty ? key : path, "\"\(key)\" is missing; it must be \(what)")
        return false
    }

    private func mismatch<Value>(_ key: String, _ wanted: String, _ found: TomlValue) -> Value? {
        fault(key, "must be \(wanted), not \(found.kind)")
        return nil
    }
}
