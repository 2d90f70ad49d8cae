package import Foundation

/// One entry as `journalctl -o export` prints it: every field with all its values, byte by byte.
///
/// Source: the Journal Export Format of systemd.
package struct ExportedEntry {
    /// Every value of each field.
    package private(set) var fields: [String: [Data]] = [:]

    /// The values of a field as text.
    package subscript(name: String) -> [String] {
        fields[name, default: []].map { String(decoding: $0, as: UTF8.self) }
    }

    /// The entries of an export, oldest first.
    package static func parse(_ export: Data) -> [ExportedEntry] {
        var entries: [ExportedEntry] = []
        var entry = ExportedEntry()
        var rest = export[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<end]
            rest = rest[(end + 1)...]
            if line.isEmpty {
                entries.append(entry)
                entry = ExportedEntry()
            } else if let equals = line.firstIndex(of: UInt8(ascii: "=")) {
                entry.add(line[..<equals], Data(line[(equals + 1)...]))
            } else {
                let length = rest.prefix(8).enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
                entry.add(line, Data(rest.dropFirst(8).prefix(length)))
                rest = rest.dropFirst(8 + length + 1)
            }
        }
        return entry.fields.isEmpty ? entries : entries + [entry]
    }

    private mutating func add(_ name: Data, _ value: Data) {
        fields[String(decoding: name, as: UTF8.self), default: []].append(value)
    }
}
