import Deadlines
import Files
import Glibc

/// The end of a log file, to find the keys of what stands there.
struct FileTail {
    private let bytes: [UInt8]
    /// Whether the file begins before it.
    private let isCut: Bool
    /// When the file was last written, by the system's clock.
    let written: Instant

    /// The last `length` bytes of a file; nil where there is no file.
    init?(of path: String, length: Int) throws(FileError) {
        let file: OpenFile
        do { file = try OpenFile(path, O_RDONLY | O_NOFOLLOW) } catch {
            if error.code == ENOENT { return nil }
            throw error
        }
        written = try file.status().lastWritten
        let (bytes, start) = try file.end(length)
        self.bytes = bytes
        isCut = start > 0
    }

    /// The keys of a person's log: whatever closes a line in brackets.
    var entries: [NoticeKey] {
        lines.compactMap { line in
            guard line.last == UInt8(ascii: "]"), let start = line.lastIndex(of: UInt8(ascii: "[")) else { return nil }
            return NoticeKey(rawValue: String(decoding: line[(start + 1)...].dropLast(), as: UTF8.self))
        }
    }

    /// The keys of the record's lines, each with when it was sent.
    var records: [NoticeKey: Instant] {
        var records: [NoticeKey: Instant] = [:]
        for line in lines {
            guard let (key, sent) = RecordLine.sent(line) else { continue }
            records[key] = sent
        }
        return records
    }

    /// The first notice of the record that is about one case.
    var oldest: (key: NoticeKey, caseID: CaseID)? {
        lines.dropFirst(isCut ? 1 : 0).lazy.compactMap(FileTail.notice).first
    }

    /// Those of the last `count` notices of the record that are each about one case.
    func latest(_ count: Int) -> [(key: NoticeKey, caseID: CaseID)] {
        lines.dropFirst(isCut ? 1 : 0).suffix(count).compactMap(FileTail.notice)
    }

    private static func notice(_ line: ArraySlice<UInt8>) -> (key: NoticeKey, caseID: CaseID)? {
        guard let key = RecordLine.value(of: "key", in: Array(line)),
            let reference = RecordLine.value(of: "case", in: Array(line))
        else { return nil }
        return (NoticeKey(rawValue: key), CaseID(rawValue: reference))
    }

    /// The complete lines.
    private var lines: [ArraySlice<UInt8>] {
        guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
        return bytes[..<end].split(separator: UInt8(ascii: "\n"))
    }
}
