import Deadlines
import Figures

extension StatisticFigures {
    /// Whether there was nothing of it, in the period or the one before.
    fileprivate var isNothing: Bool {
        switch result {
        case .count(let now, let before, let against, let againstBefore, _):
            [now, before, against, againstBefore].allSatisfy { $0 == 0 }
        case .delay(let now, let before): now.wait.count == 0 && before.wait.count == 0
        case .waiting(let all, let before, _, let still, _): [all.count, before.count, still].allSatisfy { $0 == 0 }
        case .share(let all, let before, _): all == .shown(Ratio()) && before == .shown(Ratio())
        }
    }
}

/// What the packs declare.
extension DigestSentences {
    /// Of which there was nothing, nothing is said.
    var statistics: [Section] {
        figures.statistics.filter { !$0.isNothing }.map {
            [
                .title: words.quoted($0.statistic.title), .lines: lines(of: $0),
                .about: isOpen ? nil : $0.statistic.about.map(words.quoted),
            ]
        }
    }

    private func lines(of figures: StatisticFigures) -> [String] {
        switch figures.result {
        case .count(let now, let before, let against, let againstBefore, let bySort):
            let earlier: Filling<DigestWord.Gaps> = [.previous: previous, .before: String(before)]
            guard case .count(_, let rival?, _) = figures.statistic.form else {
                return [count(.count, now, earlier)] + bySort.map(sort)
            }
            let beside: Filling<DigestWord.Gaps> = [
                .against: String(against), .what: rival.title, .againstBefore: String(againstBefore),
            ]
            return [count(.against, now, earlier + beside)] + bySort.map(sort)
        case .delay(let now, let before):
            guard case .delay(_, let limit) = figures.statistic.form else { return [] }
            return [
                count(
                    .delay, now.wait.count,
                    lengths(of: now.wait) + [
                        .late: now.wait.count == 0 ? nil : kept(now.late), .days: String(limit), .previous: previous,
                        .before: count(.delayBefore, before.wait.count, lengths(of: before.wait)),
                    ])
            ]
        case .waiting(let all, let before, let bySort, let still, let longest):
            return [waits(all, before)] + bySort.filter { !$0.sort.isEmpty }.map(sort)
                + (still > 0 ? [self.still(still, longest)] : [])
        case .share(let all, let before, let byTeam):
            return [allShares(all, before)]
                + (byTeam.count == 1 ? [] : byTeam).map { team, share in
                    say(.share, [.name: team.map(wording.name(of:)) ?? say(.noTeam), .share: kept(share)])
                }
        }
    }

    private func sort(_ sort: String, _ count: Figure<Int>) -> String {
        say(.share, [.name: words.quoted(wording.title(ofCode: sort)), .share: number(count)])
    }

    private func still(_ still: Int, _ longest: StatisticFigures.StillWaiting?) -> String {
        count(.still, still, [.longest: longest.map { String($0.days) }, .case: longest?.caseID.rawValue])
    }

    private func allShares(_ all: Figure<Ratio>, _ before: Figure<Ratio>) -> String {
        func some(_ share: Figure<Ratio>) -> String? { share == .shown(Ratio()) ? nil : kept(share) }
        return say(.allShares, [.share: some(all), .previous: previous, .before: some(before)])
    }

    private func waits(_ all: StatisticFigures.Wait, _ before: StatisticFigures.Wait) -> String {
        let earlier = count(.waitsBefore, before.count, lengths(of: before))
        return count(.waits, all.count, lengths(of: all) + [.previous: previous, .before: earlier])
    }

    private func sort(_ sort: String, _ wait: Figure<StatisticFigures.Wait>) -> String {
        wait.value.map { count(.sort, $0.count, lengths(of: $0) + [.sort: sort]) } ?? say(.sort, [.sort: sort])
    }

    private func lengths(of wait: StatisticFigures.Wait) -> Filling<DigestWord.Gaps> {
        [.median: wait.median.map(decimal), .longest: wait.longest.map(String.init)]
    }
}
