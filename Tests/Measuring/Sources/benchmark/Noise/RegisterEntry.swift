import Deadlines
import Telling

/// One step of one requirement to one role, and when the register asked for it.
struct RegisterEntry {
    /// What makes it this step and no other, whoever holds the case.
    struct Step: Hashable {
        let subject: NoticeSubject
        let name: String
        let role: Role
    }

    /// The step.
    let step: Step
    /// From when until when it was asked for, and to whom; the last may have no end.
    private var spans: [(from: Instant, until: Instant?, notice: PlannedNotice)]

    /// When it was first asked for.
    var first: Instant { spans[0].from }

    /// When a sender that knows of it would send it: at its time, or when it is registered if that is later; what counts
    /// days at an opening.
    func time(_ office: OfficeHours) -> Instant {
        let notice = spans[0].notice
        let earliest = max(notice.falls, first)
        return notice.isClockTime ? earliest : office.nextOpening(from: earliest)
    }

    /// Whether the register asked for it at an instant.
    func isWanted(at instant: Instant) -> Bool {
        spans.contains { $0.from <= instant && ($0.until.map { instant < $0 } ?? true) }
    }

    /// The notice as it was last asked for by then.
    func notice(at instant: Instant) -> PlannedNotice {
        (spans.last { $0.from <= instant } ?? spans[0]).notice
    }

    /// All that the register of a case ever asked for.
    static func all(of caseID: CaseID, _ updates: [RegisteredUpdate], by department: Department) -> [RegisterEntry] {
        let zone = department.calendar.zone
        let arrivals = updates.map { (at: max($0.received, $0.update.at.earliest(in: zone)), update: $0.update) }
            .sorted { ($0.at, $0.update.id) < ($1.at, $1.update.id) }
        var entries: [Step: RegisterEntry] = [:]
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
            note(department.wanted(in: standing), at: moment, in: &entries)
        }
        return entries.values.sorted { $0.spans[0].notice.key < $1.spans[0].notice.key }
    }

    /// Begins what is newly asked for, also when another is to be told, and ends what is no longer.
    private static func note(_ wanted: [PlannedNotice], at moment: Instant, in entries: inout [Step: RegisterEntry]) {
        let now = Dictionary(wanted.map { (Step($0), $0) }, uniquingKeysWith: { first, _ in first })
        for (step, entry) in entries where now[step] != entry.asked { entries[step]?.end(at: moment) }
        for (step, notice) in now where entries[step]?.asked == nil {
            entries[step, default: RegisterEntry(step: step, spans: [])].spans.append((moment, nil, notice))
        }
    }

    /// What is asked for now.
    private var asked: PlannedNotice? {
        guard let last = spans.last, last.until == nil else { return nil }
        return last.notice
    }

    private mutating func end(at moment: Instant) {
        if asked != nil { spans[spans.count - 1].until = moment }
    }
}

extension RegisterEntry.Step {
    init(_ notice: PlannedNotice) {
        self.init(subject: notice.subject, name: notice.step, role: notice.recipient.role)
    }
}
