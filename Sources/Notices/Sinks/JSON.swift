/// A JSON value to be written; members keep the order given.
package indirect enum JSON: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case flag(Bool)
    /// A whole number.
    case number(Int)
    /// A number with one decimal.
    case decimal(Double)
    /// A text.
    case text(String)
    /// A list.
    case list([JSON])
    /// An object.
    case object([(String, JSON)])

    /// A text, or `null`.
    package static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

    /// A number, or `null`.
    package static func optional(number: Int?) -> JSON { number.map(JSON.number) ?? .null }

    /// A number with one decimal, or `null`.
    package static func optional(decimal: Double?) -> JSON { decimal.map(JSON.decimal) ?? .null }

    /// The value on one line.
    package var line: String {
        var line = ""
        append(to: &line)
        return line
    }

    /// A list with one element a line, any other value on one line.
    package var document: String {
        guard case .list(let values) = self, !values.isEmpty else { return line }
        return "[\n" + values.map { "  " + $0.line }.joined(separator: ",\n") + "\n]"
    }

    private func append(to line: inout String) {
        switch self {
        case .null: line += "null"
        case .flag(let flag): line += flag ? "true" : "false"
        case .number(let number): line += String(number)
        case .decimal(let number): line += JSON.oneDecimal(number)
        case .text(let text): JSON.append(text, to: &line)
        case .list(let values):
            line += "["
            for (index, value) in values.enumerated() {
                if index > 0 { line += ", " }
                value.append(to: &line)
            }
            line += "]"
        case .object(let members):
            line += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { line += ", " }
                JSON.append(member.0, to: &line)
                line += ": "
                member.1.append(to: &line)
            }
            line += "}"
        }
    }

    private static func oneDecimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths / 10)).\(abs(tenths % 10))"
    }

    /// Appends `text` in quotes. Control characters are escaped, so that no value can end the line for any reader.
    private static func append(_ text: String, to line: inout String) {
        line += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": line += "\\\""
            case "\\": line += "\\\\"
            case "\n": line += "\\n"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{2029}":
                let digits = String(scalar.value, radix: 16)
                line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: line.unicodeScalars.append(scalar)
            }
        }
        line += "\""
    }
}
