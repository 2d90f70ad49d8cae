import Deadlines

/// What a digest says, sentence by sentence: text and page show the same ones.
struct DigestSentences {
    let figures: DigestFigures
    let wording: Wording

    private var words: Words { wording.words }
    private var isOpen: Bool { !figures.recipient.isCommittee }
    private var previous: String { words.name("digest_previous", figures.period.kind.rawValue) }
    private var whole: String { words.name("digest_whole", figures.period.kind.rawValue) }

    private func say(_ name: String, _ values: [String: String?]) -> String { words.form("digest.\(name)", values) }

    private func count(_ name: String, _ count: Int, _ more: [String: String?] = [:]) -> String {
        let number = ["count": String(count), "one": count == 1 ? "1" : nil, "zero": count == 0 ? "1" : nil]
        return say(name, number.merging(more) { first, _ in first })
    }

    /// Everything that the templates name, besides drawings.
    var values: [String: Any] {
        var values: [String: Any] = [
            "title": say("title", ["period": words.period(figures.period)]),
            "person": figures.recipient.id.rawValue,
            "written": say("written", ["at": words.instant(figures.moment, in: wording.zone)]),
            "registered": say("registered", [:]), "cases": count("cases", figures.cases),
            "reasons": isOpen
                ? figures.recipient.offices.map { words.reason(.hasRole($0.role, $0.team)) }
                : [say("committee", [:])],
        ]
        if figures.isEmpty {
            values["nothing"] = say("no_cases", [:])
            return values
        }
        let headlines = headlines
        values["headlines"] = headlines.enumerated().map { ["number": String($0.offset + 1), "text": $0.element] }
        if !headlines.isEmpty { values["has_headlines"] = "1" }
        if figures.overdue.now == 0, figures.soon.count == 0 {
            values["nothing"] = say("nothing", ["days": String(DigestView.soonDays)])
        }
        values["details"] = details
        return values
    }

    private var details: [String: Any] {
        var values: [String: Any] = [
            "overdue": overdue, "change": change, "soon": soon, "groups": groups, "statistics": statistics,
            "weeks": weeks, "previous": previous,
        ]
        if figures.overdue.uncertain > 0 { values["uncertain"] = count("uncertain", figures.overdue.uncertain) }
        if figures.overdue.now > 0 { values["ages"] = ages }
        let lists = [
            ("oldest", figures.overdue.oldest, figures.overdue.now),
            ("newest", figures.isFirst ? [] : figures.overdue.newest, figures.overdue.new),
            ("soonest", figures.soon.items, figures.soon.count),
        ]
        for (name, items, all) in lists where !items.isEmpty { values[name] = list(items, of: all) }
        if !figures.load.isEmpty { values["load"] = load }
        if !isOpen { values["hidden_note"] = say("hidden_note", [:]) }
        return values
    }
}

/// What is overdue and what is due soon.
extension DigestSentences {
    private var overdue: String {
        let parts = Grundlag.allCases.compactMap { grundlag -> String? in
            guard let number = figures.overdue.byGrundlag[grundlag] else { return nil }
            return say("part", ["count": String(number), "grundlag": name(of: grundlag).lowercasingFirst])
        }
        return figures.overdue.now == 0
            ? say("none_overdue", [:])
            : count("overdue", figures.overdue.now, ["parts": parts.joined(separator: ", ")])
    }

    private var change: String {
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

    private var soon: String {
        count("soon", figures.soon.count, ["days": String(DigestView.soonDays)])
    }

    private var ages: [[String: String]] {
        zip(OverdueFigures.Age.allCases, figures.overdue.ages).map { age, figure in
            ["label": words.name("digest_age", age.rawValue), "count": number(figure)]
        }
    }

    private func list(_ items: [DigestItem], of all: Int) -> [String: Any] {
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

    private func row(_ item: DigestItem) -> [String: String] {
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

    private func holder(of item: DigestItem) -> String {
        item.holder.caseworker.map { say("holder", ["caseworker": $0.rawValue]) } ?? say("nobody", [:])
    }

    private func title(of requirement: Requirement) -> String {
        wording.law.title(of: requirement.key.rule, on: requirement.key.start.date(in: wording.zone))
    }

    private var headlines: [String] {
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

    private func oldestValues(_ item: DigestItem?) -> [String: String?] {
        guard let item else { return [:] }
        return [
            "days": count("over", item.daysOver), "title": title(of: item.requirement),
            "case": item.requirement.key.caseID.rawValue,
            "caseworker": holder(of: item),
        ]
    }
}

/// What was kept and missed, and how it went week by week.
extension DigestSentences {
    private var groups: [[String: Any]] {
        figures.totals.map { total in
            var group: [String: Any] = [
                "name": name(of: total.grundlag), "total": sentence(total),
                "stood": stood(.shown(total.atStart), .shown(total.atEnd)), "kept": kept(.shown(total.kept)),
                "kept_before": kept(.shown(total.keptBefore)), "start": String(total.atStart),
                "end": String(total.atEnd), "previous": previous,
            ]
            group["rules"] = figures.rules.filter { $0.grundlag == total.grundlag }.map(row)
            return group
        }
    }

    private func sentence(_ total: TotalFigures) -> String {
        let missed = total.kept.whole - total.kept.part
        return say(
            "total",
            [
                "kept": kept(.shown(total.kept)), "previous": previous, "before": kept(.shown(total.keptBefore)),
                "missed": missed == 0 ? nil : String(missed), "judged": String(total.kept.whole),
                "breach": total.grundlag == .lov ? "1" : nil,
            ])
    }

    private func row(_ rule: RuleFigures) -> [String: String] {
        [
            "title": title(of: rule), "law": law(of: rule).keptTogether, "kept": kept(rule.kept),
            "kept_before": kept(rule.keptBefore),
            "start": number(rule.atStart), "end": number(rule.atEnd),
            "sentence": say(
                "rule",
                [
                    "kept": kept(rule.kept), "previous": previous, "before": kept(rule.keptBefore),
                    "start": number(rule.atStart), "end": number(rule.atEnd),
                ]),
        ]
    }

    private func stood(_ start: Figure<Int>, _ end: Figure<Int>) -> String {
        say("stood", ["start": number(start), "end": number(end), "whole": whole])
    }

    /// The version of the rule that stood on this basis last.
    private func version(of rule: RuleFigures) -> Rule? {
        wording.law.rules[rule.rule]?.last { $0.grundlag == rule.grundlag }
    }

    private func title(of rule: RuleFigures) -> String { version(of: rule)?.title ?? rule.rule.rawValue }

    private func law(of rule: RuleFigures) -> String { version(of: rule)?.law ?? "" }

    private func name(of grundlag: Grundlag) -> String { words.name("digest_grundlag", grundlag.rawValue) }

    private func kept(_ figure: Figure<Ratio>) -> String {
        guard let ratio = figure.value else { return say("hidden", [:]) }
        guard let percent = ratio.percent else { return say("none_judged", [:]) }
        return say(
            "kept",
            ["part": String(ratio.part), "whole": String(ratio.whole), "percent": DigestSentences.decimal(percent)])
    }

    func number(_ figure: Figure<Int>) -> String {
        figure.value.map(String.init) ?? say("hidden", [:])
    }

    /// `66,7`, and `70` where there is nothing behind the comma.
    static func decimal(_ number: Double) -> String {
        let text = JSON.decimal(number).line.replacing(".", with: ",")
        return text.hasSuffix(",0") ? String(text.dropLast(2)) : text
    }

    private var weeks: [[String: String]] {
        figures.weeks.map { week in
            [
                "week": say("week", ["number": String(week.week.number.number)]),
                "kept": kept(week.kept[.lov] ?? .shown(Ratio())),
            ]
        }
    }
}

/// Caseworkers and what the packs declare.
extension DigestSentences {
    private var load: [String: Any] {
        let rows = figures.load.map { row in
            [
                row.caseworker?.rawValue ?? say("nobody", [:]), String(row.cases), row.most.map(String.init) ?? "–",
                String(row.overdue), String(row.soon), row.excess > 0 ? count("excess", row.excess) : "",
            ]
        }
        let headings = ["caseworker", "cases", "most", "overdue", "soon"].map { words.name("column", $0) } + [""]
        let lines = TextLayout.columns([headings] + rows, right: [1, 2, 3, 4])
        return [
            "lines": lines,
            "rows": rows.map { cells in
                var row: [String: String] = [
                    "caseworker": cells[0], "cases": cells[1], "most": cells[2], "overdue": cells[3], "soon": cells[4],
                ]
                if !cells[5].isEmpty { row["excess"] = cells[5] }
                return row
            },
        ]
    }

    private var statistics: [[String: Any]] {
        figures.statistics.map { ["title": $0.statistic.title, "lines": lines(of: $0)] }
    }

    private func lines(of figures: StatisticFigures) -> [String] {
        switch figures.result {
        case .count(let now, let before, let against, let againstBefore):
            guard case .count(_, let rival?) = figures.statistic.form else {
                return [count("count", now, ["previous": previous, "before": String(before)])]
            }
            return [
                count(
                    "against", now,
                    [
                        "against": String(against), "what": rival.title, "previous": previous, "before": String(before),
                        "against_before": String(againstBefore),
                    ])
            ]
        case .waiting(let all, let before, let bySort, let still, let longest):
            return waitLines(all, before) + sortLines(bySort)
                + (still > 0 ? [count("still", still, ["longest": String(longest)])] : [])
        case .share(let all, let before, let byTeam):
            return [allShares(all, before)]
                + (byTeam.count == 1 ? [] : byTeam).map { team, share in
                    say("share", ["name": team?.rawValue ?? say("no_team", [:]), "share": kept(share)])
                }
        }
    }

    private func allShares(_ all: Ratio, _ before: Ratio) -> String {
        say(
            "all_shares",
            ["share": kept(.shown(all)), "previous": previous, "before": kept(.shown(before))])
    }

    private func waitLines(_ all: StatisticFigures.Wait, _ before: StatisticFigures.Wait) -> [String] {
        guard let median = all.median, let longest = all.longest else { return [say("no_waits", [:])] }
        return [
            count(
                "waits", all.count,
                [
                    "median": DigestSentences.decimal(median), "longest": String(longest), "previous": previous,
                    "before": before.median.map(DigestSentences.decimal),
                    "longest_before": before.longest.map(String.init),
                ])
        ]
    }

    private func sortLines(_ bySort: [(sort: String, wait: Figure<StatisticFigures.Wait>)]) -> [String] {
        bySort.filter { !$0.sort.isEmpty }.map { sort, wait in
            say(
                "sort",
                [
                    "sort": sort, "count": wait.value.map { String($0.count) },
                    "median": wait.value?.median.map(DigestSentences.decimal),
                    "longest": wait.value?.longest.map(String.init),
                ])
        }
    }
}

extension DigestFigures {
    /// Whether there is nothing to say at all.
    var isEmpty: Bool {
        cases == 0 && overdue.now == 0 && overdue.before == 0 && rules.isEmpty && soon.count == 0
            && overdue.uncertain == 0
    }
}

extension Words {
    /// `uge 19, 4. maj 2026 – 10. maj 2026`.
    func period(_ period: DigestPeriod) -> String {
        let (year, number) = period.number
        return form(
            "digest_period.\(period.kind.rawValue)",
            [
                "date": date(period.from), "number": String(number), "year": String(year),
                "from_day": String(period.from.components.day),
                "from_month": month(period.from), "until": shortDate(period.until), "month": month(period.from),
            ])
    }
}

extension String {
    fileprivate var lowercasingFirst: String { prefix(1).lowercased() + dropFirst() }

    /// With spaces at which no line is broken.
    var keptTogether: String { replacing(" ", with: "\u{A0}") }
}
