import Deadlines
import Rules

/// Reads where values come from: `"Column"`, or a table with `column`, `columns`, `words`, `otherwise`, `prefix`,
/// `lowercase` or `constant`.
struct CellReader {
    /// The lists of words that several fields share: `[words.NAME]`.
    private let shared: [String: [String: CellSource.Fixed]]

    init(_ root: TomlTable) {
        var shared: [String: [String: CellSource.Fixed]] = [:]
        for (name, table) in root.tablesByName("words") { shared[name] = CellReader.words(table) }
        self.shared = shared
    }

    /// What `table` says of the fields that every update has.
    func fields(of table: TomlTable) -> [(name: String, source: CellSource)] {
        ["case", "ref", "caseworker", "team"].compactMap { name in source(table, name).map { (name, $0) } }
    }

    /// What stands at `key`; nil where nothing does or it is wrong.
    func source(_ table: TomlTable, _ key: String) -> CellSource? {
        switch table.value(key) {
        case nil: return nil
        case .string(let column): return CellSource(columns: [column])
        case .table(let inner): return source(inner)
        case .some(let other):
            table.fault(key, "must be a column's name or a table such as { column = \"Type\" }, not \(other.kind)")
            return nil
        }
    }

    private func source(_ table: TomlTable) -> CellSource? {
        defer { table.refuseUnknownKeys() }
        let constant = CellReader.fixed(table, "constant")
        let columns = (table.strings("columns") ?? []) + (table.string("column").map { [$0] } ?? [])
        let words = words(table)
        let otherwise = CellReader.fixed(table, "otherwise")
        if constant == nil, columns.isEmpty {
            table.document.fault(table.path, "say \"column\", \"columns\" or \"constant\"")
        }
        if constant != nil, !columns.isEmpty { table.fault("constant", "say \"constant\" or a column, not both") }
        if otherwise != nil, words.isEmpty { table.fault("otherwise", "is what words not listed mean; list \"words\"") }
        return CellSource(
            columns: columns, prefix: table.string("prefix") ?? "", isLowercased: table.flag("lowercase") ?? false,
            words: words, otherwise: otherwise, constant: constant)
    }

    private func words(_ table: TomlTable) -> [String: CellSource.Fixed] {
        switch table.value("words") {
        case nil: return [:]
        case .table(let inner): return CellReader.words(inner)
        case .string(let name):
            if let words = shared[name] { return words }
            table.fault("words", "there is no [words.\(name)]\(NearestWord.hint(name, in: shared.keys))")
        case .some(let other): table.fault("words", "must be a table or the name of one, not \(other.kind)")
        }
        return [:]
    }

    private static func words(_ table: TomlTable) -> [String: CellSource.Fixed] {
        var words: [String: CellSource.Fixed] = [:]
        for word in table.keys { words[word] = fixed(table, word) }
        return words
    }

    private static func fixed(_ table: TomlTable, _ key: String) -> CellSource.Fixed? {
        switch table.value(key) {
        case nil: return nil
        case .string(let text): return .text(text)
        case .flag(let flag): return .flag(flag)
        case .some(let other):
            table.fault(key, "must be text, true or false, not \(other.kind)")
            return nil
        }
    }
}
