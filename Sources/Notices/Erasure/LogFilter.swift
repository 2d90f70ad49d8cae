import Deadlines

/// What of a log stays, line by line.
protocol LineFilter {
    /// Whether something has not stayed.
    var hasErased: Bool { get }
    /// What can be said to stay when this line has been read.
    mutating func take(_ line: [UInt8]) -> [UInt8]
}

/// The record: an object a line. One about such a case alone goes; of a list what it says of such a case.
struct RecordFilter: LineFilter {
    let cases: ErasedCases
    private(set) var hasErased = false

    init(_ cases: ErasedCases) { self.cases = cases }

    mutating func take(_ line: [UInt8]) -> [UInt8] {
        guard let key = RecordLine.value(of: "key", in: line).map({ NoticeKey(rawValue: $0) }) else { return line }
        let caseID = RecordLine.value(of: "case", in: line).map { CaseID(rawValue: $0) }
        var kept = line
        if cases.notices.contains(key) || caseID.map(cases.references.contains) ?? false {
            kept = []
        } else if cases.lists.contains(key), let message = RecordLine.range(of: "message", in: line) {
            kept.replaceSubrange(message, with: shortened(line[message]))
        }
        if kept != line { hasErased = true }
        return kept
    }

    /// A list's message with a sign in place of each item about such a case.
    private func shortened(_ message: ArraySlice<UInt8>) -> [UInt8] {
        let separator = Array("; ".utf8)
        let items = message.split(separator: separator, omittingEmptySubsequences: false).map { item in
            guard cases.areNamed(in: item) else { return Array(item) }
            // Before the first item stands what is asked of all.
            let opening = item.firstRange(of: Array(": ".utf8)).map { item[..<$0.upperBound] } ?? []
            return (cases.areNamed(in: opening) ? [] : Array(opening)) + Array("…".utf8)
        }
        return Array(items.joined(separator: separator))
    }
}

/// A person's log: messages of several lines, each closed by its key, under headings.
struct PersonLogFilter: LineFilter {
    let cases: ErasedCases
    private(set) var hasErased = false
    /// The lines since the last message.
    private var lines: [[UInt8]] = []
    /// The heading under which nothing has stayed so far.
    private var heading: [[UInt8]] = []

    init(_ cases: ErasedCases) { self.cases = cases }

    mutating func take(_ line: [UInt8]) -> [UInt8] {
        lines.append(line)
        guard let key = PersonLogFilter.key(endingLine: line) else { return [] }
        defer { lines = [] }
        // What begins at the margin is a heading, but for the last such line, with which the message begins.
        let margin = lines.prefix { $0.first != UInt8(ascii: " ") }
        if margin.count > 1 { heading = margin.dropLast() }
        let message = Array(lines.dropFirst(max(0, margin.count - 1)))
        var kept = message
        if cases.notices.contains(key) {
            kept = []
        } else if cases.lists.contains(key) {
            // The last line has the key.
            kept.removeAll { $0 != line && cases.areNamed(in: $0) }
        }
        if kept != message { hasErased = true }
        guard !kept.isEmpty else { return [] }
        defer { heading = [] }
        return Array((heading + kept).joined())
    }

    /// The key in brackets that closes a message.
    private static func key(endingLine line: [UInt8]) -> NoticeKey? {
        let text = line.last == UInt8(ascii: "\n") ? line.dropLast() : line[...]
        guard text.last == UInt8(ascii: "]"), let start = text.lastIndex(of: UInt8(ascii: "[")) else { return nil }
        return NoticeKey(rawValue: String(decoding: text[(start + 1)...].dropLast(), as: UTF8.self))
    }
}
