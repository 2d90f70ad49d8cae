package import Deadlines

/// All that one case comes to at one moment, and what must change in its queue.
package struct CaseOutcome: Sendable {
    /// The requirements.
    package let requirements: [Requirement]
    /// Who holds the case.
    package let holder: Holder
    /// How far the data of the source reach that the case stands for, if it does.
    package let reach: Instant?
    /// When it must be reckoned again although nothing new has been registered.
    package let nextChange: Instant?
    /// What the queue lacks or has too much.
    package let changes: [QueueChange]
}

/// Reckons cases under one law for one organisation: what daemon, replay and audit all call.
package struct CaseReckoner: Sendable {
    /// Whether updates come in batches, so that the sources must say how far they reach.
    package let isBatched: Bool
    /// The rules.
    package let law: Law
    /// What sums are made on.
    package let calendar: WorkCalendar
    let office: OfficeHours
    private let plan: NoticePlan

    /// A reckoner for these rules and people.
    ///
    /// - Parameter backlogBefore: what was overdue before this day goes into one list a person.
    package init(
        law: Law, ladders: [LadderID: Ladder], calendar: WorkCalendar, office: OfficeHours,
        organisation: Organisation, backlogBefore: LocalDate? = nil, isBatched: Bool = false
    ) {
        self.law = law
        self.calendar = calendar
        self.office = office
        self.isBatched = isBatched
        plan = NoticePlan(
            ladders: ladders, calendar: calendar, office: office, organisation: organisation,
            backlogBefore: backlogBefore)
    }

    /// The notice of which `update` asks that it be sent again; nil when it asks for nothing of the sort.
    package func retried(by update: Update) -> NoticeKey? { law.retried(by: update) }

    /// What the case comes to at `moment`, given all its updates, its queue, and how far the data reach.
    package func outcome(
        of caseID: CaseID, updates: [Update], queue: [QueuedNotice], reach: FeedReach = .live, at moment: Instant
    ) -> CaseOutcome {
        let standing = Deadlines.standing(of: caseID, updates: updates, under: law, on: calendar, at: moment)
        let requirements = standing.requirements
        let circumstances = Circumstances(holder: standing.holder, reach: reach, moment: moment)
        let planned = requirements.flatMap { plan.notices(for: $0, in: circumstances) }
        let wanted = AnsweredNotices(queue: queue, calendar: calendar, office: office)
            .applying(standing.answers, to: planned + plan.lists(for: standing, of: caseID, in: circumstances))
        return CaseOutcome(
            requirements: requirements, holder: standing.holder, reach: standing.reach,
            nextChange: nextChange(of: standing, at: moment),
            changes: queueChanges(from: queue, to: wanted, at: moment, office: office))
    }

    /// What its notices say changes, too, when something excused is due, and when something that counts hours is due but may
    /// have been done, or is certainly overdue.
    private func nextChange(of standing: Standing, at moment: Instant) -> Instant? {
        let turns = standing.requirements.flatMap(turns).filter { $0 > moment }
        return (turns + [standing.nextChange].compactMap(\.self)).min()
    }

    private func turns(of requirement: Requirement) -> [Instant] {
        let turns = [requirement.missingFrom, requirement.certainFrom]
        switch requirement.verdict {
        case .excused: return turns
        case .open where requirement.due.isInstant:
            let isDoubtful = requirement.verdictUncertain || requirement.certainFrom > requirement.missingFrom
            return isBatched || isDoubtful ? turns : []
        case .open, .met, .late, .void: return []
        }
    }
}
