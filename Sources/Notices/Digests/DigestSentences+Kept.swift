import Deadlines
import Figures

/// What was kept and missed, and how it went week by week.
extension DigestSentences {
    var groups: [[String: Any]] {
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

    func sentence(_ total: TotalFigures) -> String {
        let missed = total.kept.whole - total.kept.part
        return say(
            "total",
            [
                "kept": kept(.shown(total.kept)), "previous": previous, "before": kept(.shown(total.keptBefore)),
                "missed": missed == 0 ? nil : String(missed), "judged": String(total.kept.whole),
                "breach": total.grundlag == .lov ? "1" : nil,
            ])
    }

    func row(_ rule: RuleFigures) -> [String: String] {
        let isKeptHidden = rule.kept == .hidden && rule.keptBefore == .hidden
        let isStandHidden = rule.atStart == .hidden && rule.atEnd == .hidden
        let sentence = say(
            "rule",
            [
                "kept": kept(rule.kept), "previous": previous, "before": kept(rule.keptBefore),
                "start": number(rule.atStart), "end": number(rule.atEnd),
                "hidden": isKeptHidden && isStandHidden ? "1" : nil, "kept_hidden": isKeptHidden ? "1" : nil,
                "stand_hidden": isStandHidden ? "1" : nil,
            ])
        var row = [
            "title": rule.title, "law": law(of: rule), "kept": kept(rule.kept),
            "kept_before": kept(rule.keptBefore), "start": number(rule.atStart), "end": number(rule.atEnd),
            "sentence": sentence,
        ]
        if let uncertain = rule.uncertain.value, uncertain > 0 {
            let unjudged = count("unjudged", uncertain, ["batched": figures.reach == .live ? nil : "1"])
            row["unjudged"] = unjudged
            row["sentence"] = "\(sentence) \(unjudged)"
        }
        return row
    }

    /// The acts and §§ of its figures, those that are to be confirmed marked.
    func law(of rule: RuleFigures) -> String {
        rule.citations.map { law($0.law, confirmed: $0.confirmed) }.joined(separator: "; ")
    }

    func law(_ law: String, confirmed: Bool) -> String {
        say("law", ["law": law.keptTogether, "confirmed": confirmed ? "1" : nil])
    }

    /// Whether some § that is cited is to be confirmed.
    var citesUnconfirmed: Bool {
        let items = figures.overdue.oldest + figures.overdue.newest + figures.soon.items
        return figures.rules.contains { $0.citations.contains { !$0.confirmed } } || items.contains { !isConfirmed($0) }
    }

    func isConfirmed(_ item: DigestItem) -> Bool {
        let key = item.requirement.key
        return wording.law.rule(key.rule, on: key.start.date(in: wording.zone))?.confirmed ?? true
    }

    func stood(_ start: Figure<Int>, _ end: Figure<Int>) -> String {
        say("stood", ["start": number(start), "end": number(end), "whole": whole])
    }

    func name(of grundlag: Grundlag) -> String { words.name("digest_grundlag", grundlag.rawValue) }

    func kept(_ figure: Figure<Ratio>) -> String {
        guard let ratio = figure.value else { return say("hidden", [:]) }
        guard let percent = ratio.percent else { return say("none_judged", [:]) }
        return say(
            "kept",
            ["part": String(ratio.part), "whole": String(ratio.whole), "percent": decimal(percent)])
    }

    func number(_ figure: Figure<Int>) -> String {
        figure.value.map(String.init) ?? say("hidden", [:])
    }

    /// `66,7`, and `70` where there is nothing behind the comma.
    func decimal(_ number: Double) -> String {
        let text = JSON.decimal(number).line
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text.replacing(".", with: words.decimalPoint)
    }

    var weeks: [[String: String]] {
        figures.weeks.map { week in
            [
                "week": say("week", ["number": String(week.week.number.number)]),
                "kept": kept(week.kept[.lov] ?? .shown(Ratio())),
            ]
        }
    }
}
