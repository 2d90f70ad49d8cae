/// One entry for the journal: a message, how bad it is, and fields of its own.
///
/// A field may occur more than once; the journal keeps every value. journald adds trusted fields of its own, such as `_PID`.
package struct JournalEntry: Hashable, Sendable {
    /// A field and its value.
    package struct Item: Hashable, Sendable {
        /// The name.
        package let field: JournalField
        /// The value; line feeds and NUL may stand in it.
        package let value: String
    }

    /// Everything the entry says, in the order it was added.
    package private(set) var items: [Item]

    /// An entry with `MESSAGE` and `PRIORITY`, and `MESSAGE_ID` where there is an id.
    package init(_ message: String, priority: JournalPriority, id: JournalMessageID? = nil) {
        items = [
            Item(field: .message, value: message), Item(field: .priority, value: String(priority.rawValue)),
        ]
        append(.messageID, id?.description)
    }

    /// Adds a field, or nothing where the value is nil.
    package mutating func append(_ field: JournalField, _ value: String?) {
        if let value { items.append(Item(field: field, value: value)) }
    }

    /// The entry as journald reads it: each field's name, and its value behind its length.
    var datagram: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        for item in items {
            bytes.append(contentsOf: item.field.name.utf8)
            bytes.append(UInt8(ascii: "\n"))
            withUnsafeBytes(of: UInt64(item.value.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: item.value.utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// The same with the beginning of its message.
    var shortened: JournalEntry {
        var entry = self
        entry.items[0] = Item(field: .message, value: items[0].value.prefix(bytes: 65_536) + " …")
        return entry
    }
}
