package import Deadlines
import Telling

/// One case as the digests of one period see it.
package struct CaseGlance {
    let caseID: CaseID
    let team: TeamID?
    let caseworker: PersonID?
    /// Whether it is a child's case, and if so whether it is open.
    let isChild: Bool
    let isOpen: Bool
    /// Whether it is a child's case that nobody works on any more.
    var isClosed: Bool { isChild && !isOpen }
    /// Whether anything of it was known when the last digest was written.
    let wasKnown: Bool
    /// What is required of it now.
    let requirements: [Requirement]
    /// What was overdue when the last digest was written, as far as it was known then, and what could become of it.
    let overdueBefore: [RequirementKey: OverdueState]
    /// What stood overdue at the end of the period before, and at that of this one.
    let atStart: [Requirement]
    let atEnd: [Requirement]
    /// What somebody was reminded of before it was due; nil where that is not known.
    let reminded: Set<RequirementKey>?
    let file: CaseFile
    /// The updates of `file`, and when each was received.
    let updates: [RegisteredUpdate]

    /// A glance at a case of these updates.
    ///
    /// - Parameter reminded: what somebody was reminded of before it was due, of what was due in the period; nil where that is not known.
    package init(
        _ caseID: CaseID, updates: [RegisteredUpdate], reminded: Set<RequirementKey>? = nil, view: DigestView
    ) {
        var history = CaseHistory(caseID, updates: updates, under: view.law, on: view.calendar)
        self.init(caseID, updates: updates, reminded: reminded, view: view, &history)
    }

    /// A glance at a case of these updates for each of `views`, which are by the same settings.
    package static func glances(
        _ caseID: CaseID, updates: [RegisteredUpdate], reminded: Set<RequirementKey>?, views: [DigestView]
    ) -> [CaseGlance] {
        guard let first = views.first else { return [] }
        var history = CaseHistory(caseID, updates: updates, under: first.law, on: first.calendar)
        let order = views.indices.sorted { views[$0].start.judged < views[$1].start.judged }
        let glances = order.map {
            ($0, CaseGlance(caseID, updates: updates, reminded: reminded, view: views[$0], &history))
        }
        return glances.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private init(
        _ caseID: CaseID, updates: [RegisteredUpdate], reminded: Set<RequirementKey>?, view: DigestView,
        _ history: inout CaseHistory
    ) {
        self.caseID = caseID
        self.updates = updates
        self.reminded = reminded
        func unmet(at end: PeriodEnd) -> [Requirement] {
            history.chapter(at: end).requirements.filter {
                $0.stoodUnmet(at: end, in: view.calendar.zone) && view.reach.confirms($0)
            }
        }
        atStart = unmet(at: view.start)
        let before = history.chapter(at: view.since, known: view.since)
        let isChild = view.law.namespace(of: caseID) == nil
        let wasClosed = isChild && !before.file.isOpen(under: view.law)
        overdueBefore = Dictionary(
            before.requirements.filter { $0.isOverdue(at: view.since) && view.reachBefore.confirms($0) }.map {
                ($0.key, OverdueState($0, inClosed: wasClosed, at: view.since))
            }, uniquingKeysWith: { first, _ in first })
        atEnd = unmet(at: view.end)
        let now = history.chapter(at: view.moment)
        requirements = now.requirements.map { $0.seen(within: view.reach) }
        file = now.file
        wasKnown = updates.contains {
            $0.received <= view.since && $0.update.at.earliest(in: view.calendar.zone) <= view.since
        }
        self.isChild = isChild
        isOpen = isChild && file.isOpen(under: view.law)
        caseworker = now.holder.caseworker
        team = now.holder.team ?? view.organisation.team(namedBy: caseID)
    }
}

extension Organisation {
    /// The team that a case which is no child's is about: `team/nord`.
    fileprivate func team(namedBy caseID: CaseID) -> TeamID? {
        guard let slash = caseID.rawValue.firstIndex(of: "/") else { return nil }
        let team = TeamID(rawValue: String(caseID.rawValue[caseID.rawValue.index(after: slash)...]))
        return teams[team] == nil ? nil : team
    }
}
