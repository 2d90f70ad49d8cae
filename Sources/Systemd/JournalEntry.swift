/// One entry for the journal: a message, how bad it is, and fields of its own.
///
/// A field may occur more than once; the journal keeps every value. journald adds trusted fields of its own, such as `_PID`.
package struct JournalEntry: Hashable, Sendable {
    /// A field and its value.
    package struct Item: Hashable, Sendable {
        /// The name.
        package let field: JournalField
        /// The value.
        package let value: JournalValue
    }

    /// Everything the entry says, in the order it was added.
    package private(set) var items: [Item]

    /// An entry with `MESSAGE` and `PRIORITY`, and `MESSAGE_ID` where there is an id.
    package init(_ message: String, priority: JournalPriority, id: JournalMessageID? = nil) {
        items = [
            Item(field: .message, value: .text(message)),
            Item(field: .priority, value: .text(String(priority.rawValue))),
        ]
        if let id { append(.messageID, .text(id.description)) }
    }

    /// Adds a field.
    package mutating func append(_ field: JournalField, _ value: JournalValue) {
        items.append(Item(field: field, value: value))
    }

    /// The entry as journald reads it: each field's name, and its value behind its length.
    var datagram: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        for item in items {
            bytes.append(contentsOf: item.field.name.utf8)
            bytes.append(UInt8(ascii: "\n"))
            item.value.append(to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// The same with the beginning of its message.
    var shortened: JournalEntry {
        var entry = self
        if case .text(let message) = items[0].value {
            entry.items[0] = Item(field: .message, value: .text(message.prefix(bytes: 65_536) + " …"))
        }
        return entry
    }

    /// Adds a field with text, or nothing where the text is nil.
    package mutating func append(_ field: JournalField, _ text: String?) {
        if let text { append(field, .text(text)) }
    }
}
