/// The known word that somebody who wrote another one probably meant.
package enum NearestWord {
    /// The word with the fewest letters to change, when that is at most a third of them (2 for short words), the first
    /// in the alphabet among equals; nil when none is near.
    package static func of(_ word: String, in known: some Sequence<String>) -> String? {
        // The distance is computed over at most as many letters as any known word has.
        let word = String(word.prefix(128))
        let allowed = max(2, word.count / 3)
        let ranked = known.map { (distance(Array(word.utf8), Array($0.utf8)), $0) }
        return ranked.filter { $0.0 <= allowed }.min { $0 < $1 }?.1
    }

    /// `; did you mean "x"?` or nothing.
    package static func hint(_ word: String, in known: some Sequence<String>) -> String {
        of(word, in: known).map { "; did you mean \"\($0)\"?" } ?? ""
    }

    /// Bytes to insert, delete or exchange to make one of the other (Levenshtein).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let next = min(row[column] + 1, row[column + 1] + 1, diagonal + (right[column] == letter ? 0 : 1))
                diagonal = row[column + 1]
                row[column + 1] = next
            }
        }
        return row[right.count]
    }
}
