import Deadlines
import Telling

/// Figures from counts.
extension DigestCounter {
    /// The figures of what has been counted.
    package func figures() -> DigestFigures {
        let isOpen = !recipient.isCommittee
        let rules = ruleFigures()
        return DigestFigures(
            recipient: recipient, period: view.period, moment: view.moment, since: view.since, reach: view.reach,
            isFirst: !wasKnown, cases: cases,
            overdue: OverdueFigures(
                now: grundlag.values.reduce(0, +), byGrundlag: grundlag,
                byState: Discretion.split(states, isOpen: isOpen), before: before, newByGrundlag: new,
                newDoable: isOpen ? newDoable : [:], newToSettle: isOpen ? newToSettle : [:], resolved: resolved,
                uncertain: uncertain,
                ages: Discretion.figures(
                    OverdueFigures.Age.allCases.map { ages[$0] ?? 0 }, under: { $0 }, isOpen: isOpen),
                doable: isOpen ? doable.items : [], toSettle: isOpen ? toSettle.items : []),
            soon: SoonFigures(byGrundlag: soon, items: isOpen ? soonest.items : []),
            ahead: isOpen ? aheadFigures() : AheadFigures(weeks: [], byTeam: [], byCaseworker: []),
            rules: rules, totals: totals(), reminded: isOpen ? reminded : nil, weeks: weekFigures(),
            load: isOpen ? loadFigures() : [],
            statistics: zip(view.law.statistics, tallies).map { statistic, tally in
                StatisticFigures(statistic: statistic, result: result(of: statistic, tally.now, tally.before))
            })
    }

    private func aheadFigures() -> AheadFigures {
        AheadFigures(
            weeks: view.weeksAhead,
            byTeam: aheadByTeam.rows { $0?.rawValue ?? "" }.map { ($0.name, $0.counts) },
            byCaseworker: ahead.rows { $0?.rawValue ?? "" }.map { ($0.name, $0.counts) })
    }

    func ruleFigures() -> [RuleFigures] {
        let groups = Set(now.groups.keys).union(earlier.groups.keys)
        return Grundlag.allCases.flatMap { grundlag in
            figures(of: groups.filter { $0.grundlag == grundlag }.sorted { $0.rule < $1.rule })
        }
    }

    /// Those that need most attention first, by title among themselves. For the committee by title: even the order would
    /// tell something of what is hidden.
    func ordered(_ groups: [Compliance.Group]) -> [Compliance.Group] {
        let groups = groups.map { ($0, title(of: $0)) }.sorted { ($0.1, $0.0.rule) < ($1.1, $1.0.rule) }.map(\.0)
        guard !recipient.isCommittee else { return groups }
        func need(_ group: Compliance.Group) -> (Int, Int) {
            guard let counts = now.groups[group] else { return (0, 0) }
            return (counts.kept.part - counts.kept.whole, -counts.overdueAtEnd)
        }
        return groups.enumerated().sorted { left, right in
            let (mine, other) = (need(left.element), need(right.element))
            return mine == other ? left.offset < right.offset : mine < other
        }.map(\.element)
    }

    /// The versions of a rule that its figures are about, oldest first.
    func versions(of group: Compliance.Group) -> [Rule] {
        let laws = [now, earlier].reduce(into: Set<String>()) { $0.formUnion($1.groups[group]?.laws ?? []) }
        return (view.law.rules[group.rule] ?? []).filter { $0.grundlag == group.grundlag && laws.contains($0.law) }
    }

    func title(of group: Compliance.Group) -> String { versions(of: group).last?.title ?? group.rule.rawValue }

    /// Each act and § once; one that some version leaves open is open.
    func citations(of group: Compliance.Group) -> [RuleFigures.Citation] {
        versions(of: group).reduce(into: []) { citations, version in
            let citation = RuleFigures.Citation(law: version.law, confirmed: version.confirmed)
            guard let index = citations.firstIndex(where: { $0.law == version.law }) else {
                return citations.append(citation)
            }
            if !version.confirmed { citations[index] = citation }
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
        let keptYearAgo = Discretion.figures(counts(yearAgo).map(\.kept), under: \.whole, isOpen: isOpen)
        let atStart = Discretion.figures(previous.map(\.overdueAtEnd), under: { $0 }, isOpen: isOpen)
        let atEnd = Discretion.figures(current.map(\.overdueAtEnd), under: { $0 }, isOpen: isOpen)
        return groups.indices.map { index in
            RuleFigures(
                rule: groups[index].rule, title: title(of: groups[index]),
                asks: versions(of: groups[index]).last?.asks, citations: citations(of: groups[index]),
                grundlag: groups[index].grundlag,
                countsHours: current[index].countsHours || previous[index].countsHours, kept: kept[index],
                keptBefore: keptBefore[index], keptYearAgo: keptYearAgo[index],
                country: view.law.country[groups[index].rule], counts: isOpen ? current[index] : nil,
                countsBefore: isOpen ? previous[index] : nil,
                uncertain: Discretion.alone(current[index].uncertain, under: { $0 }, isOpen: isOpen),
                atStart: atStart[index], atEnd: atEnd[index])
        }
    }

    func totals() -> [TotalFigures] {
        Grundlag.allCases.compactMap { grundlag in
            func of(_ compliance: Compliance) -> [Compliance.Counts] {
                compliance.groups.filter { $0.key.grundlag == grundlag }.map(\.value)
            }
            let (current, previous) = (of(now), of(earlier))
            let before = of(yearAgo)
            guard !current.isEmpty || !previous.isEmpty else { return nil }
            return TotalFigures(
                grundlag: grundlag, kept: .sum(current.map(\.kept)), keptBefore: .sum(previous.map(\.kept)),
                keptYearAgo: .sum(before.map(\.kept)),
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
                caseworker: person, teams: row.teams.sorted(), cases: row.cases,
                most: person.flatMap { view.organisation.people[$0]?.mostCases },
                overdue: row.overdue, doable: row.doable, soon: row.soon)
        }.sorted { $0.order < $1.order }
    }

    func result(
        of statistic: Statistic, _ now: StatisticTally, _ before: StatisticTally
    ) -> StatisticFigures.Result {
        let isOpen = !recipient.isCommittee
        switch statistic.form {
        case .count:
            let sorts = now.sorts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            let counts = Discretion.figures(sorts.map(\.value), under: { $0 }, isOpen: isOpen)
            return .count(
                now: now.count, before: before.count, against: now.rivals, againstBefore: before.rivals,
                bySort: Array(zip(sorts.map(\.key), counts)))
        case .delay(_, let lateAfter):
            func delay(_ tally: StatisticTally) -> StatisticFigures.Delay {
                StatisticFigures.Delay(tally.delays, lateAfter: lateAfter, isOpen: isOpen)
            }
            return .delay(now: delay(now), before: delay(before))
        case .waiting:
            let sorts = now.waits.keys.sorted()
            let waits = sorts.map { StatisticFigures.Wait(now.waits[$0] ?? []) }
            let figures = Discretion.figures(waits.map { $0.told(isOpen: isOpen) }, under: \.count, isOpen: isOpen)
            func all(_ tally: StatisticTally) -> StatisticFigures.Wait {
                StatisticFigures.Wait(tally.waits.values.flatMap(\.self)).told(isOpen: isOpen)
            }
            return .waiting(
                all: all(now), before: all(before), bySort: Array(zip(sorts, figures)), still: now.stillWaiting,
                longestStill: isOpen ? now.longestStill : nil)
        case .share:
            let teams = now.shares.sorted { ($0.key?.rawValue ?? "") < ($1.key?.rawValue ?? "") }
            let figures = Discretion.figures(teams.map(\.value), under: \.whole, isOpen: isOpen)
            return .share(
                all: Discretion.total(.sum(now.shares.values), isOpen: isOpen),
                before: Discretion.total(.sum(before.shares.values), isOpen: isOpen),
                byTeam: Array(zip(teams.map(\.key), figures)))
        }
    }
}

extension Ratio {
    static func sum(_ ratios: some Sequence<Ratio>) -> Ratio {
        ratios.reduce(into: Ratio()) { $0.add(part: $1.part, of: $1.whole) }
    }
}

extension LoadFigures {
    /// Those with most that can still be done first, then those with most cases too many, then with most cases; nobody's cases
    /// before all.
    fileprivate var order: (Int, Int, Int, Int, String) {
        (caseworker == nil ? 0 : 1, -doable, -excess, -cases, caseworker?.rawValue ?? "")
    }
}
