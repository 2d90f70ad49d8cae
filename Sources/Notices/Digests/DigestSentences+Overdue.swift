import Deadlines
import Figures

/// What is overdue and what is due soon.
extension DigestSentences {
    var overdue: String {
        let overdue = figures.overdue
        guard overdue.now > 0 else { return say("none_overdue", [:]) }
        let closed = overdue.closed.value.map(sum) ?? 0
        return count("overdue", overdue.now, ["parts": parts(overdue.byGrundlag)])
            + (closed > 0 ? " " + count("closed", closed) : "")
    }

    private func sum(_ numbers: [Grundlag: Int]) -> Int { numbers.values.reduce(0, +) }

    /// How many of each basis.
    func parts(_ numbers: [Grundlag: Int]) -> String {
        Grundlag.allCases.compactMap { grundlag in
            guard let number = numbers[grundlag], number > 0 else { return nil }
            return say("part", ["count": String(number), "grundlag": name(of: grundlag).lowercasingFirst])
        }.joined(separator: ", ")
    }

    var change: String {
        let overdue = figures.overdue
        let closed = overdue.newOpen.value.map { overdue.new - sum($0) } ?? 0
        return figures.isFirst
            ? say("first", [:])
            : say(
                "change",
                [
                    "since": words.short(.instant(figures.since), in: wording.zone), "before": String(overdue.before),
                    "new": String(overdue.new), "resolved": String(overdue.resolved),
                    "closed": closed > 0 ? String(closed) : nil,
                ])
    }

    var soon: String {
        count(
            "soon", figures.soon.count, ["days": String(DigestView.soonDays), "parts": parts(figures.soon.byGrundlag)])
    }

    var ages: [[String: String]] {
        zip(OverdueFigures.Age.allCases, figures.overdue.ages).map { age, figure in
            ["label": words.name("digest_age", age.rawValue), "count": number(figure)]
        }
    }

    var lists: [String: Any] {
        let overdue = figures.overdue
        let team = figures.recipient.seesSeveralTeams ? nil : figures.recipient.offices.first?.team?.rawValue
        let before = wording.zone.date(of: figures.moment).adding(days: DigestView.soonDays + 1)
        let lists = [
            ("oldest", overdue.oldest, overdue.open.map(sum) ?? 0, "more_overdue"),
            (
                "newest", figures.isFirst ? [] : overdue.newest, overdue.newOpen.value.map(sum) ?? 0, "more_overdue"
            ),
            ("soonest", figures.soon.items, figures.soon.count, "more_soon"),
        ]
        return lists.reduce(into: [:]) { found, list in
            let (name, items, all, more) = list
            guard !items.isEmpty else { return }
            let rest = all - items.count
            found[name] = self.list(
                items, more: rest > 0 ? count(more, rest, ["team": team, "before": before.description]) : nil)
        }
    }

    func list(_ items: [DigestItem], more: String?) -> [String: Any] {
        let rows = items.map(row)
        let widest = rows.compactMap { $0["when"]?.count }.max() ?? 0
        var list: [String: Any] = [
            "items": rows.map { row in
                let when = row["when"] ?? ""
                return row.merging(
                    [
                        "space": String(repeating: " ", count: widest - when.count),
                        "margin": String(repeating: " ", count: widest),
                    ]) { first, _ in first }
            }
        ]
        list["more"] = more
        // On a page no command is broken at its hyphens.
        list["more_words"] = more?.split(separator: " ").map(String.init)
        return list
    }

    func row(_ item: DigestItem) -> [String: String] {
        let requirement = item.requirement
        let isOver = requirement.isOverdue(at: figures.moment)
        var row = [
            "when": isOver
                ? count("over", item.daysOver)
                : say("ahead", ["day": wording.numeric(.date(requirement.due.date(in: wording.zone)))]),
            "due": wording.numeric(requirement.due), "case": requirement.key.caseID.rawValue,
            "title": title(of: requirement), "law": law(requirement.law, confirmed: isConfirmed(item)),
            "item": say(
                "item",
                [
                    "title": title(of: requirement), "law": law(requirement.law, confirmed: isConfirmed(item)),
                    "grundlag": words.grundlag(requirement.grundlag).keptTogether,
                ]),
            "grundlag": words.grundlag(requirement.grundlag),
            "caseworker": item.holder.caseworker?.rawValue ?? say("nobody", [:]),
            "holder": holder(of: item),
        ]
        row["ref"] = requirement.key.ref?.rawValue
        if namesTeams { row["team"] = item.holder.team.map(wording.name(of:)) }
        return row
    }

    func holder(of item: DigestItem) -> String {
        say(
            "holder",
            [
                "caseworker": item.holder.caseworker?.rawValue,
                "team": namesTeams ? item.holder.team.map(wording.name(of:)) : nil,
            ])
    }

    func title(of requirement: Requirement) -> String {
        wording.law.title(of: requirement.key.rule, on: requirement.key.start.date(in: wording.zone))
    }

    var headlines: [String] {
        figures.headlines.map { headline in
            switch headline {
            case .overdue(let standing, let new): overdueHeadline(standing, new)
            case .missedHours(let rule, let kept):
                count(
                    "headline_hours", kept.whole - kept.part,
                    [
                        "title": rule.title, "whole": String(kept.whole), "period": words.inside(figures.period),
                        "only": kept.whole == 1 ? "1" : nil,
                    ])
            case .unassigned(let number): count("headline_unassigned", number)
            case .crowded(let load):
                count(
                    "headline_crowded", load.cases,
                    ["caseworker": load.caseworker?.rawValue, "most": load.most.map(String.init)])
            case .missed(let rule, let kept):
                say(
                    "headline_missed",
                    [
                        "title": rule.title, "part": String(kept.part), "whole": String(kept.whole),
                        "percent": kept.percent.map(decimal), "period": words.inside(figures.period),
                    ])
            case .soon(let number, let first):
                count(
                    "headline_soon", number,
                    [
                        "days": String(DigestView.soonDays),
                        "day": first.map { words.date($0.requirement.due.date(in: wording.zone)) },
                    ])
            }
        }
    }

    /// What has come since the last digest, and what there is in all.
    private func overdueHeadline(_ standing: [Grundlag: Int], _ new: [Grundlag: Int]?) -> String {
        let lov = standing[.lov] ?? 0
        let all = count(
            "headline_standing", lov,
            [
                "other": String(sum(standing) - lov), "first": new == nil ? "1" : nil,
                "open": figures.overdue.open == nil ? nil : "1",
            ])
        guard let new else { return all }
        let newLov = new[.lov] ?? 0
        let added = count(
            "headline_new", sum(new),
            ["lov": newLov == 0 ? nil : String(newLov), "open": figures.overdue.newOpen == .hidden ? nil : "1"])
        return "\(added) \(all)"
    }
}
