extension String {
    /// This text on one line: whatever could end a line, move a cursor or turn the reading direction is spelled out.
    ///
    /// A line feed becomes `\n`, an escape `\u{1B}`. Text without such characters is returned as it is.
    var escapingControls: String {
        guard unicodeScalars.contains(where: \.needsEscape) else { return self }
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case _ where scalar.needsEscape: escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The longest beginning of this text of at most `limit` bytes in UTF-8 that cuts no scalar in two.
    func prefix(bytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var kept = ""
        var count = 0
        for scalar in unicodeScalars {
            count += UTF8.width(scalar)
            guard count <= limit else { break }
            kept.unicodeScalars.append(scalar)
        }
        return kept
    }
}

extension Unicode.Scalar {
    fileprivate var needsEscape: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        default: return properties.isBidiControl
        }
    }
}
