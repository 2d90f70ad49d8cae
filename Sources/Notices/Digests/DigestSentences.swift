import Deadlines
import Figures

/// What a digest says, sentence by sentence: text and page show the same ones.
struct DigestSentences {
    let figures: DigestFigures
    let wording: Wording

    var words: Words { wording.words }
    var isOpen: Bool { !figures.recipient.isCommittee }
    var previous: String { words.name("digest_previous", figures.period.kind.rawValue) }
    var whole: String { words.name("digest_whole", figures.period.kind.rawValue) }

    func say(_ name: String, _ values: [String: String?]) -> String { words.form("digest.\(name)", values) }

    func count(_ name: String, _ count: Int, _ more: [String: String?] = [:]) -> String {
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
            "reason": isOpen ? offices : say("committee", [:]),
        ]
        values["reach"] = words.reach(figures.reach, in: wording.zone)
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

    /// All that the reader leads, in one sentence.
    private var offices: String {
        let offices = figures.recipient.offices.map { office in
            say(
                "office",
                [
                    "role": words.role(office.role), "team": office.team.map(wording.name(of:)),
                    "rest": office.servesRest ? "1" : nil,
                ])
        }
        let together = offices.dropFirst().reduce(offices.first ?? "") { say("also", ["first": $0, "second": $1]) }
        return say("offices", ["offices": together])
    }

    var details: [String: Any] {
        var values: [String: Any] = [
            "overdue": overdue, "change": change, "soon": soon, "groups": groups, "statistics": statistics,
            "weeks": weeks, "previous": previous,
        ]
        if figures.overdue.uncertain > 0 {
            let batched = figures.reach == .live ? nil : "1"
            values["uncertain"] = count("uncertain", figures.overdue.uncertain, ["batched": batched])
        }
        if figures.overdue.now > 0 { values["ages"] = ages }
        values.merge(lists) { first, _ in first }
        if !figures.load.isEmpty { values["load"] = load }
        if figures.hidesSomething { values["hidden_note"] = say("hidden_note", [:]) }
        if citesUnconfirmed { values["unconfirmed_note"] = say("unconfirmed_note", [:]) }
        return values
    }
}

extension DigestFigures {
    /// Whether there is nothing to say at all.
    var isEmpty: Bool {
        cases == 0 && overdue.now == 0 && overdue.before == 0 && rules.isEmpty && soon.count == 0
            && overdue.uncertain == 0
    }

    /// Whether anything is left out because it is of few.
    var hidesSomething: Bool {
        func isHidden<Value>(_ figure: Figure<Value>) -> Bool { figure.value == nil }
        func isHidden(_ wait: StatisticFigures.Wait) -> Bool { wait.count > 0 && wait.median == nil }
        let isHiddenInRules = rules.contains {
            isHidden($0.kept) || isHidden($0.keptBefore) || isHidden($0.atStart) || isHidden($0.atEnd)
        }
        let isHiddenInStatistics = statistics.contains { statistic in
            switch statistic.result {
            case .count: false
            case .waiting(let all, let before, let bySort, _, _):
                isHidden(all) || isHidden(before) || bySort.contains { isHidden($0.wait) }
            case .share(let all, let before, let byTeam):
                isHidden(all) || isHidden(before) || byTeam.contains { isHidden($0.share) }
            }
        }
        return isHiddenInRules || isHiddenInStatistics || overdue.ages.contains { isHidden($0) }
            || weeks.contains { $0.kept[.lov].map { isHidden($0) } ?? false }
    }
}

extension Words {
    /// How far the data reach; nil where they come as things happen.
    func reach(_ reach: FeedReach, in zone: Zone) -> String? {
        switch reach {
        case .live: nil
        case .batched(let until?): form("digest.reach", ["at": instant(until, in: zone)])
        case .batched: form("digest.reach_unknown", [:])
        }
    }

    /// `uge 19, 4. maj 2026 – 10. maj 2026`.
    func period(_ period: DigestPeriod) -> String { say("digest_period", period) }

    /// `i uge 19`.
    func inside(_ period: DigestPeriod) -> String { say("digest_in", period) }

    private func say(_ list: String, _ period: DigestPeriod) -> String {
        let (year, number) = period.number
        return form(
            "\(list).\(period.kind.rawValue)",
            [
                "date": date(period.from), "number": String(number), "year": String(year),
                "from_day": String(period.from.components.day),
                "from_month": month(period.from), "until": shortDate(period.until), "month": month(period.from),
            ])
    }
}

extension String {
    /// As inside a sentence.
    var lowercasingFirst: String { prefix(1).lowercased() + dropFirst() }

    /// With spaces at which no line is broken.
    var keptTogether: String { replacing(" ", with: "\u{A0}") }
}
