import CSystemd

/// What kind of message an entry is: a 128-bit id chosen once for ever, under which the journal catalog explains it.
///
/// Source: sd-id128(3), and `journalctl --new-id128` to make one.
package struct JournalMessageID: Hashable, Sendable, CustomStringConvertible {
    /// The id as 32 lower-case hexadecimal digits, as `MESSAGE_ID` and the catalog spell it.
    package let description: String

    /// Takes 32 hexadecimal digits, or the same with the hyphens of a UUID; nil for anything else, and for the id of only zeros.
    init?(_ text: String) {
        var id = sd_id128_t()
        guard !text.utf8.contains(0), sd_id128_from_string(text, &id) == 0, id.qwords != (0, 0) else { return nil }
        description = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 33) { buffer in
            guard let start = buffer.baseAddress, let end = sd_id128_to_string(id, start) else { return "" }
            return String(cString: end)
        }
    }
}

extension JournalMessageID: ExpressibleByStringLiteral {
    /// An id written in the source. One that is no id is a mistake in the program and stops it.
    package init(stringLiteral text: String) {
        guard let id = JournalMessageID(text) else {
            preconditionFailure("\"\(text.escapingControls)\" is no message id; make one with journalctl --new-id128")
        }
        self = id
    }
}
