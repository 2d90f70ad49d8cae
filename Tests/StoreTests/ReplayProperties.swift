import Configuration
import Deadlines
import Rules
import Store
import Telling
import TestSupport
import Testing

/// The daemon tells exactly what the replay says: over random cases, late registrations, outages, absences, answers, and clocks
/// that are set back.
@Suite struct ReplayProperties {
    private let settings: Settings
    private var zone: Zone { settings.calendar.zone }

    init() throws { settings = try ScratchConfiguration.wholeSettings() }

    /// A municipality's story: what is registered when, when the daemon is down, and who is away.
    private struct Story {
        let reckoner: CaseReckoner
        let arrivals: [RegisteredUpdate]
        let outages: [Range<Instant>]
        let end: Instant

        /// `instant`, or the end of the outage in which it lies.
        func awake(_ instant: Instant) -> Instant { outages.first { $0.contains(instant) }?.upperBound ?? instant }

        /// When `arrival` exists: received by a daemon that is up, and not before its own time.
        func exists(_ arrival: RegisteredUpdate, _ zone: Zone) -> RegisteredUpdate {
            RegisteredUpdate(
                arrival.update, received: awake(max(arrival.received, arrival.update.at.earliest(in: zone))))
        }
    }

    private let day: Int64 = 86_400_000

    private func story(_ seed: inout Seed) throws -> Story {
        var random = RandomCases(under: settings.law)
        let cases = (1...4).map { _ in random.next(&seed) }
        let reckoner = CaseReckoner(
            law: settings.law, ladders: settings.ladders, calendar: settings.calendar, office: settings.office,
            organisation: try organisation(&seed),
            backlogBefore: seed.once(in: 4) ? LocalDate("2023-06-01") : nil, isBatched: seed.once(in: 3))
        let start = try Instant(known: "2022-12-20T12:00:00+01:00")
        let end = try Instant(known: "2025-02-01T12:00:00+01:00")
        // Some are registered when they happen, some days, some months later.
        var arrivals = cases.flatMap(\.updates).map { update in
            let lag = seed.one(of: [0, 0, 3, 60])
            let delay = lag == 0 ? 0 : Int64.random(in: 0...(Int64(lag) * day), using: &seed)
            return RegisteredUpdate(update, received: update.at.earliest(in: zone).adding(milliseconds: delay))
        }
        let outages = outages(from: start, to: end, &seed)
        arrivals += try answers(to: arrivals, reckoner, until: end, &seed)
        return Story(reckoner: reckoner, arrivals: arrivals, outages: outages, end: end)
    }

    /// None, or some of an hour to three weeks.
    private func outages(from start: Instant, to end: Instant, _ seed: inout Seed) -> [Range<Instant>] {
        var (outages, last): ([Range<Instant>], Instant) = ([], start)
        for _ in 0..<seed.one(of: [0, 3, 12]) {
            let from = last.adding(milliseconds: Int64.random(in: 60_000...(90 * day), using: &seed))
            let longest = seed.one(of: [3_600_000, 3 * day, 21 * day])
            let until = from.adding(milliseconds: Int64.random(in: 120_000...longest, using: &seed))
            guard until < end else { break }
            outages.append(from..<until)
            last = until
        }
        return outages
    }

    /// Everybody is away now and then, the head of the department excepted.
    private func organisation(_ seed: inout Seed) throws -> Organisation {
        let people = ["mhs", "kbe", "jpe", "tln", "vag"].map { id in
            let away = (0..<Int.random(in: 0...4, using: &seed)).map { _ in
                let from = LocalDate(daysSinceEpoch: 19_350 + Int.random(in: 0...760, using: &seed))
                return "{ from = \(from), until = \(from.adding(days: Int.random(in: 0...25, using: &seed))) }"
            }
            return "[[person]]\nid = \"\(id)\"\nsubstitute = \"afd\"\naway = [\(away.joined(separator: ", "))]"
        }
        let roles = """
            [department]
            afdelingsleder = "afd"
            centerchef = "afd"
            vagt = "vag"
            drift = "afd"
            [[team]]
            id = "nord"
            koordinator = "kbe"
            teamleder = "tln"
            [[team]]
            id = "syd"
            teamleder = "tln"
            """
        return try OrganisationReader(
            file: "organisation.toml", text: ([roles] + people + ["[[person]]\nid = \"afd\""]).joined(separator: "\n")
        ).organisation()
    }

    /// What people answer to some of what they are told: it is seen, or is to come again another day.
    private func answers(
        to arrivals: [RegisteredUpdate], _ reckoner: CaseReckoner, until end: Instant, _ seed: inout Seed
    ) throws -> [RegisteredUpdate] {
        let replay = Replay(reckoner: reckoner)
        let told = Dictionary(grouping: arrivals, by: \.update.caseID).sorted { $0.key < $1.key }.flatMap {
            replay.queue(of: $0, registered: $1, until: end).filter { $0.state == .sent }
        }
        guard !told.isEmpty else { return [] }
        return try (0..<Int.random(in: 0...3, using: &seed)).map { number in
            let one = seed.one(of: told)
            let at = one.scheduled.adding(milliseconds: Int64.random(in: 0...(5 * day), using: &seed))
            let until = zone.date(of: at).adding(days: Int.random(in: 0...30, using: &seed))
            let isSnooze = seed.once(in: 2)
            let said = isSnooze ? ", \"til\": \"\(until)\", \"begrundelse\": \"andet\"" : ""
            let update = try CaseUpdates.read(
                """
                {"id": "answer-\(number)", "case": "\(one.notice.subject.caseID?.rawValue ?? "c")", \
                "event": "paamindelse.\(isSnooze ? "udsat" : "kvitteret")", "at": "\(zone.text(of: at))", \
                "data": {"noegle": "\(one.notice.key)", "af": "\(one.notice.recipient.person)"\(said)}}
                """)[0]
            return RegisteredUpdate(update, received: at)
        }
    }

    /// Runs a store through a story as the daemon does: up at each moment at which something arrives or is to be done.
    private func run(_ story: Story, _ store: Store, _ seed: inout Seed) throws {
        var rest = story.arrivals.map { story.exists($0, zone) }.sorted {
            ($0.received, $0.update.id) < ($1.received, $1.update.id)
        }[...]
        var now = Instant(milliseconds: 0)
        while true {
            let wake = try store.nextWake(by: story.reckoner).map { story.awake(max($0, now)) }
            guard let next = [rest.first?.received, wake].compactMap(\.self).min(), next <= story.end else { return }
            now = next
            let arriving = rest.prefix { $0.received <= now }
            rest = rest.dropFirst(arriving.count)
            if !arriving.isEmpty { _ = try store.take(arriving.map(\.update), at: now, using: story.reckoner) }
            try send(store, at: now, story.reckoner)
            // A clock that is set back by up to two hours sends nothing twice.
            if seed.once(in: 20) {
                let back = now.adding(milliseconds: -Int64.random(in: 1...7_200_000, using: &seed))
                try send(store, at: back, story.reckoner)
            }
        }
    }

    private func send(_ store: Store, at now: Instant, _ reckoner: CaseReckoner) throws {
        try store.reckonChanged(at: now, using: reckoner)
        try store.markSent(store.due(at: now, limit: 10_000), at: now)
        while try store.stage(at: now, using: reckoner) {}
    }

    private func summary(_ queued: QueuedNotice) -> String {
        let notice = queued.notice
        return "\(zone.text(of: queued.scheduled)) \(notice.subject.caseID?.rawValue ?? "") "
            + "\(notice.requirement?.rule.rawValue ?? notice.stage.rawValue) \(notice.requirement?.ref?.rawValue ?? "–") "
            + "\(notice.due?.text(in: zone) ?? "") \(notice.step) \(notice.recipient.person) \(notice.recipient.reason) "
            + "\(notice.items.map(\.subject)) \(queued.reason?.rawValue ?? "")"
    }

    @Test(arguments: 0..<15) func `the daemon tells exactly what the replay says`(round: Int) throws {
        var seed = Seed(for: "replays \(round)")
        let story = try story(&seed)
        let room = try StoreRoom()
        let store = try room.open()
        try run(story, store, &seed)
        let told = try store.notices(in: [.sent]).map { summary($0.queued) }.sorted()
        let cases = Dictionary(grouping: story.arrivals, by: \.update.caseID)
        let reaches = FeedReaches(cases, under: settings.law, zone: zone)
        let replay = Replay(reckoner: story.reckoner, reaches: reaches, outages: story.outages)
        let expected = cases.flatMap { replay.queue(of: $0, registered: $1, until: story.end) }
            .filter { $0.state == .sent }.map(summary).sorted()
        let differing = Set(told).symmetricDifference(expected).sorted()
        try #require(
            told == expected,
            "\(seed.advice): \(differing.map { (told.contains($0) ? "told " : "not told ") + $0 }.joined(separator: "\n"))"
        )
    }

    /// Whoever looks at a case again when nothing has come and nothing is due finds the queue as it is to be.
    @Test(arguments: 0..<15) func `a look without news changes nothing`(round: Int) throws {
        var seed = Seed(for: "looks \(round)")
        var wrong = Mismatches()
        let story = try story(&seed)
        let cases = Dictionary(grouping: story.arrivals, by: \.update.caseID).sorted { $0.key < $1.key }
        let reaches = FeedReaches(Dictionary(uniqueKeysWithValues: cases), under: settings.law, zone: zone)
        let replay = Replay(reckoner: story.reckoner, reaches: reaches, outages: story.outages)
        for (caseID, arrivals) in cases {
            let answered = arrivals.filter { $0.update.id.rawValue.hasPrefix("answer") }.map(\.received)
            let told = replay.queue(of: caseID, registered: arrivals, until: story.end).map(\.scheduled)
            for _ in 0..<6 where !told.isEmpty {
                let near = seed.one(of: answered.isEmpty || seed.once(in: 2) ? told : answered)
                let moment = near.adding(milliseconds: Int64.random(in: -day...14 * day, using: &seed))
                if moment >= story.end || story.outages.contains(where: { $0.contains(moment) }) { continue }
                let known = arrivals.map { story.exists($0, zone) }.filter { $0.received <= moment }
                let horizon = seed.once(in: 2) ? story.reckoner.horizon(at: moment) : .distantFuture
                let queue = replay.queue(of: caseID, registered: arrivals, until: moment).filter {
                    $0.notice.falls < horizon || !$0.isOpen
                }
                let changes = story.reckoner.outcome(
                    of: caseID, updates: known, queue: queue,
                    reach: story.reckoner.isBatched ? reaches.reach(at: moment) : .live, at: moment,
                    horizon: horizon
                ).changes
                wrong.check(
                    changes.isEmpty,
                    "at \(zone.text(of: moment)) \(caseID) \(changes.map { describe($0, queue) })")
            }
        }
        wrong.expectNone(seed)
    }

    private func describe(_ change: QueueChange, _ queue: [QueuedNotice]) -> String {
        func row(_ key: NoticeKey) -> String {
            queue.first { $0.notice.key == key }.map { "\($0.state) " + summary($0) } ?? ""
        }
        return switch change {
        case .add(let notice, let time, let reason):
            "add " + summary(QueuedNotice(notice, scheduled: time, state: .waiting, reason: reason))
        case .amend(let notice, let time, let reason):
            "amend " + row(notice.key) + " to "
                + summary(QueuedNotice(notice, scheduled: time, state: .waiting, reason: reason))
        case .withdraw(let key, let reason): "withdraw \(reason) " + row(key)
        case .drop(let key): "drop " + row(key)
        }
    }
}
