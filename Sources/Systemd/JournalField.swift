/// The name of a field in a journal entry.
///
/// One to 64 of the characters A–Z, 0–9 and underscore, beginning with a letter: journald drops what a client sends under
/// any other name. Source: systemd.journal-fields(7) and the journal's native protocol.
package struct JournalField: Hashable, Sendable, CustomStringConvertible {
    /// The name, e.g. `MESSAGE`.
    package let name: String

    /// The name itself.
    package var description: String { name }

    /// The longest name journald takes, in characters.
    package static let lengthLimit = 64

    /// Takes a name that is already of the right characters and begins with a letter, and cuts it to length.
    init(derived name: String) {
        self.name = String(name.prefix(Self.lengthLimit))
    }

    /// Whether journald takes a field of this name.
    static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= lengthLimit else { return false }
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return letters.contains(first)
            && name.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_") }
    }
}

extension JournalField: ExpressibleByStringLiteral {
    /// A name written in the source. A name that journald would drop is a mistake in the program and stops it.
    package init(stringLiteral name: String) {
        precondition(Self.isValid(name), "\"\(name.escapingControls)\" is no journal field")
        self.name = name
    }
}

extension JournalField {
    /// The text a person reads.
    package static let message: JournalField = "MESSAGE"
    /// What kind of message it is, for the catalog.
    package static let messageID: JournalField = "MESSAGE_ID"
    /// How bad it is, 0 to 7.
    package static let priority: JournalField = "PRIORITY"
    /// The program's name, as `journalctl -t` selects it.
    package static let syslogIdentifier: JournalField = "SYSLOG_IDENTIFIER"
    /// The source file that wrote the entry.
    package static let codeFile: JournalField = "CODE_FILE"
    /// The line in that file.
    package static let codeLine: JournalField = "CODE_LINE"
    /// The function in that file.
    package static let codeFunction: JournalField = "CODE_FUNC"
}
