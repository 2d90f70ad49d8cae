import Deadlines
import Figures
import Telling

/// A digest for programs: its figures, nothing in words.
struct DigestRecord {
    let figures: DigestFigures
    let zone: Zone

    init(_ figures: DigestFigures, zone: Zone) {
        self.figures = figures
        self.zone = zone
    }

    /// An object; what is left out of a breakdown is `null`, and so is what does not apply.
    var json: JSON {
        .object([
            ("recipient", .text(figures.recipient.id.rawValue)),
            ("offices", .list(figures.recipient.offices.map(json))),
            ("period", .text(figures.period.name)), ("kind", .text(figures.period.kind.rawValue)),
            ("from", .text(figures.period.from.description)), ("until", .text(figures.period.until.description)),
            ("written", .text(zone.text(of: figures.moment))), ("since", .text(zone.text(of: figures.since))),
            ("reach", figures.reach.json(in: zone)),
            ("first", .flag(figures.isFirst)), ("cases", .number(figures.cases)), ("overdue", overdue),
            ("due_soon", soon), ("rules", .list(figures.rules.map(json))), ("totals", .list(figures.totals.map(json))),
            ("weeks", .list(figures.weeks.map(json))), ("caseworkers", .list(figures.load.map(json))),
            ("statistics", .list(figures.statistics.map(json))),
        ])
    }

    func json(_ office: DigestRecipient.Office) -> JSON {
        .object([("role", .text(office.role.rawValue)), ("team", .optional(office.team?.rawValue))])
    }

    var overdue: JSON {
        let overdue = figures.overdue
        return .object([
            ("now", .number(overdue.now)),
            ("grundlag", numbers(overdue.byGrundlag)), ("closed", overdue.closed.value.map(numbers) ?? .null),
            ("before", .number(overdue.before)), ("new", .number(overdue.new)),
            ("new_grundlag", numbers(overdue.newByGrundlag)),
            ("new_open", overdue.newOpen.value.map(numbers) ?? .null),
            ("resolved", .number(overdue.resolved)), ("uncertain", .number(overdue.uncertain)),
            (
                "ages",
                .list(
                    zip(OverdueFigures.Age.allCases, overdue.ages).map { age, count in
                        .object([("days", .text(age.rawValue)), ("count", json(count))])
                    })
            ),
            ("oldest", .list(overdue.oldest.map(json))), ("newest", .list(overdue.newest.map(json))),
        ])
    }

    /// By what the limits rest on.
    func numbers(_ numbers: [Grundlag: Int]) -> JSON {
        .object(Grundlag.allCases.map { ($0.rawValue, .number(numbers[$0] ?? 0)) })
    }

    var soon: JSON {
        .object([
            ("days", .number(DigestView.soonDays)), ("count", .number(figures.soon.count)),
            ("grundlag", numbers(figures.soon.byGrundlag)),
            ("soonest", .list(figures.soon.items.map(json))),
        ])
    }

    func json(_ item: DigestItem) -> JSON {
        .object(item.members(in: zone))
    }

    func json(_ rule: RuleFigures) -> JSON {
        .object(
            [
                ("rule", .text(rule.rule.rawValue)), ("grundlag", .text(rule.grundlag.rawValue)),
                ("laws", .list(rule.citations.map { .text($0.law) })),
            ]
                + DigestRecord.columns(rule.counts, rule.kept, uncertain: rule.uncertain.value) + [
                    ("overdue_at_start", json(rule.atStart)), ("overdue_at_end", json(rule.atEnd)),
                    (
                        "previous",
                        .object(
                            DigestRecord.columns(
                                rule.countsBefore, rule.keptBefore, uncertain: rule.countsBefore?.uncertain))
                    ),
                ])
    }

    /// The columns of `compliance`, and of them alone what may be shown.
    static func columns(_ counts: Compliance.Counts?, _ kept: Figure<Ratio>, uncertain: Int?) -> [(String, JSON)] {
        let statuses: [Status] = [.met, .late, .missing, .excused, .pending]
        var members = statuses.map { status -> (String, JSON) in
            let count = counts?.count(status) ?? (status == .met ? kept.value?.part : nil)
            return (status.rawValue, count.map(JSON.number) ?? .null)
        }
        members.append(("uncertain", uncertain.map(JSON.number) ?? .null))
        return members + ratio(kept.value)
    }

    static func ratio(_ ratio: Ratio?) -> [(String, JSON)] {
        [
            ("judged", ratio.map { .number($0.whole) } ?? .null),
            ("percent", ratio?.percent.map(JSON.decimal) ?? .null),
        ]
    }

    func json(_ figure: Figure<Int>) -> JSON { figure.value.map(JSON.number) ?? .null }

    func json(_ total: TotalFigures) -> JSON {
        .object(
            [("grundlag", .text(total.grundlag.rawValue)), ("met", .number(total.kept.part))]
                + DigestRecord.ratio(total.kept) + [
                    ("overdue_at_start", .number(total.atStart)), ("overdue_at_end", .number(total.atEnd)),
                    (
                        "previous",
                        .object([("met", .number(total.keptBefore.part))] + DigestRecord.ratio(total.keptBefore))
                    ),
                ])
    }

    func json(_ week: WeekFigures) -> JSON {
        .object(
            [("week", .text(week.week.name))]
                + Grundlag.allCases.map { grundlag in
                    let ratio = week.kept[grundlag]?.value
                    return (
                        grundlag.rawValue,
                        .object([("met", ratio.map { .number($0.part) } ?? .null)] + DigestRecord.ratio(ratio))
                    )
                })
    }

    func json(_ load: LoadFigures) -> JSON {
        .object([
            ("caseworker", .optional(load.caseworker?.rawValue)),
            ("teams", .list(load.teams.map { .text($0.rawValue) })), ("cases", .number(load.cases)),
            ("most_cases", load.most.map(JSON.number) ?? .null), ("overdue", .number(load.overdue)),
            ("due_soon", .number(load.soon)),
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
        let key = requirement.key
        return [
            ("case", .text(key.caseID.rawValue)), ("ref", .optional(key.ref?.rawValue)),
            ("rule", .text(key.rule.rawValue)), ("law", .text(requirement.law)),
            ("grundlag", .text(requirement.grundlag.rawValue)), ("due", .text(requirement.due.text(in: zone))),
            ("days_over", .number(daysOver)), ("caseworker", .optional(holder.caseworker?.rawValue)),
            ("team", .optional(holder.team?.rawValue)),
        ]
    }
}
