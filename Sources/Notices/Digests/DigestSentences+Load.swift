import Deadlines

/// Caseworkers and what the packs declare.
extension DigestSentences {
    var load: [String: Any] {
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
                + (still > 0 ? [count("still", still, ["longest": String(longest)])] : [])
        case .share(let all, let before, let byTeam):
            return [allShares(all, before)]
                + (byTeam.count == 1 ? [] : byTeam).map { team, share in
                    say("share", ["name": team?.rawValue ?? say("no_team", [:]), "share": kept(share)])
                }
        }
    }

    func allShares(_ all: Ratio, _ before: Ratio) -> String {
        say(
            "all_shares",
            ["share": kept(.shown(all)), "previous": previous, "before": kept(.shown(before))])
    }

    func waitLines(_ all: StatisticFigures.Wait, _ before: StatisticFigures.Wait) -> [String] {
        guard let median = all.median, let longest = all.longest else { return [say("no_waits", [:])] }
        return [
            count(
                "waits", all.count,
                [
                    "median": decimal(median), "longest": String(longest), "previous": previous,
                    "before": before.median.map(decimal),
                    "longest_before": before.longest.map(String.init),
                ])
        ]
    }

    func sortLines(_ bySort: [(sort: String, wait: Figure<StatisticFigures.Wait>)]) -> [String] {
        bySort.filter { !$0.sort.isEmpty }.map { sort, wait in
            say(
                "sort",
                [
                    "sort": sort, "count": wait.value.map { String($0.count) },
                    "median": wait.value?.median.map(decimal),
                    "longest": wait.value?.longest.map(String.init),
                ])
        }
    }
}
