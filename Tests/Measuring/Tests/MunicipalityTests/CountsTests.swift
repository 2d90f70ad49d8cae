import TestSupport
import Testing

@testable import benchmark

/// Percentiles by nearest rank.
@Suite struct CountsTests {
    @Test func `so many of a hundred do not exceed a percentile, and a smaller number would not do`() {
        var seed = Seed(for: "percentiles")
        for _ in 0..<300 {
            let numbers = (0..<Int.random(in: 1...60, using: &seed)).map { _ in Int.random(in: 0...9, using: &seed) }
            let percent = Int.random(in: 1...100, using: &seed)
            let percentile = Counts(numbers).percentile(percent)
            func share(_ limit: Int) -> Int { 100 * numbers.count { $0 <= limit } }
            #expect(share(percentile) >= percent * numbers.count, "\(numbers) \(percent) \(seed.advice)")
            #expect(share(percentile - 1) < percent * numbers.count, "\(numbers) \(percent) \(seed.advice)")
        }
    }

    @Test func `of nothing every figure is 0`() {
        let none = Counts([])
        #expect(none.percentile(50) == 0 && none.most == 0 && none.total == 0 && none.present.count == 0)
    }
}
