/// The known name that a misspelt one was probably meant to be.
enum NearestName {
    /// The name with the fewest letters to change, when that is at most a third of them (2 for short names), the first
    /// in the alphabet among equals.
    static func of(_ name: String, among known: some Sequence<String>) -> String? {
        // The distance is computed over at most as many letters as any name has.
        let name = String(name.prefix(128))
        let allowed = max(2, name.count / 3)
        let ranked = known.map { (distance: distance(Array(name.utf8), Array($0.utf8)), name: $0) }
        return ranked.filter { $0.distance <= allowed }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }

    /// How many letters must be added, dropped or changed (Levenshtein).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let change = previous[column] + (letter == other ? 0 : 1)
                current.append(min(change, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
