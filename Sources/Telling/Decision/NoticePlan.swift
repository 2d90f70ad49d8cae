package import Deadlines

/// What a requirement asks to be told: its ladder's steps, at their times, to whoever has the role then (spec §5).
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
        ladders: [LadderID: Ladder], calendar: WorkCalendar, office: OfficeHours, organisation: Organisation,
        backlogBefore: LocalDate?
    ) {
        self.ladders = ladders
        self.calendar = calendar
        self.office = office
        self.organisation = organisation
        begun = backlogBefore.map { calendar.zone.instant(of: $0) } ?? Instant(milliseconds: .min)
    }

    /// All that `requirement` asks to be told as things stand in its case; nothing when it is met or no longer applies.
    package func notices(for requirement: Requirement, in case: Circumstances) -> [PlannedNotice] {
        var proposals = Proposals()
        propose(for: requirement, in: `case`, to: &proposals)
        return proposals.wanted
    }

    /// Adds the steps of `requirement`, those it hinders apart, up to the horizon of `case`.
    func propose(for requirement: Requirement, in case: Circumstances, to proposals: inout Proposals) {
        guard requirement.verdict == .open || requirement.verdict == .excused,
            let ladder = ladders[requirement.ladder]
        else { return }
        if requirement.missingFrom < begun {
            if let notice = backlog(requirement, `case`) { proposals.wanted.append(notice) }
            return
        }
        var own = Proposals()
        for step in ladder.steps { propose(step, requirement, `case`, to: &own) }
        proposals.hindered += own.hindered
        if let beyond = own.beyond { proposals.note(beyond: beyond) }
        proposals.wanted += NoticePlan.once(own.wanted)
    }

    /// Somebody addressed twice by one step is told once, and why in the plainer way; asked twice, as of the later step.
    private static func once(_ notices: [PlannedNotice]) -> [PlannedNotice] {
        var places: [PlannedNotice.Identity: Int] = [:]
        return notices.reduce(into: []) { result, notice in
            if let place = places[notice.identity] {
                if notice.isPlainer(than: result[place]) { result[place] = notice }
            } else {
                places[notice.identity] = result.count
                result.append(notice)
            }
        }
    }

    /// What was overdue already when fristd began: the caseworker's list names it where somebody still works on the case;
    /// leaders have their digests.
    private func backlog(_ requirement: Requirement, _ case: Circumstances) -> PlannedNotice? {
        guard requirement.verdict == .open, !requirement.planned, !requirement.paused,
            requirement.background.closed == nil, !requirement.isSettled(at: `case`.moment)
        else { return nil }
        return notice(Stage.backlog.rawValue, .backlog, to: .raadgiver, begun, requirement, `case`)
    }

    /// What stands against a step as long as the requirement stands as it does; nil where nothing does.
    private func hindrance(of time: StepTime, _ requirement: Requirement, at moment: Instant) -> NoticeReason? {
        if requirement.paused { return .paused }
        if requirement.isSettled(at: moment) { return .settled }
        if case .noneSince = time, requirement.progress > 0 { return .met }
        guard requirement.verdict == .excused else { return nil }
        return time.isFromDueOn ? .excused : nil
    }

    private func applies(_ time: StepTime, to requirement: Requirement) -> Bool {
        switch time {
        case .atOnce, .halfWay, .noneSince, .before: true
        case .excused: requirement.verdict == .excused
        case .overdue, .after: !requirement.planned
        case .missing: requirement.atOnce && !requirement.planned
        }
    }

    private func propose(
        _ step: Step, _ requirement: Requirement, _ case: Circumstances, to proposals: inout Proposals
    ) {
        guard applies(step.time, to: requirement), let falls = fall(of: step.time, requirement) else { return }
        let question = question(requirement, `case`)
        if step.time == .overdue, !requirement.paused, let asked = asked(question, requirement, `case`) {
            add(asked, `case`, to: &proposals)
        }
        let hindrance =
            hindrance(of: step.time, requirement, at: `case`.moment) ?? doubt(of: step.time, requirement, `case`)
        if falls >= `case`.horizon {
            if hindrance == nil { proposals.note(beyond: falls) }
            return
        }
        // What was to be said before it was due, and is said after, must not sound as if there were time left.
        let isLate = step.time.stage == .reminder && requirement.missingFrom <= `case`.moment
        if isLate, requirement.verdict == .excused { return }
        let name = isLate ? question ?? step.time.name : step.time.name
        for role in step.roles {
            guard let notice = notice(name, step.time.stage, to: role, falls, requirement, `case`) else { continue }
            if let hindrance { proposals.hindered.append((notice, hindrance)) } else { proposals.wanted.append(notice) }
        }
    }

    private func add(_ notice: PlannedNotice, _ case: Circumstances, to proposals: inout Proposals) {
        if notice.falls >= `case`.horizon {
            proposals.note(beyond: notice.falls)
        } else {
            proposals.wanted.append(notice)
        }
    }

    /// Why the steps at and after the due time wait, or never come.
    private func doubt(of time: StepTime, _ requirement: Requirement, _ case: Circumstances) -> NoticeReason? {
        guard time.isFromDueOn else { return nil }
        if requirement.verdictUncertain { return .uncertain }
        return `case`.reach.settles(requirement) ? nil : .waitsForSource
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
        organisation.recipient(of: role, in: `case`.holder, on: day(falls, isClockTime: isClockTime, `case`))
    }

    /// Whether `person` was who has `role` in a case held by `holder`, or stood in, at `instant`.
    func stood(_ person: PersonID, for role: Role, in holder: Holder, at instant: Instant) -> Bool {
        organisation.recipient(of: role, in: holder, on: calendar.zone.date(of: instant))?.person == person
    }

    /// The local day on which what falls then goes out.
    func day(_ falls: Instant, isClockTime: Bool, _ case: Circumstances) -> LocalDate {
        let earliest = max(falls, `case`.moment)
        return calendar.zone.date(of: isClockTime ? earliest : office.nextOpening(from: earliest))
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
