package import Deadlines
package import GRDB
import Telling

/// An identifier stands in a column as its text.
extension Identifier: DatabaseValueConvertible {}

/// An instant stands in a column as milliseconds since 1970-01-01T00:00:00Z.
extension Instant: DatabaseValueConvertible {
    /// Its milliseconds.
    package var databaseValue: DatabaseValue { milliseconds.databaseValue }

    /// The instant of so many milliseconds; nil for what is no whole number.
    package static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
        Int64.fromDatabaseValue(value).map { Instant(milliseconds: $0) }
    }
}

/// How values of the core stand in columns.
extension Moment {
    var column: String {
        switch self {
        case .date(let date): date.description
        case .instant(let instant): "@\(instant.milliseconds)"
        }
    }

    init?(column: String) {
        if column.hasPrefix("@") {
            guard let milliseconds = Int64(column.dropFirst()) else { return nil }
            self = .instant(Instant(milliseconds: milliseconds))
        } else {
            guard let date = LocalDate(column) else { return nil }
            self = .date(date)
        }
    }
}

extension FieldValue {
    fileprivate var column: String {
        switch self {
        case .flag(let flag): flag ? "b1" : "b0"
        case .word(let word): "w\(word)"
        case .date(let date): "d\(date)"
        case .month(let month): "m\(month)"
        case .instant(let instant): "i\(instant.milliseconds)"
        }
    }

    fileprivate init?(column: Substring) {
        let text = column.dropFirst()
        switch column.first {
        case "b": self = .flag(text == "1")
        case "w": self = .word(String(text))
        case "d":
            guard let date = LocalDate(text) else { return nil }
            self = .date(date)
        case "m":
            guard let month = Month(text) else { return nil }
            self = .month(month)
        case "i":
            guard let milliseconds = Int64(text) else { return nil }
            self = .instant(Instant(milliseconds: milliseconds))
        default: return nil
        }
    }
}

/// A data object as one text: `name=value` by name, parted by `;`. Neither sign can stand in a name or a word.
enum DataColumn {
    static func text(of data: [FieldName: FieldValue]) -> String {
        if data.isEmpty { return "" }
        return data.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.column)" }.joined(separator: ";")
    }

    static func data(of text: String) -> [FieldName: FieldValue]? {
        if text.isEmpty { return [:] }
        var data: [FieldName: FieldValue] = [:]
        for part in text.split(separator: ";") {
            guard let equals = part.firstIndex(of: "="),
                let value = FieldValue(column: part[part.index(after: equals)...])
            else { return nil }
            data[FieldName(rawValue: String(part[..<equals]))] = value
        }
        return data
    }
}

extension RecipientReason {
    var column: String {
        switch self {
        case .caseworker: "caseworker"
        case .hasRole(let role, let team): "role \(role.rawValue) \(team?.rawValue ?? "")"
        case .substitute(let person, let role): "substitute \(role.rawValue) \(person)"
        case .upTheLine(let from, let to): "line \(from.rawValue) \(to.rawValue)"
        case .noCaseworker(let role): "vacant \(role.rawValue)"
        case .nobodyElse(let role): "nobody \(role.rawValue)"
        }
    }

    init?(column: String) {
        let parts = column.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let role = parts.count > 1 ? Role(rawValue: parts[1]) : nil
        let last = parts.count > 2 ? parts[2] : ""
        switch (parts[0], role) {
        case ("caseworker", _): self = .caseworker
        case ("role", let role?): self = .hasRole(role, last.isEmpty ? nil : TeamID(rawValue: last))
        case ("substitute", let role?): self = .substitute(for: PersonID(rawValue: last), role)
        case ("vacant", let role?): self = .noCaseworker(role)
        case ("nobody", let role?): self = .nobodyElse(role)
        case ("line", let from?):
            guard let to = Role(rawValue: last) else { return nil }
            self = .upTheLine(from: from, to: to)
        default: return nil
        }
    }
}

extension Verdict {
    var column: String { kind.rawValue }

    init?(column: String, metAt: Moment?) {
        switch (column, metAt) {
        case ("met", let at?): self = .met(at: at)
        case ("late", let at?): self = .late(at: at)
        case ("excused", _): self = .excused
        case ("void", _): self = .void
        case ("open", _): self = .open
        default: return nil
        }
    }
}
