import Deadlines
import Glibc

/// The log files: `notices.jsonl`, the complete record, and a readable file for each person (spec §6).
final class NoticeLog {
    private let directory: String
    private var record: AppendFile
    private var open: [String: AppendFile] = [:]
    /// More files than this are not kept open at once.
    private static let mostOpen = 200

    /// The log in `directory`, which is made where there is none. What a crash left half written is cut off.
    init(directory: String) throws(LogFileError) {
        self.directory = directory
        for folder in ["reminders", "escalations"] { try NoticeLog.makeDirectories("\(directory)/\(folder)") }
        record = try NoticeLog.openRecord(in: directory)
    }

    private static func openRecord(in directory: String) throws(LogFileError) -> AppendFile {
        let record = try AppendFile(path: "\(directory)/notices.jsonl")
        try record.cutTornEnd { $0.hasPrefix("{") && $0.hasSuffix("}") }
        return record
    }

    /// Makes the directory and those above it, where they are missing.
    private static func makeDirectories(_ path: String) throws(LogFileError) {
        if mkdir(path, 0o750) == 0 { return try AppendFile.flushDirectory(of: path) }
        if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeDirectories(String(path[..<slash]))
            if mkdir(path, 0o750) == 0 { return try AppendFile.flushDirectory(of: path) }
        }
        guard errno == EEXIST else { throw LogFileError(path, "made", errno) }
    }

    /// Closes every file, so that the next line goes to whatever stands under the name then.
    func reopen() throws(LogFileError) {
        open = [:]
        record = try NoticeLog.openRecord(in: directory)
    }

    /// The keys of the last lines of the record, so far as a crash can have left them unmarked in the store, and when
    /// the last of them was sent.
    func recent() throws(LogFileError) -> (keys: Set<NoticeKey>, sent: Instant?) {
        let tail = try record.tail(NoticeLog.recoveryTail)
        let sent = NoticeLog.texts(in: tail, between: "\"sent\": \"", and: "\"").compactMap { Instant($0) }.max()
        return (NoticeLog.keys(in: tail, between: "\"key\": \"", and: "\""), sent)
    }

    /// A batch of lines is far smaller than this.
    private static let recoveryTail = 16 << 20

    /// Appends lines to the record.
    func appendToRecord(_ lines: [String]) throws(LogFileError) {
        try record.append(lines.map { $0 + "\n" }.joined())
    }

    /// Appends what one person is told together, under a heading that counts what is new; what stands there already
    /// is left out.
    func append(
        _ entries: [Entry], to file: PersonFile, recovering: Bool, heading: (Int) -> String
    ) throws(LogFileError) {
        let log = try self.file(file)
        var entries = entries
        if recovering {
            let known = NoticeLog.keys(in: try log.tail(NoticeLog.recoveryTail), between: "[", and: "]")
            entries.removeAll { known.contains($0.key) }
        }
        guard !entries.isEmpty else { return }
        let texts = entries.map { "\(NoticeLog.printable($0.text)) [\($0.key)]\n" }
        try log.append(NoticeLog.printable(heading(entries.count)) + "\n" + texts.joined())
    }

    /// One message as it stands in a person's log; the key closes it.
    struct Entry {
        let key: NoticeKey
        let text: String
    }

    /// Which of a person's logs.
    struct PersonFile: Hashable {
        let folder: String
        let person: PersonID
    }

    private func file(_ file: PersonFile) throws(LogFileError) -> AppendFile {
        let path = "\(directory)/\(file.folder)/\(file.person).log"
        if let known = open[path] { return known }
        if open.count >= NoticeLog.mostOpen { open = [:] }
        let new = try AppendFile(path: path)
        try new.cutTornEnd { $0.hasSuffix("]") }
        open[path] = new
        return new
    }

    private static func keys(in bytes: [UInt8], between start: String, and end: Character) -> Set<NoticeKey> {
        Set(texts(in: bytes, between: start, and: end).map { NoticeKey(rawValue: String($0)) })
    }

    private static func texts(in bytes: [UInt8], between start: String, and end: Character) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            guard let from = line.range(of: start, backwards: start == "[") else { return nil }
            let rest = line[from.upperBound...]
            guard let to = rest.firstIndex(of: end) else { return nil }
            return rest[..<to]
        }
    }

    /// The text without control characters other than newline: no input can forge a line of its own.
    private static func printable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 == "\n" || !isControl($0) }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}

extension Substring {
    /// The first or last occurrence of `part`.
    fileprivate func range(of part: String, backwards: Bool) -> Range<Index>? {
        if !backwards { return firstRange(of: part) }
        return ranges(of: part).last
    }
}
