import Configuration
import Deadlines
import Store
import Telling
import TestSupport
import Testing

/// Where updates come in batches, the store tells what a replay of the same deliveries tells: it finds every case that a
/// source has come to reach.
@Suite struct BatchedReachProperties {
    private let settings: Settings
    private let reckoner: CaseReckoner
    private var zone: Zone { settings.calendar.zone }

    init() throws {
        settings = try ScratchConfiguration.shippedSettings()
        reckoner = CaseReckoner(
            law: settings.law, ladders: settings.ladders, calendar: settings.calendar,
            office: settings.office, organisation: settings.organisation, isBatched: true)
    }

    private struct Arrival {
        let moment: Instant
        let updates: [Update]
    }

    private func update(_ id: String, _ caseID: String, _ event: String, _ at: Moment, _ data: String) throws -> Update
    {
        try CaseUpdates.read(
            """
            {"id": "\(id)", "case": "\(caseID)", "event": "\(event)", "at": "\(at.text(in: zone))"\(data)}
            """)[0]
    }

    /// Reports at random times of five days, some by their dates only, some assessed; now and then the source says how far
    /// it has come.
    private func arrivals(_ seed: inout Seed) throws -> [Arrival] {
        let first = try Instant(known: "2026-06-01T00:00:00+02:00")
        func time(hours: ClosedRange<Int>) -> Instant { first.adding(hours: Int.random(in: hours, using: &seed)) }
        func moment(of instant: Instant) -> Moment {
            seed.once(in: 2) ? .date(zone.date(of: instant)) : .instant(instant)
        }
        var arrivals: [Arrival] = []
        for number in 0..<6 {
            let held = #", "ref": "u", "caseworker": "mhs", "team": "nord""#
            let reported = time(hours: 0...72)
            let report = try update("r\(number)", "c-\(number)", "underretning.modtaget", moment(of: reported), held)
            arrivals.append(
                Arrival(moment: reported.adding(hours: Int.random(in: 0...40, using: &seed)), updates: [report]))
            if seed.once(in: 2) { continue }
            let assessed = reported.adding(hours: Int.random(in: 0...40, using: &seed))
            let answer = try update(
                "a\(number)", "c-\(number)", "underretning.vurderet", moment(of: assessed), #", "ref": "u""#)
            arrivals.append(
                Arrival(moment: assessed.adding(hours: Int.random(in: 0...40, using: &seed)), updates: [answer]))
        }
        for number in 0..<8 {
            let said = time(hours: 1...130)
            let until = said.adding(hours: -Int.random(in: 0...30, using: &seed))
            let data = #", "data": {"til": "\#(zone.text(of: until))"}"#
            let source = try update("k\(number)", "kilde/dubu", "kilde.opdateret", .instant(said), data)
            arrivals.append(Arrival(moment: said, updates: [source]))
        }
        // No two at one moment: a replay knows no order between those.
        return arrivals.sorted { $0.moment < $1.moment }.enumerated().map { place, arrival in
            Arrival(moment: arrival.moment.adding(milliseconds: Int64(place)), updates: arrival.updates)
        }
    }

    private func summary(_ queued: QueuedNotice) -> String {
        let notice = queued.notice
        return "\(zone.text(of: queued.scheduled)) \(notice.step) \(notice.recipient.person) "
            + "\(notice.subject.caseID?.rawValue ?? "") \(queued.state)"
    }

    @Test func `the store tells what a replay tells`() throws {
        var seed = Seed(for: "batched reaches")
        let end = try Instant(known: "2026-06-08T00:00:00+02:00")
        var escalated = 0
        for _ in 0..<15 {
            let arrivals = try arrivals(&seed)
            let room = try StoreRoom()
            let store = try room.open()
            for arrival in arrivals {
                let before = arrival.moment.adding(milliseconds: -1)
                try store.markDue(at: before, using: reckoner)
                _ = try store.take(arrival.updates, at: arrival.moment, using: reckoner)
            }
            try store.markDue(at: end, using: reckoner)
            let found = try store.notices(in: Set(QueuedNotice.State.allCases)).map { summary($0.queued) }.sorted()
            let cases = Dictionary(
                grouping: arrivals.flatMap { arrival in
                    arrival.updates.map { RegisteredUpdate($0, received: arrival.moment) }
                }, by: \.update.caseID)
            let reaches = FeedReaches(cases, under: settings.law, zone: zone)
            let replay = Replay(reckoner: reckoner, reaches: reaches)
            let expected = cases.flatMap { replay.queue(of: $0, registered: $1, until: end) }.map(summary).sorted()
            try #require(found == expected, "\(seed.advice): \(Set(found).symmetricDifference(expected).sorted())")
            escalated += found.count { $0.contains(" overdue ") && $0.hasSuffix("sent") }
        }
        #expect(escalated > 0)
    }
}
