/// Field names for logged metadata, made of any text: letters are raised to capitals, every other character becomes an
/// underscore, and the name is cut at ``JournalField/lengthLimit``.
extension JournalField {
    /// The prefix for a program's fields: `fristd` gives `FRISTD`. What comes before the first letter is left out, and a
    /// name without any gives `LOG`.
    init(program label: String) {
        let letters = Self.capitals(label).drop { $0 == "_" || $0.isNumber }
        self.init(derived: letters.isEmpty ? "LOG" : String(letters))
    }

    /// The field for a metadata key: `FRISTD` and `feed-age` give `FRISTD_FEED_AGE`.
    init(prefix: JournalField, key: String) {
        self.init(derived: "\(prefix)_\(Self.capitals(key))")
    }

    private static func capitals(_ text: String) -> String {
        let bytes = text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 0x20
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: UInt8(ascii: "_")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
