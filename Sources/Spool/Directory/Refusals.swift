/// What is refused of one file: some lines, or all of it.
///
/// However much is refused, memory is bounded: the reasons of the first `detailed` lines are kept, and of the others
/// only which they are, one bit each.
package struct Refusals: Sendable {
    /// The most lines of one file that have a reason of their own.
    package static let detailed = 10_000

    /// The reasons, in the order they were found; at most `detailed`.
    package private(set) var reasons: [Refusal] = []
    /// How many lines are refused, or 1 for a file as a whole.
    package private(set) var count = 0
    /// Whether the file as a whole is refused.
    package private(set) var isWhole = false
    private var bits: [UInt64] = []
    /// The lines of which nothing may be kept.
    private var withheld: Set<Int> = []

    /// Whether nothing is refused.
    package var isEmpty: Bool { count == 0 }

    /// Whether `line` is refused.
    package func contains(_ line: Int) -> Bool {
        isWhole || (line / 64 < bits.count && bits[line / 64] & (1 << UInt64(line % 64)) != 0)
    }

    /// Whether nothing may be kept of `line`.
    func withholds(_ line: Int) -> Bool { withheld.contains(line) }

    /// Whether nothing may be kept of some line.
    var withholdsAny: Bool { !withheld.isEmpty }

    /// Adds a refusal; without a line or row it is of the file as a whole. A line's first refusal counts.
    mutating func add(_ refusal: Refusal) {
        if let line = refusal.position {
            guard !contains(line) else { return }
            while bits.count <= line / 64 { bits.append(0) }
            bits[line / 64] |= 1 << UInt64(line % 64)
            if refusal.isWithheld { withheld.insert(line) }
        } else {
            isWhole = true
        }
        count += 1
        if reasons.count < Refusals.detailed { reasons.append(refusal) }
    }

    /// Adds what is refused in a later stretch of the same file.
    mutating func add(_ other: Refusals) {
        while bits.count < other.bits.count { bits.append(0) }
        for (index, word) in other.bits.enumerated() { bits[index] |= word }
        withheld.formUnion(other.withheld)
        reasons += other.reasons.prefix(Refusals.detailed - reasons.count)
        count += other.count
        isWhole = isWhole || other.isWhole
    }
}
