/// Text for a file that people read line by line.
enum PrintableText {
    /// The text without control characters other than newline: no input can forge a line of its own.
    static func of(_ text: String) -> String {
        if isPrintable(text) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 == "\n" || !isControl($0) }))
    }

    /// Nearly every text is; its bytes tell that much faster than its characters.
    private static func isPrintable(_ text: String) -> Bool {
        var (before, last): (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case 0x0A: break
            case 0x00...0x1F, 0x7F: return false
            // U+0080 to U+009F.
            case 0x80...0x9F where last == 0xC2: return false
            // U+2028 and U+2029.
            case 0xA8, 0xA9: if (before, last) == (0xE2, 0x80) { return false }
            default: break
            }
            (before, last) = (last, byte)
        }
        return true
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
