import Deadlines
import Figures

/// Caseworkers and what the packs declare.
extension DigestSentences {
    var load: [String: Any] {
        let names = ["caseworker"] + (namesTeams ? ["team"] : []) + ["cases", "most", "overdue", "soon"]
        let rows = figures.load.map { load in
            var row = [
                "caseworker": load.caseworker?.rawValue ?? say("nobody", [:]), "cases": String(load.cases),
                "most": load.most.map(String.init) ?? "–", "overdue": String(load.overdue), "soon": String(load.soon),
            ]
            if namesTeams { row["team"] = load.teams.map(wording.name(of:)).joined(separator: ", ") }
            if load.excess > 0 { row["excess"] = count("excess", load.excess).keptTogether }
            return row
        }
        let headings = names.map { words.name("column", $0) } + [""]
        let cells = rows.map { row in (names + ["excess"]).map { row[$0] ?? "" } }
        let numbers = Set(names.indices.filter { !["caseworker", "team"].contains(names[$0]) })
        var load: [String: Any] = [
            "lines": TextLayout.columns([headings] + cells, right: numbers), "rows": rows,
        ]
        if namesTeams { load["teams"] = "1" }
        return load
    }

    /// Whether the reader needs to be told which team's something is.
    var namesTeams: Bool { figures.recipient.seesSeveralTeams }

    var statistics: [[String: Any]] {
        figures.statistics.map { ["title": $0.statistic.title, "lines": lines(of: $0)] }
    }

    func lines(of figures: StatisticFigures) -> [String] {
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
                + (still > 0 ? [self.still(still, longest)] : [])
        case .share(let all, let before, let byTeam):
            return [allShares(all, before)]
                + (byTeam.count == 1 ? [] : byTeam).map { team, share in
                    say("share", ["name": team.map(wording.name(of:)) ?? say("no_team", [:]), "share": kept(share)])
                }
        }
    }

    func still(_ still: Int, _ longest: StatisticFigures.StillWaiting?) -> String {
        count("still", still, ["longest": longest.map { String($0.days) }, "case": longest?.caseID.rawValue])
    }

    func allShares(_ all: Figure<Ratio>, _ before: Figure<Ratio>) -> String {
        func some(_ share: Figure<Ratio>) -> String? { share == .shown(Ratio()) ? nil : kept(share) }
        return say("all_shares", ["share": some(all), "previous": previous, "before": some(before)])
    }

    func waitLines(_ all: StatisticFigures.Wait, _ before: StatisticFigures.Wait) -> [String] {
        let earlier = count(
            "waits_before", before.count,
            ["median": before.median.map(decimal), "longest": before.longest.map(String.init)])
        return [
            count(
                "waits", all.count,
                [
                    "median": all.median.map(decimal), "longest": all.longest.map(String.init), "previous": previous,
                    "before": earlier,
                ])
        ]
    }

    func sortLines(_ bySort: [(sort: String, wait: Figure<StatisticFigures.Wait>)]) -> [String] {
        bySort.filter { !$0.sort.isEmpty }.map { sort, wait in
            let number = wait.value?.count
            return say(
                "sort",
                [
                    "sort": sort, "count": number.map { String($0) }, "one": number == 1 ? "1" : nil,
                    "median": wait.value?.median.map(decimal),
                    "longest": wait.value?.longest.map(String.init),
                ])
        }
    }
}
