import Deadlines

/// Counts cases, one by one, into the figures of one digest. What it holds does not grow with the cases, but with the
/// caseworkers and rules.
package struct DigestCounter {
    let recipient: DigestRecipient
    let view: DigestView
    var cases = 0
    var wasKnown = false
    var grundlag: [Grundlag: Int] = [:]
    var states: [OverdueState: [Grundlag: Int]] = [:]
    var ages: [OverdueFigures.Age: Int] = [:]
    var before = 0
    var new: [Grundlag: Int] = [:]
    var newDoable: [Grundlag: Int] = [:]
    var newToSettle: [Grundlag: Int] = [:]
    var resolved = 0
    var uncertain = 0
    var soon: [Grundlag: Int] = [:]
    var doable = DigestList(order: .mostSerious)
    var toSettle = DigestList(order: .newest)
    var soonest = DigestList()
    var now: Compliance
    var earlier: Compliance
    var yearAgo: Compliance
    var weeks: [(week: DigestPeriod, compliance: Compliance)]
    var load: [PersonID?: Load] = [:]
    var ahead = WeeksAhead<PersonID?>()
    var aheadByTeam = WeeksAhead<TeamID?>()
    var tallies: [(now: StatisticTally, before: StatisticTally)]
    /// Of what was missed in the period, how much somebody was reminded of before it was due.
    var reminded: Ratio?

    /// What one caseworker has in open cases.
    struct Load {
        var cases = 0
        var overdue = 0
        var doable = 0
        var soon = 0
        var teams: Set<TeamID> = []
    }

    /// Nothing counted yet, for `recipient`.
    package init(for recipient: DigestRecipient, view: DigestView) {
        self.recipient = recipient
        self.view = view
        now = Compliance(period: view.period.days, unjudged: view.law.neverMet)
        earlier = Compliance(period: view.period.previous.days, unjudged: view.law.neverMet)
        yearAgo = Compliance(period: view.period.yearBefore.days, unjudged: view.law.neverMet)
        weeks = view.weeks.map { ($0, Compliance(period: $0.days, unjudged: view.law.neverMet)) }
        tallies = view.law.statistics.map { _ in (StatisticTally(), StatisticTally()) }
    }

    /// Counts one case, where it is one of the recipient's.
    package mutating func count(_ glance: CaseGlance) {
        guard recipient.covers(glance.team) else { return }
        if glance.isOpen { cases += 1 }
        if glance.wasKnown { wasKnown = true }
        countOverdue(glance)
        countCompliance(glance)
        countReminded(glance)
        if glance.isChild { countStatistics(glance) }
    }

    private mutating func countOverdue(_ glance: CaseGlance) {
        var overdue: Set<RequirementKey> = []
        var (doableHere, soonHere) = (0, 0)
        for requirement in glance.requirements {
            countAhead(requirement, glance)
            let item = item(requirement, glance)
            if requirement.isOverdue(at: view.moment) {
                overdue.insert(requirement.key)
                if count(overdue: item, in: glance) == .doable { doableHere += 1 }
            } else if requirement.mayBeOverdue(at: view.moment) {
                uncertain += 1
            } else if requirement.isDueSoon(in: view) {
                soonHere += 1
                soon[requirement.grundlag, default: 0] += 1
                soonest.add(item)
            }
        }
        before += glance.overdueBefore.count
        resolved += glance.overdueBefore.keys.count { !overdue.contains($0) }
        guard glance.isChild, glance.isOpen || soonHere + doableHere > 0 else { return }
        var row = load[glance.caseworker] ?? Load()
        if glance.isOpen {
            row.cases += 1
            row.overdue += overdue.count
        }
        row.doable += doableHere
        row.soon += soonHere
        if let team = glance.team { row.teams.insert(team) }
        load[glance.caseworker] = row
    }

    /// Lists hold what somebody can still do, and what is new and a leader is to look at once: what is closed or settled would
    /// crowd them out for ever.
    private mutating func count(overdue item: DigestItem, in glance: CaseGlance) -> OverdueState {
        let requirement = item.requirement
        let (basis, key) = (requirement.grundlag, requirement.key)
        let state = OverdueState(requirement, inClosed: glance.isClosed, at: view.moment)
        grundlag[basis, default: 0] += 1
        states[state, default: [:]][basis, default: 0] += 1
        ages[OverdueFigures.Age(days: item.daysOver), default: 0] += 1
        let before = glance.overdueBefore[key]
        if before == nil { new[basis, default: 0] += 1 }
        switch state {
        case .doable:
            doable.add(item)
            if before == nil { newDoable[basis, default: 0] += 1 }
        case .toSettle where before == nil || before == .doable:
            toSettle.add(item)
            newToSettle[basis, default: 0] += 1
        case .toSettle, .settled, .closed: break
        }
        return state
    }

    /// What falls due in the coming weeks, by who holds the case.
    private mutating func countAhead(_ requirement: Requirement, _ glance: CaseGlance) {
        guard requirement.isOpenAndAhead(in: view) else { return }
        let week = DigestPeriod(.week, containing: requirement.due.date(in: view.calendar.zone))
        guard let index = view.weeksAhead.firstIndex(of: week) else { return }
        aheadByTeam.count(glance.team, week: index)
        if glance.isChild { ahead.count(glance.caseworker, week: index) }
    }

    func item(_ requirement: Requirement, _ glance: CaseGlance) -> DigestItem {
        DigestItem(
            requirement: requirement, holder: Holder(caseworker: glance.caseworker, team: glance.team),
            isFormality: view.law.rule(requirement.key.rule, on: requirement.key.start.date(in: view.calendar.zone))?
                .isFormality ?? false,
            daysOver: requirement.due.date(in: view.calendar.zone).days(until: view.today))
    }

    private mutating func countCompliance(_ glance: CaseGlance) {
        let zone = view.calendar.zone
        for requirement in glance.requirements {
            now.count(requirement, holder: nil, at: view.moment, in: zone)
            earlier.count(requirement, holder: nil, at: view.moment, in: zone)
            yearAgo.count(requirement, holder: nil, at: view.moment, in: zone)
            for index in weeks.indices {
                weeks[index].compliance.count(requirement, holder: nil, at: view.moment, in: zone)
            }
        }
        for requirement in glance.atStart { earlier.countAtEnd(requirement, holder: nil, end: view.start, in: zone) }
        for requirement in glance.atEnd { now.countAtEnd(requirement, holder: nil, end: view.end, in: zone) }
    }

    private mutating func countReminded(_ glance: CaseGlance) {
        guard let known = glance.reminded else { return }
        let missed = glance.requirements.filter { now.misses($0, at: view.moment, in: view.calendar.zone) }
        reminded = reminded ?? Ratio()
        reminded?.add(part: missed.count { known.contains($0.key) }, of: missed.count)
    }

    private mutating func countStatistics(_ glance: CaseGlance) {
        for (index, statistic) in view.law.statistics.enumerated() {
            tallies[index].now.count(statistic.form, in: glance, view, view.period.days)
            tallies[index].before.count(statistic.form, in: glance, view, view.period.previous.days)
        }
    }
}

extension Requirement {
    /// Whether it is open and due within the next days.
    func isDueSoon(in view: DigestView) -> Bool {
        isOpenAndAhead(in: view) && due.date(in: view.calendar.zone) <= view.today.adding(days: DigestView.soonDays)
    }

    /// Whether it is open, and certainly not due yet.
    func isOpenAndAhead(in view: DigestView) -> Bool {
        status(at: view.moment) == .pending && !isUncertain(at: view.moment) && !paused
    }
}
