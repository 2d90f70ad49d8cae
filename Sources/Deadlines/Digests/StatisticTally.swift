/// What one statistic comes to in one period, case by case.
struct StatisticTally {
    /// Days waited, by what was waited for.
    private(set) var waits: [String: [Int]] = [:]
    /// How often it happened, and what is set beside it.
    private(set) var count = 0
    private(set) var rivals = 0
    /// Of each team, the part and the whole.
    private(set) var shares: [TeamID?: Ratio] = [:]
    /// How many wait still, and the longest of them, in days.
    private(set) var stillWaiting = 0
    private(set) var longestStill = 0

    /// Counts what lies in `period` in a case of `team`.
    mutating func count(
        _ form: Statistic.Form, in file: CaseFile, _ law: Law, team: TeamID?, _ period: Period, today: LocalDate
    ) {
        switch form {
        case .count(let occurrence, let rival):
            count += StatisticTally.number(of: occurrence, in: file, law, period)
            if let rival { rivals += StatisticTally.number(of: rival.occurrence, in: file, law, period) }
        case .waiting(let waiting): count(waiting, in: file, period, today: today)
        case .share(let part, let whole):
            func number(_ patterns: [EventPattern]) -> Int { file.entries(patterns).count { period.contains($0.date) } }
            let all = number(whole)
            guard all > 0 else { return }
            shares[team, default: Ratio()].add(part: number(part), of: all)
        }
    }

    private static func number(
        of occurrence: Statistic.Occurrence, in file: CaseFile, _ law: Law, _ period: Period
    ) -> Int {
        switch occurrence {
        case .events(let patterns): file.entries(patterns).count { period.contains($0.date) }
        case .span(let id):
            law.spans[id].map { file.spans($0).count { period.contains($0.start.date) } } ?? 0
        }
    }

    private mutating func count(
        _ waiting: Statistic.Waiting, in file: CaseFile, _ period: Period, today: LocalDate
    ) {
        let ends = file.entries(waiting.to)
        for start in file.entries(waiting.from) {
            if let end = ends.first(where: { $0.date >= start.date }) {
                guard period.contains(end.date) else { continue }
                let sort = waiting.by.flatMap { end.update.data[$0]?.asWord } ?? ""
                waits[sort, default: []].append(start.date.days(until: end.date))
            } else if !file.closings.contains(where: { $0.date >= start.date }) {
                stillWaiting += 1
                longestStill = max(longestStill, start.date.days(until: today))
            }
        }
    }
}

/// So many of so many.
public struct Ratio: Hashable, Sendable {
    /// How many.
    public private(set) var part = 0
    /// Of how many.
    public private(set) var whole = 0

    /// `part` of `whole`.
    public init(_ part: Int = 0, of whole: Int = 0) {
        self.part = part
        self.whole = whole
    }

    mutating func add(part: Int, of whole: Int) {
        self.part += part
        self.whole += whole
    }

    /// The part in percent; nil where there is no whole.
    public var percent: Double? { whole == 0 ? nil : 100 * Double(part) / Double(whole) }
}
