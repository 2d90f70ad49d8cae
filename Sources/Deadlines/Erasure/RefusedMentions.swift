/// Where a text that was refused may speak of such a case, also by a reference that could be something else.
extension CaseMentions {
    /// Whether a text that nobody could make sense of may speak of such a case. Also a reference that could be something else is
    /// then taken for one: as a word of letters and digits, as a cell of a table, or anywhere in the value of a `"case"`.
    package func mayAppear(inRefused text: [UInt8]) -> Bool {
        if appear(in: text) { return true }
        guard !plain.isEmpty else { return false }
        let words = words(in: text)
        return words.contains { mayBePlain($0, text) } || holdsPlainCase(text, words)
    }

    /// The text of a report on such a text, with `…` in place of all that may be a mention.
    package func blotted(inRefused text: [UInt8]) -> [UInt8] {
        let blotted = blotted(text)
        guard !plain.isEmpty else { return blotted }
        return replacing(words(in: blotted).filter { mayBePlain($0, blotted) }, in: blotted)
    }

    private func mayBePlain(_ word: Range<Int>, _ text: [UInt8]) -> Bool {
        guard plain.contains(String(decoding: text[word], as: UTF8.self)) else { return false }
        let hasLetter = text[word].contains { !CaseMentions.isDigit($0) && !CaseMentions.isPunctuation($0) }
        return hasLetter && text[word].contains(where: CaseMentions.isDigit) || isCell(word, text)
    }

    /// Whether nothing stands beside it in its cell, or in its quotation marks.
    private func isCell(_ word: Range<Int>, _ text: [UInt8]) -> Bool {
        let ends = Array(";,|\t\"\r\n".utf8)
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") }
        let before = text[..<word.lowerBound].last { !isBlank($0) }
        let after = text[word.upperBound...].first { !isBlank($0) }
        return before.map(ends.contains) ?? true && after.map(ends.contains) ?? true
    }

    private func holdsPlainCase(_ text: [UInt8], _ words: [Range<Int>]) -> Bool {
        CaseValues(text).contains { value in
            words.contains { word in
                guard value.contains(word.lowerBound) else { return false }
                let bare = text[word].drop(while: CaseMentions.isPunctuation)
                guard let end = bare.lastIndex(where: { !CaseMentions.isPunctuation($0) }) else { return false }
                return plain.contains(String(decoding: bare[...end], as: UTF8.self))
            }
        }
    }
}
