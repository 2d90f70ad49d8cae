package import Deadlines
import TOMLKit

/// A TOML text being read: every fault found on the way is kept, so that all are told at once.
package final class TomlDocument {
    /// The file's name as it is told in faults.
    package let file: String
    /// What has been found wrong so far.
    package private(set) var faults: [Fault] = []
    /// The paths of all keys that its readers have asked for: what may stand in such a text.
    package private(set) var known: Set<String> = []
    private let lines: KeyLines
    private let text: String
    private var parsed: TOMLTable?

    /// The document of `text`; a syntax error is a fault of its own and leaves it empty.
    ///
    /// - Parameter others: a document whose values stand where the text has no such key.
    package init(file: String, text: String, filledBy others: String = "") {
        self.file = file
        lines = KeyLines(text)
        self.text = text
        do {
            let table = try TOMLTable(string: text)
            Self.fill(table, from: try TOMLTable(string: others))
            parsed = table
        } catch let error as TOMLParseError {
            faults.append(
                Fault(file: file, line: error.source.begin.line, key: "", message: "not TOML: \(error.description)"))
        } catch {
            faults.append(Fault(file: file, line: nil, key: "", message: "not TOML: \(error)"))
        }
    }

    private static func fill(_ table: TOMLTable, from others: TOMLTable) {
        for (key, value) in others {
            if let own = table[key] {
                if let inner = own.table, let other = value.table { fill(inner, from: other) }
            } else {
                table[key] = value
            }
        }
    }

    /// The top-level table.
    package var root: TomlTable { TomlTable(parsed ?? TOMLTable(), path: "", document: self) }

    /// The text of the table whose header stands at `path`, up to the next header; comments right above it included.
    func source(of path: String) -> String {
        guard let header = lines.exact(path) else { return "" }
        let all = KeyLines.split(text)
        let first = all[..<(header - 1)].lastIndex { !$0.hasPrefix("#") }.map { $0 + 1 } ?? 0
        let next = all[header...].firstIndex { $0.hasPrefix("[") } ?? all.count
        var lines = Array(all[first..<next])
        // What stands right above the next header belongs to that.
        while let last = lines.last, last.isEmpty || last.hasPrefix("#") { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    fileprivate func ask(_ path: String) { known.insert(path) }

    /// Keeps a fault of the key at `path`.
    package func fault(_ path: String, _ message: String) {
        faults.append(Fault(file: file, line: lines[path], key: path, message: message))
    }
}

/// A table of a TOML document. A getter that finds another type than it promises keeps a fault and gives nil.
package final class TomlTable {
    /// Where it stands: `rule[2].within`.
    package let path: String
    /// The document it is part of.
    package let document: TomlDocument
    private let table: TOMLTable
    private var asked: Set<String> = []

    init(_ table: TOMLTable, path: String, document: TomlDocument) {
        self.table = table
        self.path = path
        self.document = document
    }

    /// The keys that are there.
    package var keys: [String] { table.keys.sorted() }

    /// The path of `key` in this table.
    package func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// A table without keys, as if it stood at `key`.
    package func emptyTable(_ key: String) -> TomlTable {
        TomlTable(TOMLTable(), path: path(key), document: document)
    }

    /// Keeps a fault of `key`.
    package func fault(_ key: String, _ message: String) { document.fault(path(key), message) }

    /// The value of `key`, whatever it is.
    package func value(_ key: String) -> TomlValue? {
        asked.insert(key)
        document.ask(path(key))
        return table[key].flatMap { TomlValue($0, path: path(key), document: document) }
    }

    /// Keeps a fault for every key that nobody has asked for.
    package func refuseUnknownKeys() {
        for key in keys where !asked.contains(key) {
            fault(key, "unknown key\(NearestWord.hint(key, in: asked))")
        }
    }
}

/// A value of a TOML document, and where it stands.
package enum TomlValue {
    case string(String)
    case integer(Int)
    case flag(Bool)
    case date(LocalDate)
    case list([TomlValue])
    case table(TomlTable)
    /// A number with a fraction, a time, or a date with a time: nothing here is one.
    case other(String)

    init?(_ value: any TOMLValueConvertible, path: String, document: TomlDocument) {
        switch value.type {
        case .string: self = .string(value.string ?? "")
        case .int: self = .integer(value.int ?? 0)
        case .bool: self = .flag(value.bool ?? false)
        case .date:
            guard let date = value.date.flatMap({ LocalDate(year: $0.year, month: $0.month, day: $0.day) }) else {
                return nil
            }
            self = .date(date)
        case .array:
            self = .list(
                (value.array ?? TOMLArray()).enumerated().compactMap {
                    TomlValue($0.element, path: "\(path)[\($0.offset)]", document: document)
                })
        case .table: self = .table(TomlTable(value.table ?? TOMLTable(), path: path, document: document))
        default: self = .other(value.type.description)
        }
    }

    /// What it is, for a fault: `a string`.
    package var kind: String {
        switch self {
        case .string: "a string"
        case .integer: "a number"
        case .flag: "true or false"
        case .date: "a date"
        case .list: "a list"
        case .table: "a table"
        case .other(let kind): "a \(kind)"
        }
    }
}
