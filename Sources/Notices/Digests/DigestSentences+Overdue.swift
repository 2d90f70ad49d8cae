import Deadlines

/// What is overdue and what is due soon.
extension DigestSentences {
    var overdue: String {
        let parts = Grundlag.allCases.compactMap { grundlag -> String? in
            guard let number = figures.overdue.byGrundlag[grundlag] else { return nil }
            return say("part", ["count": String(number), "grundlag": name(of: grundlag).lowercasingFirst])
        }
        return figures.overdue.now == 0
            ? say("none_overdue", [:])
            : count("overdue", figures.overdue.now, ["parts": parts.joined(separator: ", ")])
    }

    var change: String {
        let overdue = figures.overdue
        return figures.isFirst
            ? say("first", [:])
            : say(
                "change",
                [
                    "since": words.shortDate(wording.zone.date(of: figures.since)), "before": String(overdue.before),
                    "new": String(overdue.new), "resolved": String(overdue.resolved),
                ])
    }

    var soon: String {
        count("soon", figures.soon.count, ["days": String(DigestView.soonDays)])
    }

    var ages: [[String: String]] {
        zip(OverdueFigures.Age.allCases, figures.overdue.ages).map { age, figure in
            ["label": words.name("digest_age", age.rawValue), "count": number(figure)]
        }
    }

    func list(_ items: [DigestItem], of all: Int) -> [String: Any] {
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
        if all > items.count { list["more"] = count("more", all - items.count) }
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
            "title": title(of: requirement), "law": requirement.law.keptTogether,
            "item": say("item", ["title": title(of: requirement), "law": requirement.law.keptTogether]),
            "grundlag": words.grundlag(requirement.grundlag),
            "caseworker": item.holder.caseworker?.rawValue ?? say("nobody", [:]),
            "holder": holder(of: item),
        ]
        row["ref"] = requirement.key.ref?.rawValue
        return row
    }

    func holder(of item: DigestItem) -> String {
        item.holder.caseworker.map { say("holder", ["caseworker": $0.rawValue]) } ?? say("nobody", [:])
    }

    func title(of requirement: Requirement) -> String {
        wording.law.title(of: requirement.key.rule, on: requirement.key.start.date(in: wording.zone))
    }

    var headlines: [String] {
        figures.headlines.map { headline in
            switch headline {
            case .overdue(let number, let oldest): count("headline_overdue", number, oldestValues(oldest))
            case .overdueOther(let number, let oldest): count("headline_other", number, oldestValues(oldest))
            case .unassigned(let number): count("headline_unassigned", number)
            case .crowded(let load):
                count(
                    "headline_crowded", load.cases,
                    ["caseworker": load.caseworker?.rawValue, "most": load.most.map(String.init)])
            case .missed(let rule, let kept):
                say(
                    "headline_missed",
                    ["title": title(of: rule), "part": String(kept.part), "whole": String(kept.whole)])
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

    func oldestValues(_ item: DigestItem?) -> [String: String?] {
        guard let item else { return [:] }
        return [
            "days": count("over", item.daysOver), "title": title(of: item.requirement),
            "case": item.requirement.key.caseID.rawValue,
            "caseworker": holder(of: item),
        ]
    }
}
