import Deadlines
import Figures

/// What was kept and missed, and how it went week by week.
extension DigestSentences {
    var groups: [Section] {
        figures.totals.map { total in
            [
                .name: name(of: total.grundlag), .total: sentence(total), .stood: stood(total),
                .kept: kept(.shown(total.kept)), .keptBefore: kept(.shown(total.keptBefore)),
                .keptYearAgo: yearBefore.map { _ in kept(.shown(total.keptYearAgo)) },
                .start: String(total.atStart), .end: String(total.atEnd),
                .rules: figures.rules.filter { $0.grundlag == total.grundlag }.map(row),
            ]
        }
    }

    private func sentence(_ total: TotalFigures) -> String {
        let missed = total.kept.whole - total.kept.part
        return say(
            .total,
            [
                .kept: kept(.shown(total.kept)), .previous: previous, .before: kept(.shown(total.keptBefore)),
                .yearBefore: yearBefore, .yearAgo: yearBefore.map { _ in kept(.shown(total.keptYearAgo)) },
                .missed: missed == 0 ? nil : String(missed), .judged: String(total.kept.whole),
                .breach: total.grundlag == .lov,
            ])
    }

    /// What the same period a year before is called; nil where that is the one before.
    var yearBefore: String? {
        figures.period.kind == .year ? nil : words.say(PeriodWord(use: .yearBefore, kind: figures.period.kind))
    }

    /// Whether what was missed in the period had been reminded of; nil where nothing was, or that is not known.
    var reminded: String? {
        guard let reminded = figures.reminded, reminded.whole > 0 else { return nil }
        return count(
            .reminded, reminded.whole,
            [
                .part: reminded.part == 0 ? nil : String(reminded.part), .all: reminded.part == reminded.whole,
                .other: String(reminded.whole - reminded.part),
            ])
    }

    private func told(_ country: CountryFigure) -> String {
        let years = country.years.map { say(.countryYear, [.name: $0.name, .percent: String($0.percent)]) }
        return say(
            .country,
            [
                .parts: years.joined(separator: ", "), .what: words.quoted(country.population),
                .law: words.quoted(country.act),
                .name: words.quoted(country.source),
            ])
    }

    private func stood(_ total: TotalFigures) -> String {
        say(
            .stood,
            [
                .start: String(total.atStart), .end: String(total.atEnd),
                .whole: words.say(PeriodWord(use: .whole, kind: figures.period.kind)),
            ])
    }

    private func row(_ rule: RuleFigures) -> Section {
        let isKeptHidden = rule.kept == .hidden && rule.keptBefore == .hidden
        let isStandHidden = rule.atStart == .hidden && rule.atEnd == .hidden
        let sentence = say(
            .rule,
            [
                .kept: kept(rule.kept), .previous: previous, .before: kept(rule.keptBefore),
                .yearBefore: yearBefore, .yearAgo: yearBefore.map { _ in kept(rule.keptYearAgo) },
                .start: number(rule.atStart), .end: number(rule.atEnd), .hidden: isKeptHidden && isStandHidden,
                .keptHidden: isKeptHidden, .standHidden: isStandHidden,
            ])
        let uncertain = rule.uncertain.value ?? 0
        let unjudged = uncertain > 0 ? count(.unjudged, uncertain, [.batched: isBatched]) : nil
        return [
            .title: words.quoted(rule.title), .law: law(of: rule), .kept: kept(rule.kept),
            .keptBefore: kept(rule.keptBefore), .keptYearAgo: yearBefore.map { _ in kept(rule.keptYearAgo) },
            .country: rule.country.map(told), .start: number(rule.atStart), .end: number(rule.atEnd),
            .sentence: unjudged.map { "\(sentence) \($0)" } ?? sentence, .unjudged: unjudged,
            .about: isOpen ? nil : rule.asks.map { say(.asked, [.asks: words.quoted($0)]) },
        ]
    }

    /// The acts and §§ of its figures, those that are to be confirmed marked.
    private func law(of rule: RuleFigures) -> String {
        rule.citations.map { law($0.law, confirmed: $0.confirmed) }.joined(separator: "; ")
    }

    func law(_ law: String, confirmed: Bool) -> String {
        say(.law, [.law: law.keptTogether, .confirmed: confirmed])
    }

    /// Whether some § that is cited is to be confirmed.
    var citesUnconfirmed: Bool {
        let items = figures.overdue.doable + figures.overdue.toSettle + figures.soon.items
        return figures.rules.contains { $0.citations.contains { !$0.confirmed } } || items.contains { !isConfirmed($0) }
    }

    func isConfirmed(_ item: DigestItem) -> Bool {
        let key = item.requirement.key
        return wording.law.rule(key.rule, on: key.start.date(in: wording.zone))?.confirmed ?? true
    }

    func name(of grundlag: Grundlag) -> String { words.say(GrundlagHeading(grundlag: grundlag)) }

    func kept(_ figure: Figure<Ratio>) -> String {
        guard let ratio = figure.value else { return say(.hidden) }
        guard let percent = ratio.percent else { return say(.noneJudged) }
        return say(.kept, [.part: String(ratio.part), .whole: String(ratio.whole), .percent: decimal(percent)])
    }

    func number(_ figure: Figure<Int>) -> String {
        figure.value.map(String.init) ?? say(.hidden)
    }

    /// `66,7`, and `70` where there is nothing behind the comma.
    func decimal(_ number: Double) -> String {
        let text = JSON.decimal(number).line
        return text.hasSuffix(".0")
            ? String(text.dropLast(2)) : text.replacing(".", with: words.say(CommonWord.decimalPoint))
    }
}
