import Configuration
import Deadlines
import Telling
import TestSupport
import Testing

/// A case told in lines, and the notices that some rules cause among the people of `Office`.
struct NoticeStory {
    /// The rules these stories tell of, one of each ladder.
    static let rules = [
        "underretning-24-timer", "bfu-4-maaneder", "boernesamtale-foer-afgoerelse", "opfoelgning-foerste",
        "opfoelgning-naeste",
    ]

    let story: CaseStory
    private let reckoner: CaseReckoner

    /// The case of these lines, in an office of these people, under those rules or others.
    init(
        _ lines: [String], people: Organisation? = nil, under law: Law? = nil, backlogBefore: String? = nil,
        isBatched: Bool = false
    ) throws {
        story = try CaseStory(lines, under: law)
        reckoner = CaseReckoner(
            law: try law ?? Shipped.law(only: Self.rules), ladders: try Shipped.ladders,
            calendar: try Shipped.calendar, office: try Shipped.settings.office,
            organisation: try people ?? Office.organisation(Office.department, Office.team),
            backlogBefore: try backlogBefore.map { try #require(LocalDate($0)) }, isBatched: isBatched)
    }

    /// What the queue must change when all is registered at `moment`, the queue being as it is.
    func changes(at moment: Instant, queue: [QueuedNotice] = []) -> [QueueChange] {
        let zone = reckoner.calendar.zone
        let updates = story.updates.map { RegisteredUpdate($0, received: $0.at.earliest(in: zone)) }
        return reckoner.outcome(of: story.caseID, updates: updates, queue: queue, at: moment).changes
    }

    /// What is put in an empty queue when all is registered at `moment`, a line each in time:
    /// `2024-05-14T08:00+02:00 before-21-days mhs`.
    func queued(at moment: String) throws -> [String] {
        let changes = changes(at: try #require(Instant(moment)))
        let lines = try changes.map { change in
            guard case .add(let notice, let scheduled, _) = change else { return "no addition: \(change)" }
            return try line(notice, scheduled)
        }
        return lines.sorted()
    }

    /// The queue at `end`, each update registered at its `at`: `2024-05-14T08:00+02:00 before-21-days mhs sent`.
    func replayed(until end: String, rule: String? = nil) throws -> [String] {
        try replay(until: try #require(Instant(end)))
            .filter { rule == nil || $0.notice.requirement?.rule.rawValue == rule }
            .map { try line($0.notice, $0.scheduled) + " \($0.state.rawValue)" }.sorted()
    }

    /// The same with each line received at its own instant, while a source says in these lines how far it reaches.
    func replayed(
        receivedAt instants: [String], until end: String, rule: String? = nil, source lines: [String] = []
    ) throws -> [String] {
        let registered = try zip(story.updates, instants).map { update, instant in
            RegisteredUpdate(update, received: try #require(Instant(instant)))
        }
        return try Replay(reckoner: reckoner, reaches: try reaches(lines))
            .queue(of: story.caseID, registered: registered, until: try #require(Instant(end)))
            .filter { rule == nil || $0.notice.requirement?.rule.rawValue == rule }
            .map { try line($0.notice, $0.scheduled) + " \($0.state.rawValue)" }.sorted()
    }

    func replay(until end: Instant, reaches: FeedReaches? = nil) throws -> [QueuedNotice] {
        Replay(reckoner: reckoner, reaches: reaches)
            .queue(of: story.caseID, updates: story.updates, until: end)
    }

    /// The queue at `end`, while a source says in these lines how far it reaches.
    func replayed(until end: String, source lines: [String]) throws -> [String] {
        try replay(until: try #require(Instant(end)), reaches: try reaches(lines))
            .map { try line($0.notice, $0.scheduled) + " \($0.state.rawValue)" }.sorted()
    }

    private func reaches(_ lines: [String]) throws -> FeedReaches {
        let source = try CaseStory(lines, of: "kilde/dubu")
        let zone = try Shipped.zone
        let registered = source.updates.map { RegisteredUpdate($0, received: $0.at.earliest(in: zone)) }
        return FeedReaches([source.caseID: registered], under: try Shipped.law, zone: zone)
    }

    func line(_ notice: PlannedNotice, _ scheduled: Instant) throws -> String {
        let time = try Shipped.zone.text(of: scheduled).replacing(":00.000", with: "")
        return "\(time) \(notice.step) \(notice.recipient.person)"
    }
}
