/// The known word that somebody who wrote another one probably meant.
public enum NearestWord {
    /// The word of `known` nearest to `word`, unless none is near: at most a third of its letters may differ.
    public static func of(_ word: String, in known: some Sequence<String>) -> String? {
        let ranked = known.map { (distance(word, $0), $0) }.min { $0 < $1 }
        guard let ranked, ranked.0 <= max(1, max(word.count, ranked.1.count) / 3) else { return nil }
        return ranked.1
    }

    /// `; did you mean "x"?` or nothing.
    public static func hint(_ word: String, in known: some Sequence<String>) -> String {
        of(word, in: known).map { "; did you mean \"\($0)\"?" } ?? ""
    }

    /// Letters to insert, delete or exchange to make one of the other (Levenshtein).
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
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
