/// Whole numbers, in order, and where they lie.
struct Counts {
    private let sorted: [Int]

    init(_ numbers: some Sequence<Int>) { sorted = numbers.sorted() }

    /// How many.
    var count: Int { sorted.count }
    /// Their sum.
    var total: Int { sorted.reduce(0, +) }
    /// The greatest; 0 of none.
    var most: Int { sorted.last ?? 0 }
    /// Those that are not 0.
    var present: Counts { Counts(sorted.filter { $0 > 0 }) }

    /// The smallest number that so many of a hundred do not exceed (nearest rank); 0 of none.
    func percentile(_ percent: Int) -> Int {
        guard !sorted.isEmpty else { return 0 }
        return sorted[max(1, (sorted.count * percent + 99) / 100) - 1]
    }
}
