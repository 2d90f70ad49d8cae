/// Draws that come again with the seed, on any machine: SplitMix64, and whole numbers only.
struct Chance {
    private var state: UInt64

    /// Draws of their own for each `stream` of a seed, so that a change in one case moves no other.
    init(seed: UInt64, stream: Int) {
        state = seed
        state = next() ^ UInt64(truncatingIfNeeded: stream)
        state = next()
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `count` − 1.
    mutating func below(_ count: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(1, count))).high)
    }

    /// Any number of the range, all alike.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// A number of the range, the lower the likelier.
    mutating func low(_ range: ClosedRange<Int>) -> Int {
        min(number(range), number(range))
    }

    /// Whether something happens that happens in so many of a hundred.
    mutating func happens(_ percent: Int) -> Bool {
        below(100) < percent
    }

    /// One of the choices, by weight.
    mutating func one<Choice>(of choices: [(Choice, weight: Int)]) -> Choice {
        var rest = below(choices.reduce(0) { $0 + $1.weight })
        for (choice, weight) in choices {
            if rest < weight { return choice }
            rest -= weight
        }
        return choices[0].0
    }
}
