import Configuration
import Deadlines
import Municipality
import Rules
import Telling

/// A made-up department under the shipped rules: what it is told about a case.
struct Department {
    let organisation: Organisation
    let office: OfficeHours
    let calendar: WorkCalendar
    /// The year's first instant and the first after it.
    let year: (first: Instant, end: Instant)
    /// The days of the year.
    let days: [LocalDate]
    private let law: Law
    private let reckoner: CaseReckoner
    private let plan: NoticePlan

    init(settings: Settings, municipality: Municipality) throws(Faults) {
        organisation = try OrganisationReader(file: "organisation.toml", text: municipality.organisation).organisation()
        (law, office, calendar) = (settings.law, settings.office, settings.calendar)
        reckoner = CaseReckoner(
            law: law, ladders: settings.ladders, calendar: calendar, office: office, organisation: organisation)
        plan = NoticePlan(
            ladders: settings.ladders, calendar: calendar, office: office, organisation: organisation,
            backlogBefore: nil)
        let first = LocalDate(year: municipality.year, month: 1, day: 1) ?? LocalDate(daysSinceEpoch: 0)
        let end = first.adding(months: 12)
        days = (0..<first.days(until: end)).map { first.adding(days: $0) }
        year = (calendar.zone.instant(of: first), calendar.zone.instant(of: end))
    }

    /// The lines that everybody is sent about a case within the year and the half before it, by each way of sending: what
    /// is overdue in January was announced before.
    func lines(of caseID: CaseID, _ updates: [RegisteredUpdate]) -> [Line] {
        let entries = RegisterEntry.all(of: caseID, updates, by: self)
        let known = Dictionary(entries.map { ($0.step.subject, $0.first) }, uniquingKeysWith: { min($0, $1) })
        var truths: [Instant: [RequirementKey: Verdict]] = [:]
        let holder = standing(of: caseID, updates.map(\.update), at: year.end).holder
        func line(_ sender: Line.Sender, _ notice: PlannedNotice, _ sent: Instant) -> Line? {
            guard sent >= year.first.adding(hours: -24 * 183), sent < year.end else { return nil }
            let verdicts = truths[sent] ?? truth(of: caseID, updates, at: sent)
            truths[sent] = verdicts
            return Line(
                sender: sender, notice: notice, sent: sent, truth: Line.Truth(of: notice, by: verdicts),
                known: known[notice.subject] ?? sent, caseworker: holder.caseworker)
        }
        let sent = Replay(reckoner: reckoner)
            .queue(of: caseID, registered: updates, until: year.end.adding(milliseconds: -1))
            .filter { $0.state == .sent }
        return sent.compactMap { line(.fristd, $0.notice, $0.scheduled) }
            + entries.compactMap { line(.calendar, $0.notice(at: $0.time(office)), $0.time(office)) }
            + entries.filter { $0.isWanted(at: $0.time(office)) }
            .compactMap { line(.lookup, $0.notice(at: $0.time(office)), $0.time(office)) }
    }

    /// What the case comes to, on these updates.
    func standing(of caseID: CaseID, _ updates: [Update], at moment: Instant) -> Standing {
        Deadlines.standing(of: caseID, updates: updates, under: law, on: calendar, at: moment)
    }

    /// Every step of everything open, each at its own time.
    func wanted(in standing: Standing) -> [PlannedNotice] {
        let circumstances = Circumstances(
            holder: standing.holder, reach: .live, moment: Instant(milliseconds: .min))
        return standing.requirements.flatMap { plan.notices(for: $0, in: circumstances) }
    }

    /// What had happened by `moment`: what is registered, and what is not but had certainly happened, which for what is
    /// known to the day is from the next day on.
    private func truth(
        of caseID: CaseID, _ updates: [RegisteredUpdate], at moment: Instant
    ) -> [RequirementKey: Verdict] {
        let happened = updates.filter { min($0.received, $0.update.at.latest(in: calendar.zone)) <= moment }
        let requirements = standing(of: caseID, happened.map(\.update), at: moment).requirements
        return Dictionary(requirements.map { ($0.key, $0.verdict) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Line.Truth {
    /// What the verdicts on all that had happened make of a notice. Of a list they say nothing: that is about several
    /// things.
    fileprivate init(of notice: PlannedNotice, by verdicts: [RequirementKey: Verdict]) {
        guard let requirement = notice.requirement else {
            self = .open
            return
        }
        switch verdicts[requirement] {
        case .open: self = .open
        case .met, .late: self = .done
        // Until it is due, what is excused is still reminded of.
        case .excused: self = notice.stage == .reminder || notice.stage == .escalation ? .open : .ended
        case .void, nil: self = .ended
        }
    }
}
