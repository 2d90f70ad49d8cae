import Deadlines

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
        return [mentions.blotted(cut(line))]
    }

    /// A list with a sign in place of each item that is about such a case: what it asks, and of what, is of the case too.
    private func cut(_ line: [UInt8]) -> [UInt8] {
        guard let message = RecordLine.range(of: "message", in: line) else { return line }
        let separator = Array("; ".utf8)
        var items: [[UInt8]] = []
        var rest = line[message]
        while let end = rest.firstRange(of: separator) {
            items.append(Array(rest[..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        items.append(Array(rest))
        for (index, item) in items.enumerated() where mentions.appear(in: item) {
            // Before the first of them stands what is asked of all.
            let opening = index == 0 ? mentions.opening(of: item) : 0
            items[index] = item[..<opening] + Array("…".utf8)
        }
        return line[..<message.lowerBound] + Array(items.joined(separator: separator)) + line[message.upperBound...]
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
        let kept = message.dropLast().filter { !mentions.appear(in: $0) } + [mentions.blotted(line, withRefs: true)]
        defer { heading = [] }
        return heading.map { mentions.blotted($0) } + kept
    }

    mutating func end() -> [[UInt8]] {
        defer { (lines, heading) = ([], []) }
        return lines.filter { !mentions.appear(in: $0) }
    }
}
