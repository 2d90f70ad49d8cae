import Configuration
import Deadlines
import Foundation
import TestSupport

@testable import Figures

/// What the statistic `proeve` of a law comes to in one case, in lines, looked at on 1 May 2026.
struct StatisticRows {
    let law: Law
    let period: Period

    /// Of a case told in these lines; `received=2026-03-28` at the end of one says that it was registered later than it happened.
    func rows(of lines: [String]) throws -> [String] {
        let settings = try Shipped.settings
        let zone = settings.calendar.zone
        let parts = lines.map { $0.components(separatedBy: " received=") }
        let story = try CaseStory(parts.map { $0[0] }, under: law)
        let updates = zip(story.updates, parts).map { update, part in
            let received = part.count == 2 ? LocalDate(part[1]).map(Moment.date) : nil
            return RegisteredUpdate(update, received: (received ?? update.at).earliest(in: zone))
        }
        let today = LocalDate(validYear: 2026, month: 5, day: 1)
        let view = DigestView(
            law: law, calendar: settings.calendar, office: settings.office, organisation: settings.organisation,
            period: DigestPeriod(.month, containing: today).previous, moment: zone.instant(of: today),
            known: updates.map(\.received).min())
        let glance = CaseGlance(story.caseID, updates: updates, view: view)
        return law.statistics.filter { $0.id.rawValue == "proeve" }.flatMap { statistic in
            var tally = StatisticTally()
            tally.count(statistic.form, in: glance, view, period)
            return rows(statistic, tally)
        }
    }

    private func rows(_ statistic: Statistic, _ tally: StatisticTally) -> [String] {
        switch statistic.form {
        case .count(_, let rival, _):
            ["\(tally.count)" + (rival == nil ? "" : " against \(tally.rivals)")]
                + tally.sorts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        case .delay(_, let limit): [row(tally.delays), "\(tally.delays.count { $0 > limit }) late"]
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
