import Glibc

/// Text with JSON escapes, as a JSON reader would see it: one byte for each character that is ASCII, and which bytes
/// of the text it came from.
struct EscapedText {
    /// One byte a unit; what is not an ASCII character, or whose escape is broken, is 0.
    private(set) var plain: [UInt8] = []
    private var starts: [Int] = []

    /// Whether any escape stands in `bytes`.
    static func hasEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        return memchr(base, Int32(UInt8(ascii: "\\")), bytes.count) != nil
    }

    /// Reads `bytes`, which need not be well formed.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        plain.reserveCapacity(bytes.count)
        starts.reserveCapacity(bytes.count + 1)
        var index = 0
        while index < bytes.count {
            starts.append(index)
            if bytes[index] != UInt8(ascii: "\\") {
                plain.append(bytes[index])
                index += 1
            } else if let character = EscapedText.character(bytes, at: index) {
                plain.append(character)
                index += 6
            } else {
                plain.append(0)
                // A digit after a stray backslash is still a digit.
                index += index + 1 < bytes.count && !CPR.isDigit(bytes[index + 1]) ? 2 : 1
            }
        }
        starts.append(index)
    }

    /// The bytes of the text that unit `index` came from.
    func origin(of index: Int) -> Range<Int> {
        starts[index]..<starts[index + 1]
    }

    /// The ASCII character that `\uXXXX` at `index` stands for, 0 for any other character; nil for another escape.
    private static func character(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
        guard index + 6 <= bytes.count, bytes[index + 1] == UInt8(ascii: "u"),
            bytes[(index + 2)..<(index + 6)].allSatisfy({ isxdigit(Int32($0)) != 0 }),
            let code = Int(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
        else { return nil }
        return code < 0x80 ? UInt8(code) : 0
    }
}
