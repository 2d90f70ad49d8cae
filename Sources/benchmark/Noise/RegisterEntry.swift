import Deadlines

/// One step of one requirement to one person, and when the register asked for it.
struct RegisterEntry {
    /// The step, as it was first asked for.
    let notice: PlannedNotice
    /// From when until when it was asked for; the last may have no end.
    private(set) var spans: [(from: Instant, until: Instant?)]

    /// When a sender that knows of it would send it: at its time, or when it is registered if that is later; what counts
    /// days at an opening.
    func time(_ office: OfficeHours) -> Instant {
        let earliest = max(notice.falls, spans[0].from)
        return notice.isClockTime ? earliest : office.nextOpening(from: earliest)
    }

    /// Whether the register asked for it at an instant.
    func isWanted(at instant: Instant) -> Bool {
        spans.contains { $0.from <= instant && ($0.until.map { instant < $0 } ?? true) }
    }

    /// All that the register of a case ever asked for.
    static func all(of caseID: CaseID, _ updates: [RegisteredUpdate], by department: Department) -> [RegisterEntry] {
        let zone = department.calendar.zone
        let arrivals = updates.map { (at: max($0.received, $0.update.at.earliest(in: zone)), update: $0.update) }
            .sorted { ($0.at, $0.update.id) < ($1.at, $1.update.id) }
        var entries: [NoticeKey: RegisterEntry] = [:]
        var wanted: Set<NoticeKey> = []
        var registered: [Update] = []
        var next = arrivals.startIndex
        var wake: Instant?
        while next < arrivals.endIndex || wake.map({ $0 < department.year.end }) ?? false {
            let arrival = next < arrivals.endIndex ? arrivals[next].at : nil
            guard let moment = [arrival, wake].compactMap(\.self).min() else { break }
            while next < arrivals.endIndex, arrivals[next].at <= moment {
                registered.append(arrivals[next].update)
                next += 1
            }
            let standing = department.standing(of: caseID, registered, at: moment)
            wake = standing.nextChange
            let now = department.wanted(in: standing, of: caseID)
            let keys = Set(now.map(\.key))
            for gone in wanted.subtracting(keys) { entries[gone]?.end(at: moment) }
            for notice in now where !wanted.contains(notice.key) {
                entries[notice.key, default: RegisterEntry(notice: notice, spans: [])].begin(at: moment)
            }
            wanted = keys
        }
        return entries.values.sorted { $0.notice.key < $1.notice.key }
    }

    private mutating func begin(at moment: Instant) { spans.append((moment, nil)) }
    private mutating func end(at moment: Instant) { spans[spans.count - 1].until = moment }
}
