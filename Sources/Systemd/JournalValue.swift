/// The value of a journal field: any bytes at all, newlines and NUL included.
package enum JournalValue: Hashable, Sendable {
    /// Text, stored as UTF-8.
    case text(String)
    /// Bytes, stored as they are.
    case bytes([UInt8])

    /// Appends it behind its length, as journald reads it.
    func append(to buffer: inout [UInt8]) {
        switch self {
        case .text(let text): JournalValue.append(text.utf8, to: &buffer)
        case .bytes(let bytes): JournalValue.append(bytes, to: &buffer)
        }
    }

    private static func append(_ value: some Collection<UInt8>, to buffer: inout [UInt8]) {
        withUnsafeBytes(of: UInt64(value.count).littleEndian) { buffer.append(contentsOf: $0) }
        buffer.append(contentsOf: value)
    }
}

extension JournalValue: ExpressibleByStringInterpolation {
    /// Text written in the source.
    package init(stringLiteral text: String) {
        self = .text(text)
    }
}
