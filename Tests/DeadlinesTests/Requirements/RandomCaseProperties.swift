import TestSupport
import Testing

@testable import Deadlines

/// What holds for every case, whatever has happened in it, under every rule there is.
@Suite struct RandomCaseProperties {
    private let count = 3000
    private let law: Law
    private let zone: Zone

    init() throws {
        law = try Shipped.wholeLaw
        zone = try Shipped.zone
    }

    private struct Reckoned: Equatable {
        let requirements: [Requirement]
        let lacking: [ChecklistFinding]
        let holder: Holder
        let nextChange: Instant?
    }

    private func reckon(_ one: RandomCase, at moment: Instant) throws -> Reckoned {
        let standing = try standing(of: one.id, updates: one.updates, under: law, on: Shipped.calendar, at: moment)
        return Reckoned(
            requirements: standing.requirements, lacking: standing.lacking, holder: standing.holder,
            nextChange: standing.nextChange)
    }

    private func describe(_ one: RandomCase, _ moment: Instant) -> String {
        let lines = one.updates.sorted { $0.at.earliest(in: zone) < $1.at.earliest(in: zone) }.map {
            let data = $0.data.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
            return "  \($0.id) \($0.at.text(in: zone)) \($0.event) \($0.ref?.rawValue ?? "–") \(data)"
        }
        return "at \(zone.text(of: moment))\n" + lines.joined(separator: "\n")
    }

    /// Checks very many cases, each at some moment.
    private func check(
        _ name: String, years: ClosedRange<Int> = 2023...2025,
        _ body: (RandomCase, Instant, inout Seed, inout Mismatches) throws -> Void
    ) throws {
        var seed = Seed(for: name)
        var wrong = Mismatches()
        var cases = RandomCases(under: law)
        for _ in 0..<count {
            let one = cases.next(&seed)
            let moment = seed.instant(years: years)
            try body(one, moment, &seed, &wrong)
        }
        wrong.expectNone(seed)
    }

    /// Every order of a few updates, some orders of more.
    @Test func theOrderOfArrivalChangesNothing() throws {
        try check("order of arrival") { one, moment, seed, wrong in
            let expected = try reckon(one, at: moment)
            let orders =
                one.updates.count <= 4
                ? one.updates.permutations : (0..<3).map { _ in one.updates.shuffled(using: &seed) }
            for order in orders {
                let found = try reckon(one.with(order), at: moment)
                wrong.check(found == expected, describe(one, moment))
            }
        }
    }

    /// The same id with the same content changes nothing (spec §3).
    @Test func whatIsToldTwiceChangesNothing() throws {
        try check("told twice") { one, moment, seed, wrong in
            let twice = one.with((one.updates + one.updates).shuffled(using: &seed))
            try wrong.check(reckon(twice, at: moment) == reckon(one, at: moment), describe(one, moment))
        }
    }

    /// A correction that exists by then leaves what was never said.
    @Test func whatIsTakenBackWasNeverSaid() throws {
        try check("taken back", years: 2024...2025) { one, moment, seed, wrong in
            let said = one.updates.filter { $0.event != Self.correction }
            guard let wrongOne = said.randomElement(using: &seed) else { return }
            let line = StoryLine(text: "2023-01-01 \(Self.correction) takes-back=\(wrongOne.id)")
            let correction = try line.update(of: one.id, id: "correction", under: law)
            let with = try reckon(one.with(said + [correction]), at: moment)
            let rest = one.with(said.filter { $0.id != wrongOne.id })
            let without = try reckon(rest, at: moment)
            wrong.check(
                with.requirements == without.requirements && with.holder == without.holder,
                describe(one, moment) + "\nwithout \(wrongOne.id)")
        }
    }
    private static let correction = EventKind(rawValue: "registrering.annulleret")

    @Test func whatIsDatedLaterDoesNotExist() throws {
        try check("later updates") { one, moment, _, wrong in
            let known = one.with(one.updates.filter { $0.at.earliest(in: zone) <= moment })
            let (all, without) = (try reckon(one, at: moment), try reckon(known, at: moment))
            wrong.check(
                all.requirements == without.requirements && all.lacking == without.lacking
                    && all.holder == without.holder, describe(one, moment))
        }
    }

    /// Until `nextChange` only due times pass, which `status(at:)` knows of.
    @Test func nothingChangesBeforeItIsSaidTo() throws {
        try check("next change") { one, moment, seed, wrong in
            let now = try reckon(one, at: moment)
            let end = now.nextChange ?? moment.adding(hours: 24 * 900)
            guard moment < end else { return wrong.check(false, "it lies in the past, " + describe(one, moment)) }
            let later = Instant(milliseconds: Int64.random(in: moment.milliseconds..<end.milliseconds, using: &seed))
            let then = try reckon(one, at: later)
            wrong.check(
                then.requirements == now.requirements && then.lacking == now.lacking,
                describe(one, moment) + "\nthen at \(zone.text(of: later))")
        }
    }

    @Test func everyRequirementKeepsTheSenseOfItsStatus() throws {
        try check("sense of a status") { one, moment, _, wrong in
            let requirements = try reckon(one, at: moment).requirements
            wrong.check(Set(requirements.map(\.key)).count == requirements.count, "two of one key")
            for requirement in requirements { check(requirement, at: moment, &wrong) }
        }
    }

    private func check(_ requirement: Requirement, at moment: Instant, _ wrong: inout Mismatches) {
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
