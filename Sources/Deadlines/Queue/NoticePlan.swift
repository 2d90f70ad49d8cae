/// Which notices a requirement causes: its ladder's steps, at their times, to whoever has the role then (spec §5).
public struct NoticePlan: Sendable {
    private let law: Law
    private let calendar: WorkCalendar
    private let office: OfficeHours
    private let organisation: Organisation

    /// A plan under these rules, for these people.
    public init(law: Law, calendar: WorkCalendar, office: OfficeHours, organisation: Organisation) {
        self.law = law
        self.calendar = calendar
        self.office = office
        self.organisation = organisation
    }

    /// The notices of `requirement` in a case held by `holder`; none when it is met or no longer applies.
    public func notices(for requirement: Requirement, holder: Holder) -> [PlannedNotice] {
        guard requirement.verdict == .open || requirement.verdict == .excused, !requirement.paused,
            let ladder = law.ladders[requirement.ladder]
        else { return [] }
        var seen: Set<NoticeKey> = []
        return ladder.steps.flatMap { step in
            applies(step.time, to: requirement) ? notices(step, requirement, holder) : []
        }.filter { seen.insert($0.key).inserted }
    }

    /// The list of what a decision that comes near lacks, for the caseworker.
    public func notice(for finding: ChecklistFinding, in caseID: CaseID, holder: Holder) -> PlannedNotice? {
        let falls = calendar.zone.instant(of: finding.start)
        return organisation.recipient(of: .raadgiver, in: holder, on: finding.start).map {
            PlannedNotice(
                .checklist(caseID, finding.checklist, on: finding.start), step: Stage.checklist.rawValue,
                stage: .checklist, recipient: $0, falls: falls, items: finding.lacking.map { NoticeItem(rule: $0) })
        }
    }

    private func applies(_ time: StepTime, to requirement: Requirement) -> Bool {
        switch time {
        case .atOnce, .halfWay, .before: true
        case .noneSince: requirement.progress == 0
        case .excused: requirement.verdict == .excused
        case .overdue, .after: !requirement.planned && requirement.verdict != .excused
        case .missing: requirement.atOnce && !requirement.planned && requirement.verdict != .excused
        }
    }

    private func notices(_ step: Step, _ requirement: Requirement, _ holder: Holder) -> [PlannedNotice] {
        guard let falls = fall(of: step.time, requirement) else { return [] }
        var notices = step.roles.compactMap {
            notice(step.time.name, step.time.stage, to: $0, falls, requirement, holder)
        }
        if step.time == .overdue, requirement.certainFrom > requirement.missingFrom {
            // Perhaps it is late, perhaps not: the caseworker is asked, nobody else is told until it is certain.
            let asked = notice(
                PlannedNotice.uncertainStep, .reminder, to: .raadgiver, requirement.missingFrom, requirement, holder)
            notices += [asked].compactMap(\.self)
        }
        return notices
    }

    private func notice(
        _ name: String, _ stage: Stage, to role: Role, _ falls: Instant, _ requirement: Requirement, _ holder: Holder
    ) -> PlannedNotice? {
        organisation.recipient(of: role, in: holder, on: calendar.zone.date(of: falls)).map {
            PlannedNotice(
                .requirement(requirement.key, due: requirement.due), step: name, stage: stage, recipient: $0,
                falls: falls)
        }
    }

    /// When a step falls; nil when that would be on or before the start's date. What is due some hours after its start
    /// can be overdue on that very date, and is told so.
    private func fall(of time: StepTime, _ requirement: Requirement) -> Instant? {
        let zone = calendar.zone
        let start = requirement.key.start
        if time.isImmediate { return start.earliest(in: zone) }
        switch requirement.due {
        case .instant(let due):
            let falls = instant(of: time, start.earliest(in: zone), due, requirement.certainFrom)
            let isLate = time.stage != .reminder
            return isLate || zone.date(of: falls) > start.date(in: zone) ? falls : nil
        case .date(let due):
            let day = day(of: time, start.date(in: zone), due)
            return day > start.date(in: zone) ? office.opening(on: day) : nil
        }
    }

    /// Hour rules at their instant; once it is due, not before it is certain.
    private func instant(of time: StepTime, _ start: Instant, _ due: Instant, _ certain: Instant) -> Instant {
        switch time {
        case .atOnce, .missing, .excused: start
        case .noneSince(let limit): start.adding(hours: limit.hours)
        case .halfWay: Instant(milliseconds: (start.milliseconds + due.milliseconds) / 2)
        case .before(let limit): due.adding(hours: -limit.hours)
        case .overdue: max(due, certain)
        case .after(let limit): max(due.adding(hours: limit.hours), certain)
        }
    }

    /// Date rules on a day when the office opens: before the due date on or before the step's day, after it on or after.
    private func day(of time: StepTime, _ start: LocalDate, _ due: LocalDate) -> LocalDate {
        switch time {
        case .atOnce, .missing, .excused: start
        case .noneSince(let limit): office.lastDay(onOrBefore: calendar.date(start, plus: limit))
        case .halfWay: office.lastDay(onOrBefore: start.adding(days: start.days(until: due) / 2))
        case .before(let limit): office.lastDay(onOrBefore: calendar.date(due, plus: limit.reversed))
        case .overdue: office.firstDay(onOrAfter: due.adding(days: 1))
        case .after(let limit): office.firstDay(onOrAfter: calendar.date(due, plus: limit))
        }
    }
}

extension StepTime {
    /// Whether the step is taken as soon as it is registered.
    fileprivate var isImmediate: Bool {
        switch self {
        case .atOnce, .missing, .excused: true
        case .halfWay, .noneSince, .before, .overdue, .after: false
        }
    }
}

extension TimeLimit {
    /// Clock hours, where a day is 24 of them and a month 30 days: for the steps of hour rules, which are short.
    fileprivate var hours: Int {
        switch self {
        case .hours(let count): count
        case .days(let count), .workingDays(let count): 24 * count
        case .weeks(let count): 168 * count
        case .months(let count): 720 * count
        }
    }
}
