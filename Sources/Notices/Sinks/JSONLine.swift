/// JSON objects on one line, their members in the order given.
struct JSONLine {
    private var text = "{"

    /// Adds a member; nil is `null`.
    mutating func add(_ name: String, _ value: String?) {
        if text.utf8.count > 1 { text += ", " }
        text += "\"\(name)\": "
        if let value { JSONLine.append(value, to: &text) } else { text += "null" }
    }

    /// The object, without a newline.
    func line() -> String { text + "}" }

    /// Appends `value` in quotes. Control characters are escaped, so that no value can end the line.
    private static func append(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\u{2028}" || scalar == "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
