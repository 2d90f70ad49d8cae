import Deadlines
import Figures
import Telling

/// A digest for programs: its figures, nothing in words; what is left out of a breakdown is `null`, and so is what does not
/// apply.
struct DigestRecord {
    let figures: DigestFigures
    let zone: Zone

    var json: JSON {
        .object([
            ("recipient", .text(figures.recipient.id.rawValue)),
            (
                "offices",
                .list(
                    figures.recipient.offices.map {
                        .object([("role", .text($0.role.rawValue)), ("team", .optional($0.team?.rawValue))])
                    })
            ),
            ("period", .text(figures.period.name)), ("kind", .text(figures.period.kind.rawValue)),
            ("from", .text(figures.period.from.description)), ("until", .text(figures.period.until.description)),
            ("written", .text(zone.text(of: figures.moment))), ("since", .text(zone.text(of: figures.since))),
            ("reach", figures.reach.json(in: zone)), ("first", .flag(figures.isFirst)),
            ("cases", .number(figures.cases)), ("overdue", overdue), ("due_soon", soon),
            ("ahead", ahead),
            ("rules", .list(figures.rules.map(json))), ("totals", .list(figures.totals.map(json))),
            ("reminded", reminded),
            ("weeks", .list(figures.weeks.map(json))), ("caseworkers", .list(figures.load.map(json))),
            ("statistics", .list(figures.statistics.map(json))),
        ])
    }

    private var reminded: JSON {
        guard let reminded = figures.reminded else { return .null }
        return .object([("part", .number(reminded.part)), ("whole", .number(reminded.whole))])
    }

    private var overdue: JSON {
        let overdue = figures.overdue
        let ages = zip(OverdueFigures.Age.allCases, overdue.ages).map { age, count in
            JSON.object([("days", .text(age.rawValue)), ("count", .optional(number: count.value))])
        }
        return .object([
            ("now", .number(overdue.now)), ("grundlag", numbers(overdue.byGrundlag)),
            ("before", .number(overdue.before)), ("new", .number(overdue.new)),
            ("new_grundlag", numbers(overdue.newByGrundlag)), ("resolved", .number(overdue.resolved)),
            ("uncertain", .number(overdue.uncertain)), ("ages", .list(ages)), ("states", states),
            ("doable", list(overdue.doable)), ("to_settle", list(overdue.toSettle)),
        ])
    }

    /// By what can become of it, and what of that is new; nothing new for the committee.
    private var states: JSON {
        let overdue = figures.overdue
        let counts = OverdueState.allCases.map { state in
            (state.rawValue, numbers(overdue.byState.value.map { $0[state] ?? [:] }))
        }
        let isOpen = !figures.recipient.isCommittee
        return .object(
            counts + [
                ("new_doable", numbers(isOpen ? overdue.newDoable : nil)),
                ("new_to_settle", numbers(isOpen ? overdue.newToSettle : nil)),
            ])
    }

    /// By what the limits rest on.
    private func numbers(_ numbers: [Grundlag: Int]?) -> JSON {
        numbers.map { numbers in .object(Grundlag.allCases.map { ($0.rawValue, .number(numbers[$0] ?? 0)) }) } ?? .null
    }

    private func list(_ items: [DigestItem]) -> JSON { .list(items.map { .object($0.members(in: zone)) }) }

    private var soon: JSON {
        .object([
            ("days", .number(DigestView.soonDays)), ("count", .number(figures.soon.count)),
            ("grundlag", numbers(figures.soon.byGrundlag)), ("soonest", list(figures.soon.items)),
        ])
    }

    private func json(_ rule: RuleFigures) -> JSON {
        let before = DigestRecord.columns(rule.countsBefore, rule.keptBefore, uncertain: rule.countsBefore?.uncertain)
        return .object(
            [
                ("rule", .text(rule.rule.rawValue)), ("grundlag", .text(rule.grundlag.rawValue)),
                ("laws", .list(rule.citations.map { .text($0.law) })),
            ] + DigestRecord.columns(rule.counts, rule.kept, uncertain: rule.uncertain.value) + [
                ("overdue_at_start", .optional(number: rule.atStart.value)),
                ("overdue_at_end", .optional(number: rule.atEnd.value)),
                ("previous", .object(before)), ("year_before", .object(DigestRecord.kept(rule.keptYearAgo.value))),
                ("country", rule.country.map(json) ?? .null),
            ])
    }

    /// The columns of `compliance`, and of them alone what may be shown.
    private static func columns(_ counts: Compliance.Counts?, _ kept: Figure<Ratio>, uncertain: Int?)
        -> [(String, JSON)]
    {
        let statuses: [Status] = [.met, .late, .missing, .excused, .pending]
        return statuses.map { status in
            (status.rawValue, .optional(number: counts?.count(status) ?? (status == .met ? kept.value?.part : nil)))
        } + [("uncertain", .optional(number: uncertain))] + ratio(kept.value)
    }

    private static func ratio(_ ratio: Ratio?) -> [(String, JSON)] {
        [("judged", .optional(number: ratio?.whole)), ("percent", .optional(decimal: ratio?.percent))]
    }

    private static func kept(_ ratio: Ratio?) -> [(String, JSON)] {
        [("met", .optional(number: ratio?.part))] + DigestRecord.ratio(ratio)
    }

    private func json(_ country: CountryFigure) -> JSON {
        .object([
            ("source", .text(country.source)), ("act", .text(country.act)), ("population", .text(country.population)),
            (
                "years",
                .list(country.years.map { .object([("year", .text($0.name)), ("percent", .number($0.percent))]) })
            ),
        ])
    }

    private var ahead: JSON {
        let ahead = figures.ahead
        func rows(_ key: String, _ rows: [(name: String?, counts: [Int])]) -> JSON {
            .list(
                rows.map { row in
                    .object([(key, .optional(row.name)), ("counts", .list(row.counts.map { .number($0) }))])
                })
        }
        return .object([
            ("weeks", .list(ahead.weeks.map { .text($0.name) })),
            ("teams", rows("team", ahead.byTeam.map { ($0.team?.rawValue, $0.counts) })),
            ("caseworkers", rows("caseworker", ahead.byCaseworker.map { ($0.caseworker?.rawValue, $0.counts) })),
        ])
    }

    private func json(_ total: TotalFigures) -> JSON {
        .object(
            [("grundlag", .text(total.grundlag.rawValue)), ("met", .number(total.kept.part))]
                + DigestRecord.ratio(total.kept) + [
                    ("overdue_at_start", .number(total.atStart)), ("overdue_at_end", .number(total.atEnd)),
                    (
                        "previous",
                        .object(DigestRecord.kept(total.keptBefore))
                    ), ("year_before", .object(DigestRecord.kept(total.keptYearAgo))),
                ])
    }

    private func json(_ week: WeekFigures) -> JSON {
        .object(
            [("week", .text(week.week.name))]
                + Grundlag.allCases.map { grundlag in
                    let ratio = week.kept[grundlag]?.value
                    return (
                        grundlag.rawValue,
                        .object(DigestRecord.kept(ratio))
                    )
                })
    }

    private func json(_ load: LoadFigures) -> JSON {
        .object([
            ("caseworker", .optional(load.caseworker?.rawValue)),
            ("teams", .list(load.teams.map { .text($0.rawValue) })), ("cases", .number(load.cases)),
            ("most_cases", .optional(number: load.most)), ("overdue", .number(load.overdue)),
            ("doable", .number(load.doable)), ("due_soon", .number(load.soon)),
        ])
    }
}

extension FeedReach {
    /// How far the data reach, for programs: `"live"`, a moment, or `null` where no source has said.
    func json(in zone: Zone) -> JSON {
        switch self {
        case .live: .text("live")
        case .batched(let until): .optional(until.map(zone.text(of:)))
        }
    }
}

extension DigestItem {
    /// Its members for programs.
    func members(in zone: Zone) -> [(String, JSON)] {
        requirement.subject + [
            ("due", .text(requirement.due.text(in: zone))), ("days_over", .number(daysOver)),
            ("caseworker", .optional(holder.caseworker?.rawValue)), ("team", .optional(holder.team?.rawValue)),
        ]
    }
}
