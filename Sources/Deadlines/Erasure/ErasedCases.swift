/// Cases that have been taken out of the store, with what they are known by in files.
package struct ErasedCases: Sendable {
    /// Their references.
    package let references: Set<CaseID>
    /// The keys of notices about one of them.
    package let notices: Set<NoticeKey>
    /// The keys of lists in which one of them stands beside other cases.
    package let lists: Set<NoticeKey>

    /// Cases of these references and keys.
    package init(references: Set<CaseID>, notices: Set<NoticeKey> = [], lists: Set<NoticeKey> = []) {
        self.references = references
        self.notices = notices
        self.lists = lists
    }

    /// Whether one of them stands in a piece of a text that is known to name some: its reference, as a word of its own.
    package func areNamed(in piece: some Collection<UInt8>) -> Bool {
        piece.split { !IdentifierForm.reference.allows($0) }.contains { word in
            let text = String(decoding: word, as: UTF8.self)
            // A full stop may end the sentence or the reference.
            return [text, text.hasSuffix(".") ? String(text.dropLast()) : text].contains {
                references.contains(CaseID(rawValue: $0))
            }
        }
    }
}
