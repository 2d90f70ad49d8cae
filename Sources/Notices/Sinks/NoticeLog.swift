import Deadlines
import Files

/// The log files: `notices.jsonl`, the complete record, and a readable file for each person (spec §6).
final class NoticeLog {
    private let directory: String
    private var record: AppendFile?
    private var open: [PersonFile: AppendFile] = [:]
    /// More files than this are not kept open at once.
    private static let mostOpen = 200

    /// The log in `directory`, which is made where there is none.
    init(directory: String) throws(FileError) {
        self.directory = directory
        for folder in ["reminders", "escalations"] { try Directory.make("\(directory)/\(folder)") }
    }

    /// Closes every file, so that the next line goes to whatever stands under the name then.
    func close() {
        open = [:]
        record = nil
    }

    private var recordPath: String { "\(directory)/notices.jsonl" }

    /// Whether it is the record, or was before it was rotated.
    static func isRecord(_ path: String) -> Bool {
        path.split(separator: "/").last?.hasPrefix("notices.jsonl") ?? false
    }

    private func path(of file: PersonFile) -> String { "\(directory)/\(file.folder)/\(file.person).log" }

    /// Appends lines, each a JSON object, to the record.
    ///
    /// - Parameter recovering: whether some may stand there already; those are left out.
    func appendToRecord(_ lines: [(key: NoticeKey, text: String)], recovering: Bool) throws(FileError) {
        var lines = lines
        if recovering {
            record = nil
            let known = try recorded()
            lines.removeAll { known[$0.key] != nil }
        }
        guard !lines.isEmpty else { return }
        try openedRecord().append(lines.map { $0.text + "\n" }.joined())
    }

    /// Opens the record, which is there from the start.
    func openRecord() throws(FileError) { _ = try openedRecord() }

    private func openedRecord() throws(FileError) -> AppendFile {
        if let record { return record }
        let file = try AppendFile(path: recordPath)
        // What a crash left half written is cut off.
        try file.cutTornEnd { $0.hasPrefix("{") && $0.hasSuffix("}") }
        record = file
        return file
    }

    /// Appends what one person is told together, under a heading of what is new.
    ///
    /// - Parameter recovering: whether some may stand there already; those are left out.
    func append(
        _ entries: [Entry], to file: PersonFile, recovering: Bool, heading: ([Entry]) -> String
    ) throws(FileError) {
        var entries = entries
        if recovering {
            open[file] = nil
            try Directory.make("\(directory)/\(file.folder)")
            let known = try keys(in: file)
            entries.removeAll { known[$0.key] != nil }
        }
        guard !entries.isEmpty else { return }
        let texts = entries.map { "\(PrintableText.of($0.text.entry)) [\($0.key)]\n" }
        try self.file(file).append(PrintableText.of(heading(entries)) + "\n" + texts.joined())
    }

    /// One message as it stands in a person's log; the key closes it.
    struct Entry {
        let key: NoticeKey
        let text: NoticeText
    }

    /// Which of a person's logs.
    struct PersonFile: Hashable {
        let folder: String
        let person: PersonID
    }

    private func file(_ file: PersonFile) throws(FileError) -> AppendFile {
        if let known = open[file] { return known }
        if open.count >= NoticeLog.mostOpen { open = [:] }
        let new = try AppendFile(path: path(of: file))
        try new.cutTornEnd { $0.hasSuffix("]") }
        open[file] = new
        return new
    }
}

/// What stands in the files already, so far as a crash or a failure can have left it unmarked in the store. After a rotation
/// some of it stands in the file that was renamed.
extension NoticeLog {
    /// A batch of lines is far smaller than this.
    private static let longestTail = 4 << 20

    /// The keys of the last lines of the record, each with when it was sent.
    func recorded() throws(FileError) -> [NoticeKey: Instant] {
        var keys: [NoticeKey: Instant] = [:]
        for tail in try tails(of: recordPath, NoticeLog.longestTail) {
            keys.merge(tail.records) { first, _ in first }
        }
        return keys
    }

    /// The oldest notice that ``recorded()`` looks at and that is about one case; nil when there is none.
    func oldestRecorded() throws(FileError) -> (key: NoticeKey, caseID: CaseID)? {
        for tail in try tails(of: recordPath, NoticeLog.longestTail).reversed() {
            if let oldest = tail.oldest { return oldest }
        }
        return nil
    }

    /// Those of the last notices of the record that are each about one case.
    func latestRecorded() throws(FileError) -> [(key: NoticeKey, caseID: CaseID)] {
        for tail in try tails(of: recordPath, 1 << 16) {
            let latest = tail.latest(100)
            if !latest.isEmpty { return latest }
        }
        return []
    }

    /// The keys of all lines of the record there are, those of rotated and packed files too, each with when it was sent.
    func recordedEver() throws(FileError) -> [NoticeKey: Instant] {
        var keys: [NoticeKey: Instant] = [:]
        for path in FolderList(below: directory).files where NoticeLog.isRecord(path) {
            let reader = try LineReader(path)
            while let line = try reader.next() {
                if let (key, sent) = RecordLine.sent(line.dropLast()) { keys[key] = sent }
            }
        }
        return keys
    }

    /// When the last line of the record was sent; nil when there is none.
    func lastRecorded() throws(FileError) -> Instant? {
        try tails(of: recordPath, 1 << 16).compactMap { $0.records.values.max() }.max()
    }

    /// When any person's log was last written, by the system's clock; nil when there is none.
    func lastWritten() -> Instant? {
        ["reminders", "escalations"].compactMap { name in
            // What cannot be read is found again when it is examined.
            guard let folder = try? Directory(path: "\(directory)/\(name)"), let entries = try? folder.entries() else {
                return nil
            }
            let files = entries.compactMap { try? folder.status(of: $0.name) }.filter(\.isRegular)
            return files.map(\.lastWritten).max()
        }.max()
    }

    /// The keys at the end of a person's log, each with when the file was last written, by the system's clock.
    func keys(in file: PersonFile) throws(FileError) -> [NoticeKey: Instant] {
        var keys: [NoticeKey: Instant] = [:]
        for tail in try tails(of: path(of: file), NoticeLog.longestTail) {
            for key in tail.entries { keys[key] = tail.written }
        }
        return keys
    }

    private func tails(of path: String, _ length: Int) throws(FileError) -> [FileTail] {
        // As logrotate(8) names the last one.
        var tails: [FileTail] = []
        for name in [path, "\(path).1"] {
            if let tail = try FileTail(of: name, length: length) { tails.append(tail) }
        }
        return tails
    }
}
