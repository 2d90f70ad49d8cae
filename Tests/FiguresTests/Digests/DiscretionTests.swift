import TestSupport
import Testing

@testable import Deadlines
@testable import Figures

/// What is left out for people outside the administration.
@Suite struct DiscretionTests {
    static let examples: [(under: [Int], hidden: Set<Int>)] = [
        ([12, 3, 7, 20], [1, 2]), ([12, 5, 7], []), ([4], [0]), ([], []), ([3, 4, 9], [0, 1]),
        ([1, 2, 9, 30], [0, 1, 2]), ([0, 0, 8], [0, 1, 2]), ([6, 1, 5], [1, 2]),
    ]

    @Test(arguments: examples)
    func `under five is hidden, and so much besides that the total tells nothing`(under: [Int], hidden: Set<Int>) {
        #expect(Discretion.hidden(under) == hidden)
    }

    @Test(arguments: [
        (0, 30, true), (5, 10, true), (30, 30, true), (4, 30, false), (26, 30, false), (0, 4, false), (0, 0, true),
    ])
    func `parts are shown where none of them is few`(part: Int, whole: Int, isShown: Bool) {
        let parts: [OverdueState: [Grundlag: Int]] = [
            .closed: part == 0 ? [:] : [.lov: part], .doable: [.lov: whole - part, .lokal: 12],
        ]
        #expect((Discretion.split(parts, isOpen: false).value != nil) == isShown)
        #expect(Discretion.split(parts, isOpen: true).value != nil)
    }

    @Test func `no hidden number is the total less what is shown`() {
        var seed = Seed(for: "discretion")
        var wrong = Mismatches()
        for _ in 0..<20_000 {
            let under = (0..<Int.random(in: 0...8, using: &seed)).map { _ in Int.random(in: 0...12, using: &seed) }
            let hidden = Discretion.hidden(under)
            let rest = hidden.map { under[$0] }
            wrong.check(under.indices.allSatisfy { under[$0] >= 5 || hidden.contains($0) }, "\(under): one is shown")
            wrong.check(
                hidden.isEmpty || hidden.count == under.count || (rest.count >= 2 && rest.reduce(0, +) >= 5),
                "\(under): \(rest) can be had from the total")
            wrong.check(hidden.isEmpty == under.allSatisfy { $0 >= 5 }, "\(under): needless")
        }
        wrong.expectNone(seed)
    }
}
