import Testing

@testable import Deadlines

/// What holds for every case, whatever has happened in it.
@Suite struct RandomCaseProperties {
    private let caseID = CaseID(rawValue: "2024-0417")
    private let count = 4000

    private struct Reckoned: Equatable {
        let requirements: [Requirement]
        let holder: Holder
        let nextChange: Instant?
    }

    private func reckon(_ updates: [Update], at moment: Instant) throws -> Reckoned {
        let (law, calendar) = (try Shipped.wholeLaw, try Shipped.calendar)
        let standing = standing(of: caseID, updates: updates, under: law, on: calendar, at: moment)
        return Reckoned(
            requirements: standing.requirements, holder: standing.holder, nextChange: standing.nextChange)
    }

    private func describe(_ updates: [Update], _ moment: Instant) throws -> String {
        let zone = try Shipped.zone
        let lines = updates.sorted { $0.at.earliest(in: zone) < $1.at.earliest(in: zone) }.map {
            let data = $0.data.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
            return "  \($0.id) \($0.at.text(in: zone)) \($0.event) \($0.ref?.rawValue ?? "–") \(data)"
        }
        return "at \(zone.text(of: moment))\n" + lines.joined(separator: "\n")
    }

    @Test func theOrderOfArrivalChangesNothing() throws {
        var seed = Seed(for: "order of arrival")
        var wrong = Mismatches()
        for _ in 0..<count {
            let updates = try seed.updates(of: caseID, under: Shipped.wholeLaw)
            let moment = seed.instant(years: 2023...2025)
            let expected = try reckon(updates, at: moment)
            for _ in 0..<3 {
                let found = try reckon(updates.shuffled(using: &seed), at: moment)
                try wrong.check(found == expected, describe(updates, moment))
            }
        }
        wrong.expectNone(seed)
    }

    /// The same id with the same content changes nothing (spec §3).
    @Test func whatIsToldTwiceChangesNothing() throws {
        var seed = Seed(for: "told twice")
        var wrong = Mismatches()
        for _ in 0..<count {
            let updates = try seed.updates(of: caseID, under: Shipped.wholeLaw)
            let moment = seed.instant(years: 2023...2025)
            let twice = (updates + updates).shuffled(using: &seed)
            try wrong.check(
                reckon(twice, at: moment) == reckon(updates, at: moment), describe(updates, moment))
        }
        wrong.expectNone(seed)
    }

    /// A correction that exists by then leaves what was never said.
    @Test func whatIsTakenBackWasNeverSaid() throws {
        var seed = Seed(for: "taken back")
        var wrong = Mismatches()
        let law = try Shipped.wholeLaw
        for _ in 0..<count {
            let updates = try seed.updates(of: caseID, under: law).filter { $0.event != Self.correction }
            guard let wrongOne = updates.randomElement(using: &seed) else { continue }
            let moment = seed.instant(years: 2024...2025)
            let line = StoryLine(text: "2023-01-01 \(Self.correction) takes-back=\(wrongOne.id)")
            let correction = try line.update(of: caseID, id: "correction", under: law)
            let rest = updates.filter { $0.id != wrongOne.id }
            let (with, without) = (try reckon(updates + [correction], at: moment), try reckon(rest, at: moment))
            try wrong.check(
                with.requirements == without.requirements && with.holder == without.holder,
                describe(updates, moment) + "\nwithout \(wrongOne.id)")
        }
        wrong.expectNone(seed)
    }
    private static let correction = EventKind(rawValue: "registrering.annulleret")

    @Test func whatIsDatedLaterDoesNotExist() throws {
        var seed = Seed(for: "later updates")
        var wrong = Mismatches()
        let zone = try Shipped.zone
        for _ in 0..<count {
            let updates = try seed.updates(of: caseID, under: Shipped.wholeLaw)
            let moment = seed.instant(years: 2023...2025)
            let known = updates.filter { $0.at.earliest(in: zone) <= moment }
            let (all, without) = (try reckon(updates, at: moment), try reckon(known, at: moment))
            try wrong.check(
                all.requirements == without.requirements && all.holder == without.holder, describe(updates, moment))
        }
        wrong.expectNone(seed)
    }

    /// Until `nextChange` only due times pass, which `status(at:)` knows of.
    @Test func nothingChangesBeforeItIsSaidTo() throws {
        var seed = Seed(for: "next change")
        var wrong = Mismatches()
        for _ in 0..<count {
            let updates = try seed.updates(of: caseID, under: Shipped.wholeLaw)
            let moment = seed.instant(years: 2023...2025)
            let now = try reckon(updates, at: moment)
            let end = now.nextChange ?? moment.adding(hours: 24 * 900)
            guard moment < end else {
                try wrong.check(false, "it lies in the past, " + describe(updates, moment))
                continue
            }
            let later = Instant(milliseconds: Int64.random(in: moment.milliseconds..<end.milliseconds, using: &seed))
            try wrong.check(
                reckon(updates, at: later).requirements == now.requirements,
                describe(updates, moment) + "\nthen at \(Shipped.zone.text(of: later))")
        }
        wrong.expectNone(seed)
    }

    @Test func everyRequirementKeepsTheSenseOfItsStatus() throws {
        var seed = Seed(for: "sense of a status")
        var wrong = Mismatches()
        let zone = try Shipped.zone
        for _ in 0..<count {
            let updates = try seed.updates(of: caseID, under: Shipped.wholeLaw)
            let moment = seed.instant(years: 2023...2025)
            let requirements = try reckon(updates, at: moment).requirements
            wrong.check(Set(requirements.map(\.key)).count == requirements.count, "two of one key")
            for requirement in requirements {
                let text = "\(requirement.key)"
                let status = requirement.status(at: moment)
                wrong.check((requirement.metAt != nil) == (status == .met || status == .late), "\(text): met_at")
                if status == .late, let met = requirement.metAt {
                    wrong.check(met.latest(in: zone) > requirement.due.latest(in: zone), "\(text): late")
                }
                if status == .met, let met = requirement.metAt {
                    wrong.check(met.latest(in: zone) <= requirement.due.latest(in: zone), "\(text): met")
                }
                if status == .pending, case .instant(let due) = requirement.due {
                    wrong.check(moment < due, "\(text): pending when due")
                }
                wrong.check(requirement.certainFrom >= requirement.missingFrom, "\(text): certain too soon")
            }
        }
        wrong.expectNone(seed)
    }
}
