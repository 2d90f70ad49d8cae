package import Deadlines
import Glibc

/// Takes cases out of the logs: the record, the persons' logs, those that were rotated and packed, and digests.
///
/// What is about such a case alone goes. A list that names it among others loses that line; where it stands inside a line that
/// stays, as in a digest, `…` takes its place: the figures of a digest are as they were reported.
package struct LogErasure: Sendable {
    private let directory: String
    let mentions: CaseMentions

    var digestDirectory: String { "\(directory)/digests" }

    /// An erasure of what `mentions` finds.
    package init(logDirectory: String, mentions: CaseMentions) {
        directory = logDirectory
        self.mentions = mentions
    }

    /// The logs there are now, oldest form of each first, those in directories that logs are rotated into too, and what could
    /// not be looked through.
    package func logs() -> (files: [String], troubles: [LogFileError]) {
        let list = FolderList(below: directory, leaving: [digestDirectory])
        // Beside the record lies also what is no log.
        let others = list.files.filter { $0.dropFirst(directory.utf8.count + 1).contains("/") }
        return ((list.files.filter(isRecord) + others.filter { !isRecord($0) }).sorted(), list.troubles)
    }

    /// Whether it is the record, or was before it was rotated.
    private func isRecord(_ log: String) -> Bool { log.split(separator: "/").last?.hasPrefix("notices.jsonl") ?? false }

    /// Whether the log speaks of such a case.
    package func concerns(_ log: String) throws(LogFileError) -> Bool {
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
    package func erase(_ log: String) throws(LogFileError) -> Bool {
        var old = stat()
        guard lstat(log, &old) == 0 else { return true }
        var reader = try LineReader(log)
        guard let first = try reader.next() else { return true }
        let writer = try LineWriter(replacing: log, isPacked: reader.isPacked)
        var filter: any LineFilter =
            isRecord(log)
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
