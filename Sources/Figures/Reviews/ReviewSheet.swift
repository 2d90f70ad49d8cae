package import Deadlines

/// One case as it is to be read: what is registered of each thing that is looked at.
package struct ReviewSheet: Sendable {
    /// The case.
    package let caseID: CaseID
    /// The review it was drawn for.
    package let review: Reference
    /// The team that drew it.
    package let team: TeamID
    /// Who holds it now.
    package let holder: Holder
    /// Whether somebody still works on it.
    package let isOpen: Bool
    /// When it was looked at.
    package let moment: Instant
    /// What is looked at, in the order of the packs.
    package let parts: [Part]

    /// One thing that is looked at.
    package struct Part: Sendable {
        /// Its code, question and rules.
        package let pejlemaerke: Pejlemaerke
        /// What is open, and what fell due lately, by due time.
        package let requirements: [Requirement]
        /// How much else was required, longer ago.
        package let older: Int
    }

    /// A case of these updates, drawn for `review` by `team`.
    package init(
        of caseID: CaseID, drawnFor review: Reference, by team: TeamID, updates: [Update], at moment: Instant,
        reach: FeedReach, under law: Law, _ declared: LeadersReview, on calendar: WorkCalendar
    ) {
        let file = CaseFile(caseID, updates: updates, law: law, zone: calendar.zone, at: moment)
        let today = calendar.zone.date(of: moment)
        let all = standing(of: file, under: law, on: calendar, at: moment).requirements
            .filter { $0.status(at: moment) != .void }.map { $0.seen(within: reach) }
            .sorted { $0.missingFrom < $1.missingFrom }
        func isRecent(_ requirement: Requirement) -> Bool {
            if requirement.verdict == .open { return true }
            let due = requirement.due.date(in: calendar.zone)
            return calendar.date(due, plus: declared.within) > today
        }
        self.caseID = caseID
        self.review = review
        self.team = team
        self.moment = moment
        holder = file.holder
        isOpen = file.isOpen(under: law)
        parts = declared.pejlemaerker.map { part in
            let own = all.filter { part.rules.contains($0.key.rule) }
            let recent = own.filter(isRecent)
            return Part(pejlemaerke: part, requirements: recent, older: own.count - recent.count)
        }
    }
}

/// What was drawn for a review.
package struct DrawnCases: Sendable {
    private let law: Law
    private let declared: LeadersReview
    private let zone: Zone
    private let moment: Instant
    /// The cases by the team that drew them, and by the review.
    package private(set) var cases: [TeamID: [Reference: Set<CaseID>]] = [:]

    /// Nothing known yet, at `moment`.
    package init(under law: Law, _ declared: LeadersReview, in zone: Zone, at moment: Instant) {
        self.law = law
        self.declared = declared
        self.zone = zone
        self.moment = moment
    }

    /// Adds what a team's case says; of any other case nothing.
    package mutating func add(_ caseID: CaseID, updates: [Update]) {
        guard let team = declared.team(of: caseID) else { return }
        let file = CaseFile(caseID, updates: updates, law: law, zone: zone, at: moment)
        for draw in file.draws(under: law) {
            guard let ref = draw.ref else { continue }
            cases[team, default: [:]][ref, default: []].insert(draw.caseID)
        }
    }
}
