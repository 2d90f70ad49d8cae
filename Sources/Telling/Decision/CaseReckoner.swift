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
    /// What is told, what is not, and why; up to the horizon.
    package let decisions: [Decision]
    /// When the next notice falls that lies at the horizon or beyond.
    package let nextNotice: Instant?
    /// What the queue lacks or has too much.
    package let changes: [QueueChange]
}

/// Reckons cases under one law for one organisation, and decides what is told: what daemon, replay and audit all call.
package struct CaseReckoner: Sendable {
    /// Whether updates come in batches, so that the sources must say how far they reach.
    package let isBatched: Bool
    /// The rules.
    package let law: Law
    /// What sums are made on.
    package let calendar: WorkCalendar
    /// When the office opens.
    package let office: OfficeHours
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

    /// What the case comes to at `moment`, given all its updates, the rows of its queue, and how far the data reach.
    ///
    /// - Parameters:
    ///   - horizon: what falls then or later has no row in the queue, and is not decided yet.
    ///   - knownFrom: what falls from then on has no row although it was known.
    package func outcome(
        of caseID: CaseID, updates: [RegisteredUpdate], queue: [QueuedNotice], reach: FeedReach = .live,
        at moment: Instant, horizon: Instant = .distantFuture, knownFrom: Instant? = nil
    ) -> CaseOutcome {
        let standing = Deadlines.standing(
            of: caseID, updates: updates.map(\.update), under: law, on: calendar, at: moment)
        let zone = calendar.zone
        let isAnswered = !standing.answers.isEmpty
        let circumstances = Circumstances(
            holder: standing.holder, reach: reach, moment: moment,
            // A reminder that was put off goes to whom the steps beyond would go to.
            horizon: isAnswered ? .distantFuture : horizon)
        var proposals = Proposals()
        for requirement in standing.requirements { plan.propose(for: requirement, in: circumstances, to: &proposals) }
        let takeover = standing.takenOver.flatMap { $0.isNews(among: updates, zone) ? $0.at : nil }
        proposals.wanted += plan.lists(for: standing, of: caseID, takenOver: takeover, in: circumstances)
        if isAnswered {
            AnsweredNotices(rows: queue, plan: plan, circumstances: circumstances).apply(
                standing.answers, to: &proposals)
        }
        let decisions = NoticeDecisions(
            rows: queue, at: moment, office: office, knownFrom: knownFrom,
            stoodFor: { person, role, instant, asKnownThen in
                let holder = asKnownThen ? updates.holder(at: instant, zone) : standing.holder
                return plan.stood(person, for: role, in: holder, at: instant)
            }
        ).decisions(on: proposals)
        let withdrawal = WithdrawalReasons(standing: standing, proposals: proposals, begun: plan.begun)
        return CaseOutcome(
            requirements: standing.requirements, holder: standing.holder, reach: standing.reach,
            nextChange: nextChange(of: standing, at: moment), decisions: decisions,
            nextNotice: ([proposals.beyond] + decisions.map { $0.falls(from: horizon) }).compactMap(\.self).min(),
            changes: QueueComparison(rows: queue, horizon: horizon).changes(for: decisions) {
                withdrawal.reason(of: $0)
            })
    }

    /// What falls then or later has no row in the queue at `moment`.
    package func horizon(at moment: Instant) -> Instant { office.horizon(at: moment, calendar.zone) }

    /// From when on what falls at `instant` has a row in the queue.
    package func nears(_ instant: Instant) -> Instant { office.nears(instant, calendar.zone) }

    /// What its notices say changes, too, when something excused is due, and when something that counts hours is due but may
    /// have been done, or is certainly overdue.
    private func nextChange(of standing: Standing, at moment: Instant) -> Instant? {
        let turns = standing.requirements.flatMap(turns).filter { $0 > moment }
        return (turns + [standing.nextChange, nextPresence(of: standing, at: moment)].compactMap(\.self)).min()
    }

    /// When somebody next comes or goes, where a stand-in may have acknowledged or put off what has fallen: whoever has the role
    /// then was told nothing, and hears of it.
    private func nextPresence(of standing: Standing, at moment: Instant) -> Instant? {
        guard !standing.answers.isEmpty else { return nil }
        return plan.organisation.nextChange(after: calendar.zone.date(of: moment)).map { calendar.zone.instant(of: $0) }
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

extension Decision {
    /// When the step falls that goes out, where that is at `horizon` or beyond.
    fileprivate func falls(from horizon: Instant) -> Instant? {
        if case .tells = outcome, notice.falls >= horizon { notice.falls } else { nil }
    }
}
