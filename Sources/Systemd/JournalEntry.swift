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

    /// Adds a field with text, or nothing where the text is nil.
    package mutating func append(_ field: JournalField, _ text: String?) {
        if let text { append(field, .text(text)) }
    }
}
