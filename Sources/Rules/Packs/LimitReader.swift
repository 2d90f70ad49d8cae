package import Deadlines

/// Reads a time limit: `{ months = 4 }`, `{ working_days = 6 }`.
package enum LimitReader {
    /// The limit at `key`, which must be there.
    static func required(_ table: TomlTable, _ key: String) -> TimeLimit? {
        table.required(key, "a limit such as { months = 4 }") ? limit(table, key) : nil
    }

    /// The limit at `key`; nil where it is absent, or wrong and told so.
    package static func limit(_ table: TomlTable, _ key: String) -> TimeLimit? {
        guard let inner = table.table(key) else { return nil }
        let found = TimeLimit.Unit.allCases.compactMap { unit in
            inner.integer(unit.rawValue).map { TimeLimit($0, unit) }
        }
        inner.refuseUnknownKeys()
        guard let limit = found.first, found.count == 1 else {
            let names = TimeLimit.Unit.allCases.map(\.rawValue).joined(separator: ", ")
            table.fault(key, "must have one unit, of \(names), such as { months = 4 }")
            return nil
        }
        // A century is more than any limit in law, and keeps every sum inside the calendar.
        guard (1...36_525).contains(limit.count) else {
            inner.fault(limit.unit.rawValue, "must be from 1 to 36525, not \(limit.count)")
            return nil
        }
        return limit
    }
}
