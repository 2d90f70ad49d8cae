import Foundation

/// Random numbers that come again when the seed does (SplitMix64).
struct Seed: RandomNumberGenerator {
    private var state: UInt64
    /// What to set to have the same numbers again.
    let advice: String

    /// A new seed, or the one that `FRISTD_SEED` names; printed, so that a failure can be repeated.
    init(for test: String) {
        let named = ProcessInfo.processInfo.environment["FRISTD_SEED"].flatMap(UInt64.init)
        let seed = named ?? UInt64.random(in: 1...999_999)
        state = seed
        advice = "\(test): FRISTD_SEED=\(seed)"
        print(advice)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Whether something that happens once in `count` times happens now.
    mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}
