import Deadlines
import Figures

/// What a digest says, sentence by sentence: text and page show the same ones.
struct DigestSentences {
    let figures: DigestFigures
    let wording: Wording

    typealias Section = Filling<DigestTemplate.Gaps>

    var words: Words { wording.words }
    var isOpen: Bool { !figures.recipient.isCommittee }
    var isBatched: Bool { figures.reach != .live }
    var previous: String { words.say(PeriodWord(use: .previous, kind: figures.period.kind)) }

    func say(_ word: DigestWord, _ filling: Filling<DigestWord.Gaps> = [:]) -> String { words.say(word, filling) }

    func count(_ word: DigestWord, _ count: Int, _ more: Filling<DigestWord.Gaps> = [:]) -> String {
        say(word, [.count: String(count), .one: count == 1, .zero: count == 0] + more)
    }

    /// Everything that the templates name.
    var filling: Section {
        let head: Section = [
            .title: say(.title, [.period: words.period(figures.period, .covered)]),
            .written: say(.written, [.at: words.instant(figures.moment, in: wording.zone)]),
            .registered: say(.registered), .cases: count(.cases, figures.cases),
            .reason: isOpen ? offices : say(.committee), .reach: words.reach(figures.reach, in: wording.zone),
            .overview: Filling<OverviewWord>(words), .column: Filling<Column>(words),
        ]
        return head + (figures.isEmpty ? [.nothing: say(.noCases)] : body)
    }

    private var body: Section {
        let headlines = headlines.enumerated().map { index, text -> Section in
            [.number: String(index + 1), .text: text]
        }
        let isCalm = figures.overdue.now == 0 && figures.soon.count == 0
        let uncertain = figures.overdue.uncertain
        return [
            .hasHeadlines: !headlines.isEmpty, .headlines: headlines,
            .nothing: isCalm ? say(.nothing, [.days: String(DigestView.soonDays)]) : nil, .details: true,
            .overdue: overdue, .change: change, .soon: soon, .groups: groups, .statistics: statistics,
            .hasStatistics: !statistics.isEmpty, .weeks: weeks,
            .previous: previous, .overdueLists: overdueLists, .toSettle: toSettle, .soonest: soonest, .ahead: ahead,
            .totals: say(.totals), .reminded: reminded, .yearBefore: yearBefore,
            .uncertain: uncertain > 0 ? count(.uncertain, uncertain, [.batched: isBatched]) : nil,
            .aboutAges: explained(.aboutAges), .aboutOverdue: explained(.aboutOverdue),
            .aboutWeeks: explained(.aboutWeeks),
            .ages: figures.overdue.now > 0 ? ages : nil, .load: figures.load.isEmpty ? nil : load,
            .hiddenNote: figures.hidesSomething ? say(.hiddenNote) : nil,
            .unconfirmedNote: citesUnconfirmed ? say(.unconfirmedNote) : nil,
        ]
    }

    /// What a number is, for those who do not work with it; nil for leaders.
    private func explained(_ word: DigestWord) -> String? { isOpen ? nil : say(word) }

    /// All that the reader leads, in one sentence.
    private var offices: String {
        let offices = figures.recipient.offices.map { office in
            say(
                .office,
                [.role: words.say(office.role), .team: office.team.map(wording.name(of:)), .rest: office.servesRest])
        }
        let together = offices.dropFirst().reduce(offices.first ?? "") { say(.also, [.first: $0, .second: $1]) }
        return say(.offices, [.offices: together])
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
            case .count(_, _, _, _, let bySort): bySort.contains { isHidden($0.count) }
            case .delay(let now, let before): [now, before].contains { isHidden($0.wait) || isHidden($0.late) }
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

extension String {
    /// As inside a sentence.
    var lowercasingFirst: String { prefix(1).lowercased() + dropFirst() }

    /// With spaces at which no line is broken.
    var keptTogether: String { replacing(" ", with: "\u{A0}") }
}
