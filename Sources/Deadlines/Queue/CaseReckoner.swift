/// All that one case comes to at one moment, and what must change in its queue.
public struct CaseOutcome: Sendable {
    /// The requirements.
    public let requirements: [Requirement]
    /// Who holds the case.
    public let holder: Holder
    /// When it must be reckoned again although nothing new has been registered.
    public let nextChange: Instant?
    /// What the queue lacks or has too much.
    public let changes: [QueueChange]
}

/// Reckons cases under one law for one organisation: what daemon, replay and audit all call.
public struct CaseReckoner: Sendable {
    private let law: Law
    private let calendar: WorkCalendar
    private let office: OfficeHours
    private let plan: NoticePlan

    /// A reckoner for these rules and people.
    public init(law: Law, calendar: WorkCalendar, office: OfficeHours, organisation: Organisation) {
        self.law = law
        self.calendar = calendar
        self.office = office
        plan = NoticePlan(law: law, calendar: calendar, office: office, organisation: organisation)
    }

    /// The notice of which `update` asks that it be sent again; nil when it asks for nothing of the sort.
    public func retried(by update: Update) -> NoticeKey? { law.retried(by: update) }

    /// What the case comes to at `moment`, given all its updates and its queue.
    public func outcome(
        of caseID: CaseID, updates: [Update], queue: [QueuedNotice], at moment: Instant
    ) -> CaseOutcome {
        let standing = Deadlines.standing(of: caseID, updates: updates, under: law, on: calendar, at: moment)
        let requirements = standing.requirements
        let wanted = requirements.flatMap { plan.notices(for: $0, holder: standing.holder) }
        let lists = standing.lacking.compactMap { plan.notice(for: $0, in: caseID, holder: standing.holder) }
        return CaseOutcome(
            requirements: requirements, holder: standing.holder, nextChange: standing.nextChange,
            changes: queueChanges(from: queue, to: wanted + lists, at: moment, office: office))
    }
}
