/// The value of a journal field: any bytes at all, newlines and NUL included.
package enum JournalValue: Hashable, Sendable {
    /// Text, stored as UTF-8.
    case text(String)
    /// Bytes, stored as they are.
    case bytes([UInt8])

    func append(to buffer: inout [UInt8]) {
        switch self {
        case .text(let text): buffer.append(contentsOf: text.utf8)
        case .bytes(let bytes): buffer.append(contentsOf: bytes)
        }
    }
}

extension JournalValue: ExpressibleByStringInterpolation {
    /// Text written in the source.
    package init(stringLiteral text: String) {
        self = .text(text)
    }
}
