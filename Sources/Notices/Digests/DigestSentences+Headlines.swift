import Deadlines
import Figures

/// The most important.
extension DigestSentences {
    var headlines: [String] { figures.headlines.map(sentence) }

    private func sentence(_ headline: Headline) -> String {
        switch headline {
        case .doable(let numbers, let new):
            parts(.headlineDoable, numbers, [.new: new.map(sum).flatMap { $0 > 0 ? String($0) : nil }])
        case .toSettle(let numbers, let isFirst): parts(.headlineToSettle, numbers, [.first: isFirst])
        case .overdue(let standing, let new): overdue(standing, new)
        case .missedHours(let rule, let kept):
            count(
                .headlineHours, kept.whole - kept.part,
                [
                    .title: rule.title, .whole: String(kept.whole), .period: words.period(figures.period, .inside),
                    .only: kept.whole == 1,
                ])
        case .unassigned(let number): count(.headlineUnassigned, number)
        case .crowded(let load):
            count(
                .headlineCrowded, load.cases,
                [.caseworker: load.caseworker?.rawValue, .most: load.most.map(String.init)])
        case .missed(let rule, let kept):
            say(
                .headlineMissed,
                [
                    .title: rule.title, .part: String(kept.part), .whole: String(kept.whole),
                    .percent: kept.percent.map(decimal), .period: words.period(figures.period, .inside),
                ])
        case .soon(let number, let first):
            count(
                .headlineSoon, number,
                [
                    .days: String(DigestView.soonDays),
                    .day: first.map { words.date($0.requirement.due.date(in: wording.zone)) },
                ])
        }
    }

    /// How many, and how many of them are limits of the statute.
    private func parts(_ word: DigestWord, _ numbers: [Grundlag: Int], _ more: Filling<DigestWord.Gaps>) -> String {
        let (all, lov) = (sum(numbers), numbers[.lov] ?? 0)
        return count(word, all, [.lov: lov > 0 && lov < all ? String(lov) : nil, .all: lov == all] + more)
    }

    /// What has come since the last digest, and what there is in all.
    private func overdue(_ standing: [Grundlag: Int], _ new: [Grundlag: Int]?) -> String {
        let lov = standing[.lov] ?? 0
        let all = count(
            .headlineStanding, lov,
            [
                .other: String(standing.values.reduce(0, +) - lov), .first: new == nil,
                .open: figures.overdue.open != nil,
            ])
        guard let new else { return all }
        let newLov = new[.lov] ?? 0
        let added = count(
            .headlineNew, new.values.reduce(0, +),
            [.lov: newLov == 0 ? nil : String(newLov)])
        return "\(added) \(all)"
    }
}
