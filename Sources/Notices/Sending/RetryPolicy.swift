/// How long to wait before something that failed is tried again, and when to stop.
package struct RetryPolicy: Sendable {
    /// Milliseconds after the first failure; each further one doubles them.
    package let first: Int64
    /// At most so many milliseconds.
    package let longest: Int64
    /// After so many tries nothing more is tried by itself. Tries and not hours, so that no clock that is set can make
    /// anything be given up.
    package let attempts: Int

    /// A policy of these parts.
    package init(first: Int64, longest: Int64, attempts: Int) {
        self.first = first
        self.longest = longest
        self.attempts = attempts
    }

    /// From ten seconds to a quarter of an hour, for about a day.
    package static let standard = RetryPolicy(first: 10_000, longest: 900_000, attempts: 100)

    /// Milliseconds until the next try after so many failures in a row: at most a quarter more or less than planned, so that
    /// what failed together does not come back together.
    package func pause(after failures: Int, using random: inout some RandomNumberGenerator) -> Int64 {
        var planned = first
        for _ in 1..<max(2, failures) where planned < longest { planned *= 2 }
        planned = min(planned, longest)
        return Int64.random(in: (planned - planned / 4)...(planned + planned / 4), using: &random)
    }

    /// Whether `pause` milliseconds are more than any pause of this policy: only a clock that was set back makes them so.
    package func isTooLong(_ pause: Int64) -> Bool { pause > longest + longest / 4 }
}
