/// Which notices a requirement causes: its ladder's steps, at their times, to whoever has the role then (spec §5).
public struct NoticePlan: Sendable {
    private let law: Law
    let calendar: WorkCalendar
    let office: OfficeHours
    let organisation: Organisation
    /// What was overdue before this instant is listed, not told step by step.
    let begun: Instant

    /// A plan under these rules, for these people.
    ///
    /// - Parameter backlogBefore: what was overdue before this day goes into one list a person.
    public init(
        law: Law, calendar: WorkCalendar, office: OfficeHours, organisation: Organisation, backlogBefore: LocalDate?
    ) {
        self.law = law
        self.calendar = calendar
        self.office = office
        self.organisation = organisation
        begun = backlogBefore.map { calendar.zone.instant(of: $0) } ?? Instant(milliseconds: .min)
    }

    /// The notices of `requirement` in a case held by `holder`; none when it is met or no longer applies.
    ///
    /// - Parameter reach: how far the data reach: nothing counts as overdue that they do not yet reach.
    public func notices(for requirement: Requirement, holder: Holder, reach: FeedReach) -> [PlannedNotice] {
        guard requirement.verdict == .open || requirement.verdict == .excused, !requirement.paused,
            let ladder = law.ladders[requirement.ladder]
        else { return [] }
        if requirement.missingFrom < begun { return backlog(requirement, holder) }
        let isConfirmed = isConfirmed(requirement, reach)
        var seen: Set<NoticeKey> = []
        return ladder.steps.flatMap { step in
            applies(step.time, to: requirement) ? notices(step, requirement, holder, isConfirmed) : []
        }.filter { seen.insert($0.key).inserted }
    }

    /// Hour rules alone: by the end of a due date a batch that is late is late.
    private func isConfirmed(_ requirement: Requirement, _ reach: FeedReach) -> Bool {
        guard case .instant(let due) = requirement.due else { return true }
        return reach.covers(due)
    }

    /// What was overdue already when fristd began: the caseworker's list names it; leaders have their digests.
    private func backlog(_ requirement: Requirement, _ holder: Holder) -> [PlannedNotice] {
        guard requirement.verdict == .open, !requirement.planned else { return [] }
        let stage = Stage.backlog
        return [notice(stage.rawValue, stage, to: .raadgiver, begun, requirement, holder)].compactMap(\.self)
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

    private func notices(
        _ step: Step, _ requirement: Requirement, _ holder: Holder, _ isConfirmed: Bool
    ) -> [PlannedNotice] {
        guard let falls = fall(of: step.time, requirement) else { return [] }
        if !isConfirmed, step.time.isFromDueOn {
            // The source has not come so far: the caseworker is asked, the others wait until it has.
            return step.time == .overdue ? question(PlannedNotice.unconfirmedStep, requirement, holder) : []
        }
        var notices = step.roles.compactMap {
            notice(step.time.name, step.time.stage, to: $0, falls, requirement, holder)
        }
        if step.time == .overdue, requirement.certainFrom > requirement.missingFrom {
            // Perhaps it is late, perhaps not: the caseworker is asked, nobody else is told until it is certain.
            notices += question(PlannedNotice.uncertainStep, requirement, holder)
        }
        return notices
    }

    private func question(_ step: String, _ requirement: Requirement, _ holder: Holder) -> [PlannedNotice] {
        let asked = notice(step, .reminder, to: .raadgiver, requirement.missingFrom, requirement, holder)
        return [asked].compactMap(\.self)
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
    /// Whether the step is one of those at and after the due time.
    fileprivate var isFromDueOn: Bool {
        switch self {
        case .overdue, .after, .missing: true
        case .atOnce, .excused, .halfWay, .noneSince, .before: false
        }
    }

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
