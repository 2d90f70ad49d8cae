/// Counts cases, one by one, into the figures of one digest. What it holds does not grow with the cases, but with the
/// caseworkers and rules.
public struct DigestCounter {
    private let recipient: DigestRecipient
    private let view: DigestView
    private var cases = 0
    private var wasKnown = false
    private var grundlag: [Grundlag: Int] = [:]
    private var ages: [OverdueFigures.Age: Int] = [:]
    private var before = 0
    private var new = 0
    private var resolved = 0
    private var uncertain = 0
    private var soon = 0
    private var oldest = DigestList()
    private var newest = DigestList()
    private var soonest = DigestList()
    private var now: Compliance
    private var earlier: Compliance
    private var weeks: [(week: DigestPeriod, compliance: Compliance)]
    private var load: [PersonID?: (cases: Int, overdue: Int, soon: Int)] = [:]
    private var tallies: [(now: StatisticTally, before: StatisticTally)]

    /// Nothing counted yet, for `recipient`.
    public init(for recipient: DigestRecipient, view: DigestView) {
        self.recipient = recipient
        self.view = view
        now = Compliance(period: view.period.days)
        earlier = Compliance(period: view.period.previous.days)
        weeks = view.weeks.map { ($0, Compliance(period: $0.days)) }
        tallies = view.law.statistics.map { _ in (StatisticTally(), StatisticTally()) }
    }

    /// Counts one case, where it is one of the recipient's.
    public mutating func count(_ glance: CaseGlance) {
        guard recipient.covers(glance.team) else { return }
        if glance.isOpen { cases += 1 }
        if glance.wasKnown { wasKnown = true }
        countOverdue(glance)
        countCompliance(glance)
        if glance.isChild { countStatistics(glance) }
    }

    private mutating func countOverdue(_ glance: CaseGlance) {
        var overdue: Set<RequirementKey> = []
        var soonHere = 0
        for requirement in glance.requirements {
            let item = item(requirement, glance)
            if requirement.isOverdue(at: view.moment) {
                overdue.insert(requirement.key)
                grundlag[requirement.grundlag, default: 0] += 1
                ages[OverdueFigures.Age(days: item.daysOver), default: 0] += 1
                oldest.add(item)
                if !glance.overdueBefore.contains(requirement.key) { newest.add(item) }
            } else if requirement.mayBeOverdue(at: view.moment) {
                uncertain += 1
            } else if requirement.isDueSoon(in: view) {
                soonHere += 1
                soonest.add(item)
            }
        }
        before += glance.overdueBefore.count
        new += overdue.subtracting(glance.overdueBefore).count
        resolved += glance.overdueBefore.subtracting(overdue).count
        soon += soonHere
        guard glance.isChild, glance.isOpen || !overdue.isEmpty || soonHere > 0 else { return }
        var row = load[glance.caseworker] ?? (0, 0, 0)
        row = (row.cases + (glance.isOpen ? 1 : 0), row.overdue + overdue.count, row.soon + soonHere)
        load[glance.caseworker] = row
    }

    private func item(_ requirement: Requirement, _ glance: CaseGlance) -> DigestItem {
        DigestItem(
            requirement: requirement, holder: Holder(caseworker: glance.caseworker, team: glance.team),
            daysOver: requirement.due.date(in: view.calendar.zone).days(until: view.today))
    }

    private mutating func countCompliance(_ glance: CaseGlance) {
        let zone = view.calendar.zone
        for requirement in glance.requirements {
            now.count(requirement, holder: nil, at: view.moment, in: zone)
            earlier.count(requirement, holder: nil, at: view.moment, in: zone)
            for index in weeks.indices {
                weeks[index].compliance.count(requirement, holder: nil, at: view.moment, in: zone)
            }
        }
        for requirement in glance.atStart { earlier.countAtEnd(requirement, holder: nil, end: view.start) }
        for requirement in glance.atEnd { now.countAtEnd(requirement, holder: nil, end: view.end) }
    }

    private mutating func countStatistics(_ glance: CaseGlance) {
        let (period, today) = (view.period, view.today)
        for (index, statistic) in view.law.statistics.enumerated() {
            tallies[index].now.count(
                statistic.form, in: glance.file, view.law, team: glance.team, period.days, today: today)
            tallies[index].before.count(
                statistic.form, in: glance.file, view.law, team: glance.team, period.previous.days, today: today)
        }
    }

    /// The figures of what has been counted.
    public func figures() -> DigestFigures {
        let isOpen = !recipient.isCommittee
        let rules = ruleFigures()
        return DigestFigures(
            recipient: recipient, period: view.period, moment: view.moment, since: view.since, isFirst: !wasKnown,
            cases: cases,
            overdue: OverdueFigures(
                now: grundlag.values.reduce(0, +), byGrundlag: grundlag, before: before, new: new,
                resolved: resolved, uncertain: uncertain,
                ages: Discretion.figures(
                    OverdueFigures.Age.allCases.map { ages[$0] ?? 0 }, under: { $0 }, isOpen: isOpen),
                oldest: isOpen ? oldest.items : [], newest: isOpen ? newest.items : []),
            soon: SoonFigures(count: soon, items: isOpen ? soonest.items : []),
            rules: rules, totals: totals(), weeks: weekFigures(),
            load: isOpen ? loadFigures() : [],
            statistics: zip(view.law.statistics, tallies).map { statistic, tally in
                StatisticFigures(statistic: statistic, result: result(of: statistic, tally.now, tally.before))
            })
    }
}

/// Figures from counts.
extension DigestCounter {
    private func ruleFigures() -> [RuleFigures] {
        let groups = Set(now.groups.keys).union(earlier.groups.keys)
        return Grundlag.allCases.flatMap { grundlag in
            figures(of: groups.filter { $0.grundlag == grundlag }.sorted { $0.rule < $1.rule })
        }
    }

    /// Those that need most attention first. Even the order would tell the committee something of what is hidden.
    private func ordered(_ groups: [Compliance.Group]) -> [Compliance.Group] {
        guard !recipient.isCommittee else { return groups }
        func need(_ group: Compliance.Group) -> (Int, Int) {
            guard let counts = now.groups[group] else { return (0, 0) }
            return (counts.kept.part - counts.kept.whole, -counts.overdueAtEnd)
        }
        return groups.sorted { left, right in
            let (mine, other) = (need(left), need(right))
            return mine == other ? left.rule < right.rule : mine < other
        }
    }

    /// The rules of one basis, which add up to its total.
    private func figures(of groups: [Compliance.Group]) -> [RuleFigures] {
        let isOpen = !recipient.isCommittee
        let groups = ordered(groups)
        func counts(_ compliance: Compliance) -> [Compliance.Counts] {
            groups.map { compliance.groups[$0] ?? Compliance.Counts() }
        }
        let (current, previous) = (counts(now), counts(earlier))
        let kept = Discretion.figures(current.map(\.kept), under: \.whole, isOpen: isOpen)
        let keptBefore = Discretion.figures(previous.map(\.kept), under: \.whole, isOpen: isOpen)
        let atStart = Discretion.figures(previous.map(\.overdueAtEnd), under: { $0 }, isOpen: isOpen)
        let atEnd = Discretion.figures(current.map(\.overdueAtEnd), under: { $0 }, isOpen: isOpen)
        return groups.indices.map { index in
            RuleFigures(
                rule: groups[index].rule, grundlag: groups[index].grundlag, kept: kept[index],
                keptBefore: keptBefore[index], counts: isOpen ? current[index] : nil,
                countsBefore: isOpen ? previous[index] : nil, atStart: atStart[index], atEnd: atEnd[index])
        }
    }

    private func totals() -> [TotalFigures] {
        Grundlag.allCases.compactMap { grundlag in
            func of(_ compliance: Compliance) -> [Compliance.Counts] {
                compliance.groups.filter { $0.key.grundlag == grundlag }.map(\.value)
            }
            let (current, previous) = (of(now), of(earlier))
            guard !current.isEmpty || !previous.isEmpty else { return nil }
            return TotalFigures(
                grundlag: grundlag, kept: .sum(current.map(\.kept)), keptBefore: .sum(previous.map(\.kept)),
                atStart: previous.map(\.overdueAtEnd).reduce(0, +), atEnd: current.map(\.overdueAtEnd).reduce(0, +))
        }
    }

    private func weekFigures() -> [WeekFigures] {
        let byGrundlag = Grundlag.allCases.map { grundlag in
            let ratios = weeks.map { week in
                Ratio.sum(week.compliance.groups.filter { $0.key.grundlag == grundlag }.map(\.value.kept))
            }
            return (grundlag, Discretion.figures(ratios, under: \.whole, isOpen: !recipient.isCommittee))
        }
        return weeks.indices.map { index in
            WeekFigures(
                week: weeks[index].week,
                kept: Dictionary(uniqueKeysWithValues: byGrundlag.map { ($0.0, $0.1[index]) }))
        }
    }

    private func loadFigures() -> [LoadFigures] {
        load.map { person, row in
            LoadFigures(
                caseworker: person, cases: row.cases, most: person.flatMap { view.organisation.people[$0]?.mostCases },
                overdue: row.overdue, soon: row.soon)
        }.sorted { $0.order < $1.order }
    }

    private func result(
        of statistic: Statistic, _ now: StatisticTally, _ before: StatisticTally
    ) -> StatisticFigures.Result {
        let isOpen = !recipient.isCommittee
        switch statistic.form {
        case .count:
            return .count(now: now.count, before: before.count, against: now.rivals, againstBefore: before.rivals)
        case .waiting:
            let sorts = now.waits.keys.sorted()
            let waits = sorts.map { StatisticFigures.Wait(now.waits[$0] ?? []) }
            let figures = Discretion.figures(waits, under: \.count, isOpen: isOpen)
            return .waiting(
                all: StatisticFigures.Wait(now.waits.values.flatMap(\.self)),
                before: StatisticFigures.Wait(before.waits.values.flatMap(\.self)),
                bySort: Array(zip(sorts, figures)), still: now.stillWaiting, longestStill: now.longestStill)
        case .share:
            let teams = now.shares.sorted { ($0.key?.rawValue ?? "") < ($1.key?.rawValue ?? "") }
            let figures = Discretion.figures(teams.map(\.value), under: \.whole, isOpen: isOpen)
            return .share(
                all: .sum(now.shares.values), before: .sum(before.shares.values),
                byTeam: Array(zip(teams.map(\.key), figures)))
        }
    }
}

extension Requirement {
    /// Whether it is open and due within the next days.
    func isDueSoon(in view: DigestView) -> Bool {
        guard status(at: view.moment) == .pending, !isUncertain(at: view.moment), !paused else { return false }
        return due.date(in: view.calendar.zone) <= view.today.adding(days: DigestView.soonDays)
    }
}

extension Compliance.Counts {
    /// Met in time, of those judged.
    var kept: Ratio { Ratio(count(.met), of: judged) }
}

extension Ratio {
    static func sum(_ ratios: some Sequence<Ratio>) -> Ratio {
        ratios.reduce(into: Ratio()) { $0.add(part: $1.part, of: $1.whole) }
    }
}

extension LoadFigures {
    /// Those with most too many first, then those with most cases; nobody's cases before all.
    fileprivate var order: (Int, Int, Int, String) {
        (caseworker == nil ? 0 : 1, -excess, -cases, caseworker?.rawValue ?? "")
    }
}
