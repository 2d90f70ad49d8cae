import Configuration
import Deadlines
import Store
import TestSupport
import Testing

/// What a monitor reads, counted by SQL, is what the core says of each requirement.
@Suite struct MeasureProperties {
    private let settings: Settings

    init() throws { settings = try ScratchConfiguration.wholeSettings() }

    /// How many there are of each rule, legal ground and status, and how many of each rule are uncertain.
    private struct Count: Equatable {
        var standing: [String: Int] = [:]
        var uncertain: [RuleID: Int]

        init(_ measures: RequirementMeasures) {
            for (group, count) in measures.counts {
                standing["\(group.rule) \(group.grundlag) \(group.status)"] = count
            }
            uncertain = measures.uncertain
        }

        init(_ requirements: [Requirement], at moment: Instant, reach: FeedReach) {
            let seen = requirements.map { $0.seen(within: reach) }
            standing = Dictionary(grouping: seen) { "\($0.key.rule) \($0.grundlag) \($0.status(at: moment))" }
                .mapValues(\.count)
            let uncertain = seen.filter { $0.isUncertain(at: moment) }
            self.uncertain = Dictionary(grouping: uncertain) { $0.key.rule }.mapValues(\.count)
        }
    }

    @Test func `requirements are counted as each of them stands, until one changes by itself`() throws {
        var seed = Seed(for: "measures")
        let room = try StoreRoom()
        let store = try room.open()
        var random = RandomCases(under: settings.law)
        var requirements: [Requirement] = []
        // Few are excused.
        while Set(requirements.map(\.verdict.kind)).count < 5 {
            let updates = (1...300).flatMap { _ in random.next(&seed).updates }
            _ = try store.take(updates, at: seed.momentOfCases(), using: settings.reckoner())
            requirements = try store.requirements().map(\.requirement)
        }
        var met: Set<Status> = []
        for _ in 0..<100 {
            let moment = seed.momentOfCases()
            let reach = seed.once(in: 2) ? FeedReach.live : .batched(until: seed.momentOfCases())
            let measures = try store.requirementMeasures(at: moment, reach: reach)
            let count = Count(requirements, at: moment, reach: reach)
            try #require(Count(measures) == count, "\(seed.advice)")
            met.formUnion(measures.counts.keys.map(\.status))
            guard let end = measures.holdUntil else { continue }
            let last = try store.requirementMeasures(at: end.adding(milliseconds: -1), reach: reach)
            try #require(Count(last) == count, "\(seed.advice)")
        }
        // Cases in which nothing is met, late or excused would prove little.
        #expect(met == Set(Status.allCases))
    }
}
