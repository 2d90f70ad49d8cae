/// Where a text speaks of cases that are to be erased.
///
/// A word of a text is a run of the signs that references are made of. A word is a mention when it is the reference of such a
/// case, whatever punctuation is about it; or when it has that reference in it, parted from the rest by punctuation, as in
/// an id `dubu-2026-0417-3`, unless it is itself the reference of another case.
///
/// A reference so short or plain that it could be a number or a date (`17`, `2026-04`) would be found where nobody speaks of a
/// case. Of these only what stands as a case does is a mention: as the value of `"case"`, before a colon or a parenthesis.
package struct CaseMentions: Sendable {
    private let distinct: Set<String>
    let plain: Set<String>
    private let spared: Set<String>
    private let keys: Set<String>
    private let refs: Set<String>
    /// Whether a word without a digit cannot be a mention, which most words are not.
    private let needsDigit: Bool

    /// Mentions of these cases.
    ///
    /// - Parameter spared: references of other cases that have one of theirs in them.
    package init(of cases: some Sequence<ErasedCase>, sparing spared: Set<CaseID> = []) {
        let names = cases.map(\.caseID.rawValue)
        distinct = Set(names.filter(CaseMentions.isDistinct))
        plain = Set(names).subtracting(distinct)
        self.spared = Set(spared.map(\.rawValue))
        keys = Set(cases.flatMap(\.keys).map(\.rawValue))
        refs = Set(cases.flatMap(\.refs).map(\.rawValue))
        needsDigit = names.allSatisfy { $0.utf8.contains(where: CaseMentions.isDigit) }
    }

    /// Whether it is the reference of such a case.
    package func isErased(_ reference: String) -> Bool { distinct.contains(reference) || plain.contains(reference) }

    /// Whether it is the key of a notice about such a case.
    package func isErased(key: String) -> Bool { keys.contains(key) }

    /// How much of a text is the sentence that opens it: up to the last colon before the first mention, and the blank after it.
    package func opening(of text: [UInt8]) -> Int {
        guard let first = ranges(in: text).first else { return text.count }
        let colon = text[..<first.lowerBound].lastIndex(of: UInt8(ascii: ":"))
        return colon.map { min($0 + 2, first.lowerBound) } ?? 0
    }

    /// Whether some of the cases have a reference that could be a number or a date.
    package var hasPlain: Bool { !plain.isEmpty }

    /// Whether such a reference is the value of a `"case"` in this JSON.
    package func isPlainCase(in json: [UInt8]) -> Bool {
        ranges(in: json).contains { plain.contains(String(decoding: json[$0], as: UTF8.self)) }
    }

    /// Of other references those that have one of these in them.
    package func embracing(_ reference: String) -> Bool {
        !isErased(reference) && part(of: Array(reference.utf8)[...]) != nil
    }

    /// Whether the text speaks of such a case.
    package func appear(in text: [UInt8]) -> Bool { !ranges(in: text).isEmpty }

    /// Whether it is the name of a file that speaks of such a case.
    package func appear(inName name: String) -> Bool {
        appear(in: Array(name.utf8)) || plain.contains(String(name.prefix { $0 != "." }))
    }

    /// Whether some `"case"` in this JSON, which may have several, is the reference of such a case.
    package func isErasedCase(named text: [UInt8]) -> Bool {
        CaseValues(text).contains { isErased(String(decoding: text[$0], as: UTF8.self)) }
    }

    /// The text with `…` in place of every mention; where it has one, also in place of what is inside such a case.
    package func blotted(_ text: [UInt8], withRefs: Bool = false) -> [UInt8] {
        let found = ranges(in: text)
        guard !found.isEmpty else { return text }
        let inside = withRefs ? words(in: text).filter { refs.contains(String(decoding: text[$0], as: UTF8.self)) } : []
        return replacing(Set(found + inside).sorted { $0.lowerBound < $1.lowerBound }, in: text)
    }

    func replacing(_ ranges: [Range<Int>], in text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        for range in ranges where range.lowerBound >= position {
            result += text[position..<range.lowerBound] + Array("…".utf8)
            position = range.upperBound
        }
        return result + text[position...]
    }

    /// Where mentions stand.
    private func ranges(in text: [UInt8]) -> [Range<Int>] {
        words(in: text).compactMap { word in
            if needsDigit, !text[word].contains(where: CaseMentions.isDigit) { return nil }
            if !plain.isEmpty, plain.contains(String(decoding: text[word], as: UTF8.self)), standsAsCase(word, text) {
                return word
            }
            guard !distinct.isEmpty, let part = part(of: text[word]) else { return nil }
            // Only punctuation about it: that may stay.
            let rest = text[word.lowerBound..<part.lowerBound] + text[part.upperBound..<word.upperBound]
            if rest.allSatisfy(CaseMentions.isPunctuation) { return part }
            return spared.contains(String(decoding: text[word], as: UTF8.self)) ? nil : word
        }
    }

    /// Where in a word such a reference stands, parted from the rest by punctuation.
    private func part(of word: ArraySlice<UInt8>) -> Range<Int>? {
        var starts = [word.startIndex]
        var ends: [Int] = []
        for index in word.indices where CaseMentions.isPunctuation(word[index]) {
            starts.append(index + 1)
            if index > word.startIndex { ends.append(index) }
            starts.append(index)
        }
        ends.append(word.endIndex)
        for start in Set(starts).sorted() {
            for end in ends.reversed() where end > start {
                if distinct.contains(String(decoding: word[start..<end], as: UTF8.self)) { return start..<end }
            }
        }
        return nil
    }

    private func standsAsCase(_ word: Range<Int>, _ text: [UInt8]) -> Bool {
        let before = text[..<word.lowerBound].suffix(9)
        let after = text[word.upperBound...].prefix(2)
        return before.elementsEqual("\"case\": \"".utf8) || after.elementsEqual(": ".utf8)
            || after.elementsEqual(" (".utf8)
    }
}

/// Words and signs.
extension CaseMentions {
    func words(in text: [UInt8]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for index in text.indices {
            if CaseMentions.isPart(text[index]) {
                // What follows a backslash in JSON is a sign of its own: `\n`, `\u00e6`.
                if start == nil, index > 0, text[index - 1] == UInt8(ascii: "\\") { continue }
                if start == nil { start = index }
            } else if let first = start {
                words.append(first..<index)
                start = nil
            }
        }
        if let first = start { words.append(first..<text.endIndex) }
        return words
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: isPunctuation(byte)
        }
    }

    static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "-"): true
        default: false
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Whether it cannot be taken for a number, a date, a time or an ordinary word.
    private static func isDistinct(_ reference: String) -> Bool {
        let parts = reference.utf8.split { isPunctuation($0) }.map(Array.init)
        guard reference.utf8.count >= 6, reference.utf8.contains(where: isDigit) else { return false }
        let isDate =
            parts.allSatisfy { $0.allSatisfy(isDigit) && ($0.count <= 2 || $0.count == 4) }
            && parts.count(where: { $0.count == 4 }) <= 1
        return !isDate
    }
}
