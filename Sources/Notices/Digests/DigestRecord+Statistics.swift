import Deadlines
import Figures

/// What the packs declare, for programs.
extension DigestRecord {
    func json(_ figures: StatisticFigures) -> JSON {
        let statistic = figures.statistic
        return .object(
            [("statistic", .text(statistic.id.rawValue)), ("title", .text(statistic.title))] + members(of: figures))
    }

    private func members(of figures: StatisticFigures) -> [(String, JSON)] {
        switch figures.result {
        case .count(let now, let before, let against, let againstBefore, let bySort):
            guard case .count(_, let rival, let by) = figures.statistic.form else { return [] }
            let sorts = bySort.map { sort, count in
                JSON.object([("sort", .text(sort)), ("count", .optional(number: count.value))])
            }
            return [("count", .number(now))] + (rival == nil ? [] : [("against", .number(against))])
                + [("previous", .number(before))]
                + (rival == nil ? [] : [("previous_against", .number(againstBefore))])
                + (by == nil ? [] : [("by", .list(sorts))])
        case .delay(let now, let before): return members(of: now) + [("previous", .object(members(of: before)))]
        case .waiting(let all, let before, let bySort, let still, let longest):
            let sorts = bySort.map { sort, wait in JSON.object([("sort", .text(sort))] + members(of: wait.value)) }
            return members(of: all) + [
                ("by", .list(sorts)), ("previous", .object(members(of: before))), ("still_waiting", .number(still)),
                ("longest_still", .optional(number: longest?.days)),
                ("longest_still_case", .optional(longest?.caseID.rawValue)),
            ]
        case .share(let all, let before, let byTeam):
            let teams = byTeam.map { team, share in
                JSON.object([("team", .optional(team?.rawValue))] + members(of: share.value))
            }
            return members(of: all.value) + [("by", .list(teams)), ("previous", .object(members(of: before.value)))]
        }
    }

    private func members(of delay: StatisticFigures.Delay) -> [(String, JSON)] {
        members(of: delay.wait) + [("late", .optional(number: delay.late.value?.part))]
    }

    private func members(of wait: StatisticFigures.Wait?) -> [(String, JSON)] {
        [
            ("count", .optional(number: wait?.count)), ("median_days", .optional(decimal: wait?.median)),
            ("longest_days", .optional(number: wait?.longest)),
        ]
    }

    private func members(of ratio: Ratio?) -> [(String, JSON)] {
        [
            ("part", .optional(number: ratio?.part)), ("whole", .optional(number: ratio?.whole)),
            ("percent", .optional(decimal: ratio?.percent)),
        ]
    }
}
