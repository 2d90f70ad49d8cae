import Configuration
import Deadlines
import Store
import Telling
import TestSupport
import Testing

/// However updates are split into batches, the store says of each case what the core says of all its updates, under
/// every rule there is.
@Suite struct RandomBatchProperties {
    private let settings: Settings
    private var zone: Zone { settings.calendar.zone }

    init() throws { settings = try ScratchConfiguration.wholeSettings() }

    /// A store to which random updates have been given in random batches at random, ever later moments.
    private struct Filled {
        let room: StoreRoom
        let store: Store
        let cases: [RandomCase]
        let end: Instant
    }

    private func fill(_ seed: inout Seed, at moment: Instant? = nil, sending: Bool = false) throws -> Filled {
        let room = try StoreRoom()
        let store = try room.open()
        var random = RandomCases(under: settings.law)
        let cases = (1...4).map { _ in random.next(&seed) }
        let updates = cases.flatMap(\.updates)
        var rest = updates.shuffled(using: &seed)[...]
        var moments = (0...5).map { _ in moment ?? seed.momentOfCases() }.sorted()[...]
        while let now = moments.popFirst() {
            let size = moments.isEmpty ? rest.count : Int.random(in: 0...rest.count, using: &seed)
            try store.reckonChanged(at: now, using: settings.reckoner())
            let again = seed.once(in: 2) ? Array(updates.shuffled(using: &seed).prefix(3)) : []
            let batch = Array(rest.prefix(size)) + again.filter { !rest.contains($0) }
            _ = try store.take(batch, at: now, using: settings.reckoner())
            rest = rest.dropFirst(size)
            if sending { try store.markSent(store.due(at: now, limit: 1000), at: now) }
            while try store.stage(at: now, using: settings.reckoner()) {}
            if moments.isEmpty { return Filled(room: room, store: store, cases: cases, end: now) }
        }
        throw CancellationError()
    }

    @Test func `the stored requirements are those of all updates`() throws {
        var seed = Seed(for: "stored requirements")
        for _ in 0..<20 {
            let filled = try fill(&seed)
            for one in filled.cases {
                try filled.store.requireStanding(of: one, under: settings, at: filled.end, seed.advice)
            }
        }
    }

    @Test(arguments: [false, true])
    func `reckoning again asks the queue for nothing`(sending: Bool) throws {
        var seed = Seed(for: "reckoning again")
        for _ in 0..<20 {
            let filled = try fill(&seed, sending: sending)
            let queue = Dictionary(
                grouping: try filled.store.notices(in: Set(QueuedNotice.State.allCases)).map(\.queued),
                by: \.notice.subject.caseID)
            for one in filled.cases {
                let reckoner = settings.reckoner()
                let outcome = reckoner.outcome(
                    of: one.id, updates: try filled.store.updates(of: one.id), queue: queue[one.id] ?? [],
                    at: filled.end, horizon: reckoner.horizon(at: filled.end))
                let isSame = outcome.changes.isEmpty
                try #require(
                    isSame, "\(seed.advice): \(one.id) at \(zone.text(of: filled.end)): \(outcome.changes)")
            }
        }
    }

    @Test func `at one moment the waiting queue is that of all updates taken at once`() throws {
        var seed = Seed(for: "waiting queue")
        for _ in 0..<20 {
            let moment = seed.momentOfCases()
            let filled = try fill(&seed, at: moment)
            let other = try StoreRoom()
            let store = try other.open()
            _ = try store.take(filled.cases.flatMap(\.updates), at: moment, using: settings.reckoner())
            let (found, expected) = (try waiting(filled.store), try waiting(store))
            let isSame = found == expected
            try #require(
                isSame, "\(seed.advice): at \(zone.text(of: moment)): \(found.symmetricDifference(expected))")
        }
    }

    /// Until when the numbers are said to hold they do.
    @Test(arguments: [false, true]) func `the measures count what each requirement says`(isBatched: Bool) throws {
        var seed = Seed(for: "measures")
        for _ in 0..<20 {
            let filled = try fill(&seed)
            let reach: FeedReach = isBatched ? .batched(until: seed.momentOfCases()) : .live
            let rows = try filled.store.requirements().map { $0.requirement.seen(within: reach) }
            for _ in 0..<5 {
                let now = seed.momentOfCases()
                let measures = try filled.store.requirementMeasures(at: now, reach: reach)
                let last = measures.holdUntil.map { $0.adding(milliseconds: -1) } ?? now.adding(milliseconds: 1 << 40)
                for moment in [now, max(now, last)] {
                    let counts = Dictionary(grouping: rows) { "\($0.key.rule) \($0.grundlag) \($0.status(at: moment))" }
                    let found = Dictionary(
                        uniqueKeysWithValues: measures.counts.map { ("\($0.rule) \($0.grundlag) \($0.status)", $1) })
                    try #require(found == counts.mapValues(\.count), "\(seed.advice) at \(zone.text(of: moment))")
                    let uncertain = Dictionary(grouping: rows.filter { $0.isUncertain(at: moment) }, by: \.key.rule)
                    try #require(measures.uncertain == uncertain.mapValues(\.count), "\(seed.advice)")
                }
            }
        }
    }

    private func waiting(_ store: Store) throws -> Set<QueuedNotice> {
        Set(try store.notices(in: [.waiting]).map(\.queued))
    }
}
