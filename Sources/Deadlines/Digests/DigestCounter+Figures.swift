/// Figures from counts.
extension DigestCounter {
    /// The figures of what has been counted.
    public func figures() -> DigestFigures {
        let isOpen = !recipient.isCommittee
        let rules = ruleFigures()
        return DigestFigures(
            recipient: recipient, period: view.period, moment: view.moment, since: view.since, reach: view.reach,
            isFirst: !wasKnown, cases: cases,
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

    func ruleFigures() -> [RuleFigures] {
        let groups = Set(now.groups.keys).union(earlier.groups.keys)
        return Grundlag.allCases.flatMap { grundlag in
            figures(of: groups.filter { $0.grundlag == grundlag }.sorted { $0.rule < $1.rule })
        }
    }

    /// Those that need most attention first. Even the order would tell the committee something of what is hidden.
    func ordered(_ groups: [Compliance.Group]) -> [Compliance.Group] {
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
    func figures(of groups: [Compliance.Group]) -> [RuleFigures] {
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

    func totals() -> [TotalFigures] {
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

    func weekFigures() -> [WeekFigures] {
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

    func loadFigures() -> [LoadFigures] {
        load.map { person, row in
            LoadFigures(
                caseworker: person, cases: row.cases, most: person.flatMap { view.organisation.people[$0]?.mostCases },
                overdue: row.overdue, soon: row.soon)
        }.sorted { $0.order < $1.order }
    }

    func result(
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
