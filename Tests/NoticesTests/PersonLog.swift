import Foundation
import TestSupport

/// A person's log, taken apart as a person reads it: blocks with a heading, entries that end in their key.
struct PersonLog {
    /// A heading, what it says of all that is under it, and that.
    struct Block {
        let heading: String
        var note: String?
        var entries: [Entry] = []
    }

    /// One message.
    struct Entry: Hashable {
        let key: String
        let text: String
    }

    private(set) var blocks: [Block] = []

    /// A log that is not of this form.
    struct Malformed: Error {
        let line: String
    }

    init(_ path: String) throws {
        var lines: [String] = []
        for line in WholeLines.of(path) {
            if line.hasPrefix("── ") {
                guard lines.isEmpty else { throw Malformed(line: line) }
                blocks.append(Block(heading: line))
                continue
            }
            // A message has a heading of its own, whose next lines are indented; what stands above the first is about all.
            if lines.count == 1, !line.hasPrefix(" "), let last = blocks.indices.last, blocks[last].entries.isEmpty {
                blocks[last].note = lines[0]
                lines = []
            }
            lines.append(line)
            guard let match = line.firstMatch(of: #/ \[([a-z]{24})\]$/#) else { continue }
            guard !blocks.isEmpty else { throw Malformed(line: line) }
            blocks[blocks.count - 1].entries.append(
                Entry(key: String(match.1), text: lines.joined(separator: "\n")))
            lines = []
        }
        guard lines.isEmpty else { throw Malformed(line: lines[0]) }
    }

    var entries: [Entry] { blocks.flatMap(\.entries) }

    /// The logs of everybody below a log directory, by folder and person.
    static func all(in directory: String) throws -> [String: PersonLog] {
        var logs: [String: PersonLog] = [:]
        for folder in ["reminders", "escalations"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: "\(directory)/\(folder)") {
                logs["\(folder)/\(name)"] = try PersonLog("\(directory)/\(folder)/\(name)")
            }
        }
        return logs
    }
}
