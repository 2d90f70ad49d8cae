import Deadlines

/// One thing that is wrong in a configuration file: where, what, and what would be right.
package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's name as it was given.
    package let file: String
    /// The line, from 1; nil when it is about the file as a whole.
    package let line: Int?
    /// The key, `rule[2].within`; empty when it is about the file as a whole.
    package let key: String
    /// What is wrong and what would be right, as one sentence.
    package let message: String

    /// A fault of these parts.
    package init(file: String, line: Int?, key: String, message: String) {
        self.file = file
        self.line = line
        // A fault quotes what stood there, and is printed and logged.
        self.key = CPR.masked(key)
        self.message = CPR.masked(message)
    }

    var order: (String, Int, String, String) { (file, line ?? 0, key, message) }

    /// `etc/rules/x.toml:12: rule[2].within: …`
    package var description: String {
        [line.map { "\(file):\($0)" } ?? file, key, message].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}

/// All that is wrong, told at once.
package struct Faults: Error, Sendable, CustomStringConvertible {
    /// By file, then line.
    package let list: [Fault]

    /// These faults, which are at least one.
    package init(_ list: [Fault]) {
        self.list = Set(list).sorted { $0.order < $1.order }
    }

    /// One line each.
    package var description: String {
        list.map(\.description).joined(separator: "\n")
    }
}
