package import Deadlines

/// Which notices a requirement causes: its ladder's steps, at their times, to whoever has the role then (spec §5).
package struct NoticePlan: Sendable {
    private let ladders: [LadderID: Ladder]
    let calendar: WorkCalendar
    let office: OfficeHours
    let organisation: Organisation
    /// What was overdue before this instant is listed, not told step by step.
    let begun: Instant

    /// A plan by these ladders, for these people.
    ///
    /// - Parameter backlogBefore: what was overdue before this day goes into one list a person.
    package init(
        ladders: [LadderID: Ladder], calendar: WorkCalendar, office: OfficeHours,
        organisation: Organisation, backlogBefore: LocalDate?
    ) {
        self.ladders = ladders
        self.calendar = calendar
        self.office = office
        self.organisation = organisation
        begun = backlogBefore.map { calendar.zone.instant(of: $0) } ?? Instant(milliseconds: .min)
    }

    /// The notices of `requirement` as things stand in its case; none when it is met or no longer applies.
    package func notices(for requirement: Requirement, in case: Circumstances) -> [PlannedNotice] {
        guard requirement.verdict == .open || requirement.verdict == .excused, !requirement.paused,
            let ladder = ladders[requirement.ladder]
        else { return [] }
        if requirement.missingFrom < begun { return backlog(requirement, `case`) }
        let notices = ladder.steps.flatMap { step in
            applies(step.time, to: requirement) ? self.notices(step, requirement, `case`) : []
        }
        // Somebody addressed twice by one step is told once, and why in the plainer way; asked twice, as of the later step.
        var places: [NoticeKey: Int] = [:]
        return notices.reduce(into: []) { result, notice in
            if let place = places[notice.key] {
                if notice.isPlainer(than: result[place]) { result[place] = notice }
            } else {
                places[notice.key] = result.count
                result.append(notice)
            }
        }
    }

    /// What was overdue already when fristd began: the caseworker's list names it; leaders have their digests.
    private func backlog(_ requirement: Requirement, _ case: Circumstances) -> [PlannedNotice] {
        guard requirement.verdict == .open, !requirement.planned else { return [] }
        let stage = Stage.backlog
        return [notice(stage.rawValue, stage, to: .raadgiver, begun, requirement, `case`)].compactMap(\.self)
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

    private func notices(_ step: Step, _ requirement: Requirement, _ case: Circumstances) -> [PlannedNotice] {
        guard let falls = fall(of: step.time, requirement) else { return [] }
        let question = question(requirement, `case`)
        let isFromDueOn = step.time.isFromDueOn
        if isFromDueOn, requirement.verdictUncertain || !`case`.reach.settles(requirement) {
            return [step.time == .overdue ? asked(question, requirement, `case`) : nil].compactMap(\.self)
        }
        // What was to be said before it was due, and is said after, must not sound as if there were time left.
        let isLate = step.time.stage == .reminder && requirement.missingFrom <= `case`.moment
        if isLate, requirement.verdict == .excused { return [] }
        let name = isLate ? question ?? step.time.name : step.time.name
        return step.roles.compactMap { notice(name, step.time.stage, to: $0, falls, requirement, `case`) }
            + [step.time == .overdue ? asked(question, requirement, `case`) : nil].compactMap(\.self)
    }

    /// What is asked from the due instant on, while it may be late or not: whether it has been done, or when; nil where that
    /// is certain.
    private func question(_ requirement: Requirement, _ case: Circumstances) -> String? {
        guard requirement.verdict == .open else { return nil }
        if !`case`.reach.confirms(requirement) { return PlannedNotice.unconfirmedStep }
        let isCertain = requirement.certainFrom <= max(requirement.missingFrom, `case`.moment)
        let isKnown = isCertain && `case`.reach.settles(requirement) && !requirement.verdictUncertain
        return isKnown ? nil : PlannedNotice.uncertainStep
    }

    /// The caseworker is asked; nobody else is told until it is certain and the source has come so far.
    private func asked(_ question: String?, _ requirement: Requirement, _ case: Circumstances) -> PlannedNotice? {
        question.flatMap { notice($0, .reminder, to: .raadgiver, requirement.missingFrom, requirement, `case`) }
    }

    private func notice(
        _ name: String, _ stage: Stage, to role: Role, _ falls: Instant, _ requirement: Requirement,
        _ case: Circumstances
    ) -> PlannedNotice? {
        let isClockTime = requirement.due.isInstant && stage != .backlog
        return recipient(of: role, falls, isClockTime: isClockTime, `case`).map {
            PlannedNotice(
                .requirement(requirement.key, due: requirement.due), step: name, stage: stage, recipient: $0,
                falls: falls)
        }
    }

    /// Who has the role when the notice goes out: what is registered late goes out later than it falls.
    func recipient(of role: Role, _ falls: Instant, isClockTime: Bool, _ case: Circumstances) -> Recipient? {
        let earliest = max(falls, `case`.moment)
        let goesOut = isClockTime ? earliest : office.nextOpening(from: earliest)
        return organisation.recipient(of: role, in: `case`.holder, on: calendar.zone.date(of: goesOut))
    }
}

extension PlannedNotice {
    fileprivate func isPlainer(than other: PlannedNotice) -> Bool {
        falls == other.falls ? recipient.isMeant && !other.recipient.isMeant : falls > other.falls
    }
}

extension Recipient {
    /// Whether it is the very person the step means.
    fileprivate var isMeant: Bool {
        switch reason {
        case .caseworker, .hasRole: true
        case .substitute, .upTheLine, .noCaseworker, .nobodyElse: false
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
}
