package import Deadlines

/// How much falls due in each of the coming weeks, by who has it.
package struct WeeksAhead<Name: Hashable & Sendable>: Sendable {
    private var counts: [Name: [Int]] = [:]

    /// Nothing counted.
    init() {}

    mutating func count(_ name: Name, week: Int) {
        counts[name, default: Array(repeating: 0, count: DigestView.weeksAheadCount)][week] += 1
    }

    /// How much falls due in each week, by name.
    func rows(_ order: (Name) -> String) -> [(name: Name, counts: [Int])] {
        counts.sorted { order($0.key) < order($1.key) }.map { ($0.key, $0.value) }
    }
}

/// The coming weeks of a digest, the one in which it is written first.
package struct AheadFigures: Sendable {
    /// The weeks.
    package let weeks: [DigestPeriod]
    /// What falls due in each, by team; nil is cases without one.
    package let byTeam: [(team: TeamID?, counts: [Int])]
    /// The same in children's cases by caseworker; nil is nobody.
    package let byCaseworker: [(caseworker: PersonID?, counts: [Int])]
}
