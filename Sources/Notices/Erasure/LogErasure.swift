import Deadlines
import Glibc

/// Takes cases out of the logs: the record, the persons' logs, those that were rotated and packed, and digests.
///
/// What is about such a case alone goes. A list that names it among others loses that line; where it stands inside a line that
/// stays, as in a digest, `…` takes its place: the figures of a digest are as they were reported.
public struct LogErasure: Sendable {
    private let directory: String
    let mentions: CaseMentions

    var digestDirectory: String { "\(directory)/digests" }

    /// An erasure of what `mentions` finds.
    public init(logDirectory: String, mentions: CaseMentions) {
        directory = logDirectory
        self.mentions = mentions
    }

    /// The logs there are now, oldest form of each first.
    public func logs() -> [String] {
        let record = FolderList.files(in: directory).filter { $0.hasPrefix("notices.jsonl") }.map {
            "\(directory)/\($0)"
        }
        let persons = ["reminders", "escalations"].flatMap { folder in
            FolderList.files(in: "\(directory)/\(folder)").map { "\(directory)/\(folder)/\($0)" }
        }
        return (record + persons).sorted()
    }

    /// Whether the log speaks of such a case.
    public func concerns(_ log: String) throws(LogFileError) -> Bool {
        var reader = try LineReader(log)
        while let line = try reader.next() {
            if mentions.appear(in: line) || Self.key(endingLine: line).map({ mentions.isErased(key: $0) }) ?? false {
                return true
            }
        }
        return false
    }

    /// Takes the cases out of one log. Nobody may append to it meanwhile; who has it open must open it anew.
    ///
    /// - Returns: whether it is done; not when another file has taken the name meanwhile.
    public func erase(_ log: String) throws(LogFileError) -> Bool {
        var old = stat()
        guard lstat(log, &old) == 0 else { return true }
        var reader = try LineReader(log)
        guard let first = try reader.next() else { return true }
        let writer = try LineWriter(replacing: log, isPacked: reader.isPacked)
        var filter: any LineFilter =
            log.hasPrefix("\(directory)/notices.jsonl")
            ? RecordFilter(mentions: mentions) : PersonLogFilter(mentions: mentions)
        for kept in filter.take(first) { try writer.append(kept) }
        while let line = try reader.next() {
            for kept in filter.take(line) { try writer.append(kept) }
        }
        for kept in filter.end() { try writer.append(kept) }
        return try writer.replace(old)
    }

    /// The key in brackets that closes a person's message.
    static func key(endingLine line: [UInt8]) -> String? {
        let text = line.last == UInt8(ascii: "\n") ? line.dropLast() : line[...]
        guard text.last == UInt8(ascii: "]"), let start = text.lastIndex(of: UInt8(ascii: "[")) else { return nil }
        return String(decoding: text[(start + 1)...].dropLast(), as: UTF8.self)
    }
}

/// What of a log stays.
protocol LineFilter {
    /// What can be said to stay when this line has been read.
    mutating func take(_ line: [UInt8]) -> [[UInt8]]
    /// What stays of the rest.
    mutating func end() -> [[UInt8]]
}

/// The record: an object a line.
struct RecordFilter: LineFilter {
    let mentions: CaseMentions

    func take(_ line: [UInt8]) -> [[UInt8]] {
        if let key = RecordLine.value(of: "key", in: line), mentions.isErased(key: key) { return [] }
        if let reference = RecordLine.value(of: "case", in: line) { return mentions.isErased(reference) ? [] : [line] }
        return [mentions.blotted(line)]
    }

    func end() -> [[UInt8]] { [] }
}

/// A person's log: messages of several lines, each closed by its key, under headings.
struct PersonLogFilter: LineFilter {
    let mentions: CaseMentions
    /// The lines since the last message.
    private var lines: [[UInt8]] = []
    /// The heading under which nothing has stayed so far.
    private var heading: [[UInt8]] = []

    init(mentions: CaseMentions) { self.mentions = mentions }

    mutating func take(_ line: [UInt8]) -> [[UInt8]] {
        lines.append(line)
        guard let key = LogErasure.key(endingLine: line) else { return [] }
        defer { lines = [] }
        // What begins at the margin is a heading, but for the last such line, with which the message begins.
        let margin = lines.prefix { $0.first != UInt8(ascii: " ") }
        let message = lines[max(0, margin.count - 1)...]
        if margin.count > 1 { heading = Array(margin.dropLast()) }
        let isAbout = message.first.map { mentions.appear(in: $0) } ?? false
        if mentions.isErased(key: key) || isAbout { return [] }
        let kept = message.dropLast().filter { !mentions.appear(in: $0) } + [mentions.blotted(line)]
        defer { heading = [] }
        return heading.map { mentions.blotted($0) } + kept
    }

    mutating func end() -> [[UInt8]] {
        defer { (lines, heading) = ([], []) }
        return lines.filter { !mentions.appear(in: $0) }
    }
}

/// The names in a directory.
enum FolderList {
    /// Regular files that are not hidden, by name; none where there is no directory.
    static func files(in path: String) -> [String] { names(in: path) { $0 & S_IFMT == S_IFREG } }

    /// Directories.
    static func folders(in path: String) -> [String] { names(in: path) { $0 & S_IFMT == S_IFDIR } }

    private static func names(in path: String, where isWanted: (mode_t) -> Bool) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            guard !name.hasPrefix("."), lstat("\(path)/\(name)", &status) == 0, isWanted(status.st_mode) else {
                continue
            }
            names.append(name)
        }
        return names.sorted()
    }
}
