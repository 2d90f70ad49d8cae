import Deadlines

/// What Foundation's JSON reader does not tell: how deep a text nests, whether commas trail, and how many fields each
/// object was given, so that a field given twice shows.
struct Outline {
    /// The deepest nesting allowed; the update itself is 1 (spec §3).
    static let deepest = 8

    /// Fields of the update, those given twice counted twice.
    private(set) var fields = 0
    /// Fields of objects directly inside the update.
    private(set) var nestedFields = 0
    private var depth = 0
    private var index = 0

    /// Looks over `bytes`; what else is wrong with them as JSON is left to the JSON reader.
    ///
    /// - Throws: a refusal of control characters, nesting beyond `deepest`, a trailing comma, a byte order mark.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw refusal("a byte order mark stands inside the file", "leave it out")
        }
        var previous: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""): try skipString(bytes)
            case UInt8(ascii: "{"), UInt8(ascii: "["): try descend()
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if previous == UInt8(ascii: ",") {
                    throw refusal("malformed JSON, a comma before the closing bracket", "drop the last comma")
                }
                depth -= 1
            case UInt8(ascii: ":"): countField()
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                index += 1
                continue
            case 0..<0x20: throw controlCharacter(byte)
            default: break
            }
            previous = byte
            index += 1
        }
    }

    /// From the opening quotation mark to the closing one.
    private mutating func skipString(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] < 0x20 { throw controlCharacter(bytes[index]) }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
    }

    private mutating func descend() throws(Refusal) {
        depth += 1
        if depth > Outline.deepest {
            throw refusal("nested deeper than \(Outline.deepest)", "send one object, with one more in its field data")
        }
    }

    private mutating func countField() {
        if depth == 1 { fields += 1 }
        if depth == 2 { nestedFields += 1 }
    }

    private func controlCharacter(_ byte: UInt8) -> Refusal {
        let wrong = byte == 0 ? "a NUL byte, is it UTF-16?" : "a control character, 0x" + String(byte, radix: 16)
        return refusal(wrong, "send UTF-8 text without control characters")
    }

    private func refusal(_ wrong: String, _ right: String) -> Refusal {
        var refusal = Refusal(wrong: wrong, right: right)
        refusal.byte = index + 1
        return refusal
    }
}
