import Deadlines
import Figures

/// What the packs declare, for programs.
extension DigestRecord {
    func json(_ figures: StatisticFigures) -> JSON {
        .object(
            [("statistic", .text(figures.statistic.id.rawValue)), ("title", .text(figures.statistic.title))]
                + members(of: figures))
    }

    func members(of figures: StatisticFigures) -> [(String, JSON)] {
        switch figures.result {
        case .count(let now, let before, let against, let againstBefore):
            guard case .count(_, .some) = figures.statistic.form else {
                return [("count", .number(now)), ("previous", .number(before))]
            }
            return [
                ("count", .number(now)), ("against", .number(against)), ("previous", .number(before)),
                ("previous_against", .number(againstBefore)),
            ]
        case .waiting(let all, let before, let bySort, let still, let longest):
            let sorts = bySort.map { sort, wait in
                JSON.object([("sort", .text(sort))] + DigestRecord.wait(wait.value))
            }
            return DigestRecord.wait(all) + [
                ("by", .list(sorts)), ("previous", .object(DigestRecord.wait(before))),
                ("still_waiting", .number(still)), ("longest_still", longest.map { .number($0.days) } ?? .null),
                ("longest_still_case", .optional(longest?.caseID.rawValue)),
            ]
        case .share(let all, let before, let byTeam):
            let teams = byTeam.map { team, share in
                JSON.object([("team", .optional(team?.rawValue))] + DigestRecord.share(share.value))
            }
            return DigestRecord.share(all.value) + [
                ("by", .list(teams)), ("previous", .object(DigestRecord.share(before.value))),
            ]
        }
    }

    static func wait(_ wait: StatisticFigures.Wait?) -> [(String, JSON)] {
        [
            ("count", wait.map { .number($0.count) } ?? .null),
            ("median_days", wait?.median.map(JSON.decimal) ?? .null),
            ("longest_days", wait?.longest.map(JSON.number) ?? .null),
        ]
    }

    static func share(_ ratio: Ratio?) -> [(String, JSON)] {
        [
            ("part", ratio.map { .number($0.part) } ?? .null), ("whole", ratio.map { .number($0.whole) } ?? .null),
            ("percent", ratio?.percent.map(JSON.decimal) ?? .null),
        ]
    }
}
