import Deadlines
import Figures

/// What is overdue and what is due soon.
extension DigestSentences {
    var overdue: String {
        let overdue = figures.overdue
        guard overdue.now > 0 else { return say(.noneOverdue) }
        let states = OverdueState.allCases.compactMap { state -> String? in
            guard let number = overdue.count(state), number > 0 else { return nil }
            return words.say(OverdueStateWord(state: state), [.count: String(number)])
        }
        return count(.overdue, overdue.now, [.parts: parts(overdue.byGrundlag)])
            + (states.isEmpty ? "" : " " + say(.states, [.parts: states.joined(separator: ", ")]))
    }

    func sum(_ numbers: [Grundlag: Int]) -> Int { numbers.values.reduce(0, +) }

    /// How many of each basis.
    private func parts(_ numbers: [Grundlag: Int]) -> String {
        Grundlag.allCases.compactMap { grundlag in
            guard let number = numbers[grundlag], number > 0 else { return nil }
            return say(.part, [.count: String(number), .grundlag: name(of: grundlag).lowercasingFirst])
        }.joined(separator: ", ")
    }

    var change: String {
        guard !figures.isFirst else { return say(.first) }
        let overdue = figures.overdue
        return say(
            .change,
            [
                .since: words.short(.instant(figures.since), in: wording.zone), .before: String(overdue.before),
                .new: String(overdue.new), .resolved: String(overdue.resolved),
            ])
    }

    var soon: String {
        count(
            .soon, figures.soon.count,
            [.days: String(DigestView.soonDays), .parts: parts(figures.soon.byGrundlag)])
    }

    var ages: Section {
        drawn(
            zip(OverdueFigures.Age.allCases, figures.overdue.ages).map { age, figure in
                ([.label: words.say(age), .count: number(figure)], figure.value ?? 0, nil)
            })
    }

    /// What can still be done; then what a leader is to look at, which is all of old where no digest was before.
    var overdueLists: [Section] {
        let overdue = figures.overdue
        let toSettle = figures.isFirst ? [] : overdue.toSettle
        return [
            list(overdue.doable, of: overdue.count(.doable) ?? 0, under: .doable, .moreDoable),
            list(toSettle, of: sum(overdue.newToSettle), under: .toSettle, .moreToSettle),
        ].compactMap(\.self)
    }

    /// How a leader says that something was looked at, and how much waits for that; nil where nothing does.
    var toSettle: String? {
        guard isOpen, let waiting = figures.overdue.count(.toSettle), waiting > 0 else { return nil }
        return count(.toSettle, waiting, [.team: ownTeam])
    }

    /// The reader's only team.
    private var ownTeam: String? {
        figures.recipient.seesSeveralTeams ? nil : figures.recipient.offices.first?.team?.rawValue
    }

    var soonest: Section? { list(figures.soon.items, of: figures.soon.count, under: .firstDue, .moreSoon) }

    private func list(_ items: [DigestItem], of all: Int, under caption: OverviewWord, _ rest: DigestWord) -> Section? {
        guard !items.isEmpty else { return nil }
        let widest = items.map { when($0).count }.max() ?? 0
        let before = wording.zone.date(of: figures.moment).adding(days: DigestView.soonDays + 1)
        let more =
            all > items.count ? count(rest, all - items.count, [.team: ownTeam, .before: before.description]) : nil
        return [
            .caption: words.say(caption), .items: items.map { row($0, widest) }, .more: more,
            // On a page no command is broken at its hyphens.
            .moreWords: more?.split(separator: " ").map(String.init),
        ]
    }

    private func when(_ item: DigestItem) -> String {
        item.requirement.isOverdue(at: figures.moment)
            ? count(.over, item.daysOver)
            : say(.ahead, [.day: wording.numeric(.date(item.requirement.due.date(in: wording.zone)))])
    }

    private func row(_ item: DigestItem, _ widest: Int) -> Section {
        let requirement = item.requirement
        let key = requirement.key
        let title = wording.law.title(of: key.rule, on: key.start.date(in: wording.zone))
        let law = law(requirement.law, confirmed: isConfirmed(item))
        let grundlag = words.say(requirement.grundlag)
        let (when, caseworker) = (when(item), item.holder.caseworker?.rawValue)
        let team = namesTeams ? item.holder.team.map(wording.name(of:)) : nil
        return [
            .when: when, .space: String(repeating: " ", count: widest - when.count),
            .margin: String(repeating: " ", count: widest), .due: wording.numeric(requirement.due),
            .case: key.caseID.rawValue, .ref: key.ref?.rawValue, .title: words.quoted(title), .law: law,
            .grundlag: grundlag, .caseworker: caseworker ?? say(.nobody), .team: team,
            .item: say(.item, [.title: title, .law: law, .grundlag: grundlag.keptTogether]),
            .holder: say(.holder, [.caseworker: caseworker, .team: team]),
        ]
    }
}
