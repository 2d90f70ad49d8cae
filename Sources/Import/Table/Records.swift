/// Where the records of a table begin and end: at line breaks that stand outside quotation marks.
///
/// Found in the bytes, before decoding, so that what is wrong with one record stays with that record.
struct Records {
    /// The records in order, line breaks left out, those without any character included.
    private(set) var ranges: [Range<Int>] = []
    /// Whether the last quotation mark opened is closed again; otherwise the last record reaches to the file's end.
    let isClosed: Bool

    init(_ bytes: [UInt8]) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var isQuoted = false
        for index in start..<bytes.count {
            if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard bytes[index] == UInt8(ascii: "\n"), !isQuoted else { continue }
            ranges.append(start..<Records.end(at: index, from: start, in: bytes))
            start = index + 1
        }
        if start < bytes.count { ranges.append(start..<Records.end(at: bytes.count, from: start, in: bytes)) }
        isClosed = !isQuoted
    }

    private static func end(at index: Int, from start: Int, in bytes: [UInt8]) -> Int {
        index > start && bytes[index - 1] == UInt8(ascii: "\r") ? index - 1 : index
    }
}
