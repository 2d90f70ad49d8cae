import Deadlines
import TestSupport

@testable import Figures

/// What the statistic `proeve` of a law comes to in one case, in lines, looked at on 1 May 2026.
struct StatisticRows {
    let law: Law
    let period: Period

    func rows(of story: CaseStory) throws -> [String] {
        let calendar = try Shipped.calendar
        let today = LocalDate(validYear: 2026, month: 5, day: 1)
        let file = CaseFile(
            story.caseID, updates: story.updates, law: law, zone: calendar.zone, at: calendar.zone.instant(of: today))
        return law.statistics.filter { $0.id.rawValue == "proeve" }.flatMap { statistic in
            var tally = StatisticTally()
            tally.count(statistic.form, in: file, law, team: file.holder.team, period, today: today)
            return rows(statistic, tally)
        }
    }

    private func rows(_ statistic: Statistic, _ tally: StatisticTally) -> [String] {
        switch statistic.form {
        case .count(_, let rival): ["\(tally.count)" + (rival == nil ? "" : " against \(tally.rivals)")]
        case .waiting:
            [row(tally.waits.values.flatMap(\.self))]
                + tally.waits.sorted { $0.key < $1.key }.map { "\($0.key): " + row($0.value) }
                + (tally.stillWaiting == 0
                    ? [] : ["\(tally.stillWaiting) still waiting, longest \(tally.longestStill?.days ?? -1)"])
        case .share:
            ["\(row(.sum(tally.shares.values)))"]
                + tally.shares.map { "\($0.key?.rawValue ?? "–"): \(row($0.value))" }
        }
    }

    private func row(_ days: [Int]) -> String {
        let wait = StatisticFigures.Wait(days)
        return "\(wait.count), middle \(wait.median ?? -1), longest \(wait.longest ?? -1)"
    }

    private func row(_ ratio: Ratio) -> String { "\(ratio.part) of \(ratio.whole)" }
}
