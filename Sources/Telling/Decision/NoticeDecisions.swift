import Deadlines

/// Decides what is told, and when, and what is not told, and why: of all that a case proposes, after what its people have been
/// told already (spec §5).
///
/// What falls at `moment` or later goes out in its time. What has fallen before and has not been told goes out once for each
/// person, the latest step alone, unless somebody in the same role was told as much; what waited for a daemon that was down
/// goes out with it. Nothing but the steps of hour rules goes out before the office opens.
struct NoticeDecisions {
    private let rows: [PlannedNotice.Identity: QueuedNotice]
    private let told: [NoticeSubject: [QueuedNotice]]
    private let moment: Instant
    private let office: OfficeHours
    private let knownFrom: Instant?
    private let stoodFor: (PersonID, Role, Instant, Bool) -> Bool

    /// - Parameters:
    ///   - knownFrom: what falls from then on was known before, although the queue has no row of it yet: it waits as if it had.
    ///   - stoodFor: whether this person would be told in this role, too, at this instant, and is told but once.
    init(
        rows: [QueuedNotice], at moment: Instant, office: OfficeHours, knownFrom: Instant? = nil,
        stoodFor: @escaping (PersonID, Role, Instant, _ asKnownThen: Bool) -> Bool = { _, _, _, _ in false }
    ) {
        self.stoodFor = stoodFor
        self.rows = Dictionary(rows.map { ($0.notice.identity, $0) }, uniquingKeysWith: { first, _ in first })
        told = Dictionary(grouping: rows.filter(\.isTold), by: \.notice.subject)
        self.moment = moment
        self.office = office
        self.knownFrom = knownFrom
    }

    /// The decision on each of `proposals`.
    func decisions(on proposals: Proposals) -> [Decision] {
        var decisions = proposals.hindered.map { Decision(notice: $0.notice, outcome: .withheld($0.reason)) }
        var (ahead, fallen): ([PlannedNotice], [PlannedNotice]) = ([], [])
        for notice in proposals.wanted {
            if rows[notice.identity]?.isTold ?? false {
                decisions.append(Decision(notice: notice, outcome: .told))
            } else if notice.falls >= moment {
                ahead.append(notice)
                decisions.append(
                    Decision(notice: notice, outcome: .tells(at: notice.time(from: notice.falls, office), .due)))
            } else {
                fallen.append(notice)
            }
        }
        return fallen.isEmpty ? decisions : decisions + self.decisions(onFallen: fallen, ahead: ahead)
    }

    /// What has fallen without having been told: it waits, or was registered late.
    private func decisions(onFallen fallen: [PlannedNotice], ahead: [PlannedNotice]) -> [Decision] {
        let waiting = fallen.filter(isWaiting)
        // What waits and is overtaken itself says nothing for others.
        let known = Dictionary(grouping: waiting + ahead, by: Ladderway.init)
        let going = waiting.filter { decision(onWaiting: $0, known).isTold }
        var withheld: [Decision] = []
        var latest: [Ladderway: PlannedNotice] = [:]
        for notice in fallen where !isWaiting(notice) {
            if isCovered(notice) {
                withheld.append(Decision(notice: notice, outcome: .withheld(.covered)))
            } else if going.contains(where: { covers($0, notice) }) {
                withheld.append(Decision(notice: notice, outcome: .withheld(.overtaken)))
            } else if let other = latest.updateValue(notice, forKey: Ladderway(notice)) {
                let earlier = other.falls > notice.falls ? notice : other
                latest[Ladderway(notice)] = other.falls > notice.falls ? other : notice
                withheld.append(Decision(notice: earlier, outcome: .withheld(.overtaken)))
            }
        }
        let late = fallen.filter { latest[Ladderway($0)]?.identity == $0.identity }
        let way = Dictionary(grouping: waiting + late + ahead, by: Ladderway.init)
        let decided =
            waiting.map { decision(onWaiting: $0, way) }
            + late.map { notice in
                decision(on: notice, at: notice.time(from: moment, office), .registeredLate, way)
            }
        return withheld + decided
    }

    private func decision(onWaiting notice: PlannedNotice, _ way: [Ladderway: [PlannedNotice]]) -> Decision {
        let isToldLater = (told[notice.subject] ?? []).contains {
            $0.notice.reachesAlso(notice) && $0.notice.falls > notice.falls
        }
        if isToldLater { return Decision(notice: notice, outcome: .withheld(.covered)) }
        return decision(on: notice, at: timeOfWaiting(notice), rows[notice.identity]?.reason ?? .due, way)
    }

    /// Goes out at `time`, unless a later step to the same person has fallen by then.
    private func decision(
        on notice: PlannedNotice, at time: Instant, _ reason: NoticeReason, _ way: [Ladderway: [PlannedNotice]]
    ) -> Decision {
        let isOvertaken = (way[Ladderway(notice)] ?? []).contains {
            $0.falls > notice.falls && $0.falls <= max(time, moment)
        }
        return Decision(notice: notice, outcome: isOvertaken ? .withheld(.overtaken) : .tells(at: time, reason))
    }

    private func isWaiting(_ notice: PlannedNotice) -> Bool {
        if let row = rows[notice.identity] { return row.isOpen }
        guard let knownFrom, knownFrom <= notice.falls else { return false }
        // What would have gone to somebody else at its time was not this person's.
        return stoodFor(
            notice.recipient.person, notice.recipient.role, notice.time(from: notice.falls, office), false)
    }

    /// Whether the person, or somebody in the same role, has been told the same or something later.
    private func isCovered(_ notice: PlannedNotice) -> Bool {
        (told[notice.subject] ?? []).contains { covers($0.notice, told: $0.scheduled, notice) }
    }

    /// Whether one notice, which waits or was told at `time`, says what `other` would say, or something later, in the same role or
    /// to the same person.
    private func covers(_ one: PlannedNotice, told time: Instant? = nil, _ other: PlannedNotice) -> Bool {
        one.subject == other.subject && reaches(one, told: time, other) && one.saysAsMuch(as: other)
    }

    private func reaches(_ one: PlannedNotice, told time: Instant?, _ other: PlannedNotice) -> Bool {
        if one.reachesAlso(other) { return true }
        let (person, role) = (one.recipient.person, other.recipient.role)
        // Of what waits its own time counts, which is the same whenever it is looked at.
        return time.map { stoodFor(person, role, $0, true) }
            ?? stoodFor(person, role, one.time(from: one.falls, office), false)
    }

    /// When what waits goes out; what missed its morning does not in the middle of the night.
    private func timeOfWaiting(_ notice: PlannedNotice) -> Instant {
        let time = rows[notice.identity]?.scheduled ?? notice.time(from: notice.falls, office)
        guard time <= moment, !notice.isClockTime, office.sinceOpening(moment) != moment else { return time }
        return office.nextOpening(from: moment)
    }
}

extension Decision {
    /// Whether it goes out.
    fileprivate var isTold: Bool { if case .tells = outcome { true } else { false } }
}

/// One person's way down the ladder of one subject.
private struct Ladderway: Hashable {
    let subject: NoticeSubject
    let person: PersonID

    init(_ notice: PlannedNotice) {
        subject = notice.subject
        person = notice.recipient.person
    }
}

extension PlannedNotice {
    /// When it goes out if nothing holds it up from `instant` on. That something is missing at a decision may still be put right
    /// on the same day, so it is told as soon as somebody is there; so is the silence of a feed.
    func time(from instant: Instant, _ office: OfficeHours) -> Instant {
        if isClockTime { return instant }
        switch stage {
        case .breach, .feed: return office.sinceOpening(instant)
        case .reminder, .overdue, .escalation, .checklist, .handover, .backlog: return office.nextOpening(from: instant)
        }
    }

    /// Whether it goes to the same person, or to another in the same role.
    fileprivate func reachesAlso(_ other: PlannedNotice) -> Bool {
        recipient.role == other.recipient.role || recipient.person == other.recipient.person
    }

    /// Whether it reminds of what is ahead.
    private var isCalm: Bool { stage == .reminder && !isQuestion }

    /// Whether this says what `other` would say, or something later.
    fileprivate func saysAsMuch(as other: PlannedNotice) -> Bool {
        falls > other.falls || falls == other.falls && (step == other.step || !isQuestion || other.isCalm)
    }
}
