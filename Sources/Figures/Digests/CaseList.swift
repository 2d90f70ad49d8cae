package import Deadlines
package import Telling

/// One caseworker's cases with what is open in each, for going through them together (`sagsgennemgang`).
package struct CaseList: Sendable {
    /// Whose cases.
    package let caseworker: PersonID
    /// When it was written.
    package let moment: Instant
    /// How far the data reach then.
    package let reach: FeedReach
    /// How many cases there should be at most, where the organisation says so.
    package let most: Int?
    /// Those with the oldest overdue first, those with nothing open after them, closed ones last.
    package private(set) var cases: [Entry] = []

    /// One case.
    package struct Entry: Sendable {
        /// The case.
        package let caseID: CaseID
        /// Its team.
        package let team: TeamID?
        /// Whether somebody works on it; one that is closed is here for what is overdue.
        package let isOpen: Bool
        /// What happened last of what is registered of the case itself, not of what was told of it.
        package let last: Update
        /// What is open, by due time.
        package let open: [DigestItem]
    }

    /// No cases yet, of `caseworker`.
    package init(of caseworker: PersonID, organisation: Organisation, at moment: Instant, reach: FeedReach = .live) {
        self.caseworker = caseworker
        self.moment = moment
        self.reach = reach
        most = organisation.people[caseworker]?.mostCases
    }

    /// Adds a case of these updates, where it is one of the caseworker's, a child's, and open or with something overdue.
    package mutating func add(_ caseID: CaseID, updates: [Update], under law: Law, on calendar: WorkCalendar) {
        guard law.namespace(of: caseID) == nil else { return }
        let file = CaseFile(caseID, updates: updates, law: law, zone: calendar.zone, at: moment)
        let events = file.entries.map(\.update).filter { !law.answering.contains($0.event) }
        guard let last = events.last, file.holder.caseworker == caseworker else { return }
        let today = calendar.zone.date(of: moment)
        let standing = standing(of: caseID, updates: updates, under: law, on: calendar, at: moment)
        let open = standing.requirements.filter { $0.isOpen(at: moment) }.map { $0.seen(within: reach) }.sorted {
            $0.missingFrom < $1.missingFrom
        }
        let isOpen = file.isOpen(under: law)
        guard isOpen || !open.isEmpty else { return }
        let items = open.map {
            DigestItem(
                requirement: $0, holder: file.holder, daysOver: $0.due.date(in: calendar.zone).days(until: today))
        }
        cases.append(Entry(caseID: caseID, team: file.holder.team, isOpen: isOpen, last: last, open: items))
        cases.sort { ($0.order.0, $0.order.1, $0.caseID) < ($1.order.0, $1.order.1, $1.caseID) }
    }

    /// How many cases are open.
    package var openCases: Int { cases.count { $0.isOpen } }

    /// How many are closed.
    package var closedCases: Int { cases.count { !$0.isOpen } }

    /// How many requirements are overdue in open cases.
    package var overdue: Int { overdue(inOpen: true) }

    /// How many are overdue in closed cases.
    package var overdueInClosed: Int { overdue(inOpen: false) }

    private func overdue(inOpen isOpen: Bool) -> Int {
        cases.filter { $0.isOpen == isOpen }.flatMap(\.open).count { $0.requirement.isOverdue(at: moment) }
    }
}

extension Requirement {
    fileprivate func isOpen(at moment: Instant) -> Bool {
        switch status(at: moment) {
        case .pending: true
        case .missing: !isSettled(at: moment)
        case .met, .late, .excused, .void: false
        }
    }
}

extension CaseList.Entry {
    fileprivate var order: (Int, Instant) {
        (isOpen ? 0 : 1, open.first?.requirement.missingFrom ?? Instant(milliseconds: .max))
    }
}
