package import Deadlines

/// Reads a time limit: `{ months = 4 }`, `{ working_days = 6 }`.
package enum LimitReader {
    private static let units: [(key: String, limit: @Sendable (Int) -> TimeLimit)] = [
        ("hours", { .hours($0) }), ("days", { .days($0) }), ("weeks", { .weeks($0) }),
        ("working_days", { .workingDays($0) }), ("months", { .months($0) }),
    ]

    /// The limit at `key`, which must be there.
    static func required(_ table: TomlTable, _ key: String) -> TimeLimit? {
        table.required(key, "a limit such as { months = 4 }") ? limit(table, key) : nil
    }

    /// The limit at `key`; nil where it is absent, or wrong and told so.
    package static func limit(_ table: TomlTable, _ key: String) -> TimeLimit? {
        guard let inner = table.table(key) else { return nil }
        let found = units.compactMap { unit in inner.integer(unit.key).map { (unit, $0) } }
        inner.refuseUnknownKeys()
        guard let (unit, count) = found.first, found.count == 1 else {
            let names = units.map(\.key).joined(separator: ", ")
            table.fault(key, "must have one unit, of \(names), such as { months = 4 }")
            return nil
        }
        // A century is more than any limit in law, and keeps every sum inside the calendar.
        guard (1...36_525).contains(count) else {
            inner.fault(unit.key, "must be from 1 to 36525, not \(count)")
            return nil
        }
        return unit.limit(count)
    }
}
