import Deadlines
import Figures

/// What the packs declare.
extension DigestSentences {
    var statistics: [Section] {
        figures.statistics.map { [.title: words.quoted($0.statistic.title), .lines: lines(of: $0)] }
    }

    private func lines(of figures: StatisticFigures) -> [String] {
        switch figures.result {
        case .count(let now, let before, let against, let againstBefore):
            let earlier: Filling<DigestWord.Gaps> = [.previous: previous, .before: String(before)]
            guard case .count(_, let rival?) = figures.statistic.form else { return [count(.count, now, earlier)] }
            let beside: Filling<DigestWord.Gaps> = [
                .against: String(against), .what: rival.title, .againstBefore: String(againstBefore),
            ]
            return [count(.against, now, earlier + beside)]
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
