import Deadlines

/// A line of the record, read as ``JSON`` writes it: much faster than by a reader of any JSON.
enum RecordLine {
    /// Which notice it is of, and when that was sent; nil where it is not whole.
    static func sent(_ line: some BidirectionalCollection<UInt8>) -> (key: NoticeKey, sent: Instant)? {
        guard line.last == UInt8(ascii: "}") else { return nil }
        // "{", "key", ": ", the key, ", ", "sent", ": ", the instant.
        let parts = line.prefix(200).split(separator: UInt8(ascii: "\""), maxSplits: 8)
        guard parts.count > 7, let sent = Instant(String(decoding: parts[7], as: UTF8.self)) else { return nil }
        return (NoticeKey(rawValue: String(decoding: parts[3], as: UTF8.self)), sent)
    }

    /// Where the text in a member of the object stands, as JSON writes it; nil where it has none.
    static func range(of name: String, in line: [UInt8]) -> Range<Int>? {
        guard let start = line.firstRange(of: Array("\"\(name)\": \"".utf8))?.upperBound else { return nil }
        var end = start
        while end < line.endIndex, line[end] != UInt8(ascii: "\"") {
            end += line[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return end < line.endIndex ? start..<end : nil
    }

    /// The text in a member of the object; nil where it has none.
    static func value(of name: String, in line: [UInt8]) -> String? {
        let start = Array("\"\(name)\": \"".utf8)
        guard let found = line.firstRange(of: start) else { return nil }
        return String(decoding: line[found.upperBound...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
}
