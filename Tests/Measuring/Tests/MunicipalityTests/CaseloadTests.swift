import Configuration
import Deadlines
import Municipality
import Testing

/// What is promised of the cases: how many there are, whose, and how they go.
@Suite struct CaseloadTests {
    @Test func `700 cases on every day of the year, 25 with each of 28 caseworkers`() throws {
        let municipality = try Made.whole.get()
        let zone = try Made.zone
        let first = try #require(LocalDate(year: 2025, month: 1, day: 1))
        let cases = municipality.cases.map { $0.updates.map(\.update) }
        for day in stride(from: 0, to: 365, by: 13) {
            let date = first.adding(days: day)
            let holders = cases.compactMap { holder(of: $0, on: date, zone) }
            let counts = Dictionary(grouping: holders) { $0 }.mapValues(\.count)
            #expect(counts.count == 28, "\(date)")
            #expect(counts.values.allSatisfy { $0 == 25 }, "\(date): \(counts)")
        }
    }

    /// Who holds the case on a day on which it is open; the day on which it is closed is no more one of them.
    private func holder(of updates: [Update], on date: LocalDate, _ zone: Zone) -> PersonID? {
        let past = updates.filter { $0.at.date(in: zone) <= date }.sorted {
            $0.at.earliest(in: zone) < $1.at.earliest(in: zone)
        }
        guard !past.contains(where: { $0.event.rawValue == "sag.afsluttet" }) else { return nil }
        return past.last { $0.caseworker != nil }?.caseworker
    }

    /// Børnesagsbarometret 2024; the chance of some hundred cases is some points.
    @Test(arguments: [("bfu-4-maaneder", 50), ("boernesamtale-bfu", 65), ("opfoelgning-foerste", 75)])
    func `requirements are met as often as nationally`(rule: String, percent: Int) throws {
        let settings = try Made.settings
        let zone = settings.calendar.zone
        let end = zone.instant(of: try #require(LocalDate(year: 2026, month: 1, day: 1)))
        let statuses = try Made.whole.get().cases.flatMap { caseID, updates in
            standing(
                of: caseID, updates: updates.map(\.update), under: settings.law, on: settings.calendar, at: end
            ).requirements.filter { $0.key.rule.rawValue == rule }.map { $0.status(at: end) }
        }
        let due = statuses.filter { [.met, .late, .missing].contains($0) }
        let met = due.count { $0 == .met }
        #expect(due.count > 500)
        #expect(abs(100 * met - percent * due.count) <= 5 * due.count, "\(met) of \(due.count)")
    }

    @Test func `nothing is registered before it happens, most within two working days, none after two months`() throws {
        let municipality = try Made.whole.get()
        let settings = try Made.settings
        let (zone, calendar) = (settings.calendar.zone, settings.calendar)
        let updates = municipality.cases.flatMap(\.updates)
        #expect(updates.allSatisfy { $0.received >= $0.update.at.earliest(in: zone) })
        let soon = updates.count { registered in
            let happened = registered.update.at.date(in: zone)
            return zone.date(of: registered.received) <= calendar.date(happened, plus: TimeLimit(2, .workingDays))
        }
        let latest = updates.map { $0.update.at.earliest(in: zone).adding(hours: 24 * 60) }
        #expect(zip(updates, latest).allSatisfy { $0.received <= $1 })
        #expect(soon * 100 > updates.count * 75 && soon * 100 < updates.count * 95, "\(soon) of \(updates.count)")
    }
}
