import TestSupport
import Testing

@testable import Deadlines
@testable import Figures

/// What is true of every digest, on cases that nobody would think of.
@Suite struct RandomDigestProperties {
    private static let kinds: [PeriodKind] = [.day, .week, .month, .quarter, .year]

    /// Sixty cases, what is registered up to two months after it happened, and a period around the new law.
    private func scene(_ seed: inout Seed) throws -> DigestScene {
        let (law, zone) = (try Shipped.wholeLaw, try Shipped.zone)
        var random = RandomCases(under: law)
        let cases = (0..<60).map { _ in
            let one = random.next(&seed)
            let updates = one.updates.map { update in
                RegisteredUpdate(
                    update,
                    received: update.at.earliest(in: zone).adding(hours: 24 * Int.random(in: 0...60, using: &seed)))
            }
            return (id: one.id, updates: updates)
        }
        let day = LocalDate(validYear: 2024, month: 1, day: 1).adding(days: Int.random(in: -200...300, using: &seed))
        return try DigestScene(
            DigestPeriod(Self.kinds.randomElement(using: &seed) ?? .week, containing: day), cases)
    }

    @Test func `sums agree, with one another and with compliance`() throws {
        var seed = Seed(for: "digest sums")
        var wrong = Mismatches()
        for _ in 0..<60 {
            let scene = try scene(&seed)
            let figures = try scene.figures(for: "afd")
            let overdue = figures.overdue
            let moment = scene.view.moment
            let found = scene.requirements(at: moment)
            let name = "\(figures.period.name)"
            wrong.check(
                overdue.now == found.count { $0.status(at: moment) == .missing && !$0.isUncertain(at: moment) },
                "\(name): overdue now")
            wrong.check(overdue.before + overdue.new - overdue.resolved == overdue.now, "\(name): new and resolved")
            wrong.check(overdue.ages.compactMap(\.value).reduce(0, +) == overdue.now, "\(name): ages")
            wrong.check(overdue.byGrundlag.values.reduce(0, +) == overdue.now, "\(name): grundlag")
            checkStates(figures, scene, &wrong)
            let ahead = found.count { one in
                guard one.status(at: moment) == .pending, !one.isUncertain(at: moment), !one.paused else {
                    return false
                }
                let day = one.due.date(in: scene.view.calendar.zone)
                let monday = DigestPeriod(.week, containing: scene.view.today).from
                return day < monday.adding(days: 56)
            }
            wrong.check(figures.ahead.byTeam.flatMap(\.counts).reduce(0, +) == ahead, "\(name): ahead")
            wrong.check(figures.soon.items.count == min(figures.soon.count, OverdueFigures.mostListed), "\(name): soon")
            let cases = figures.load.map(\.cases).reduce(0, +)
            wrong.check(cases == figures.cases && cases <= scene.cases.count { $0.id.prefix == nil }, "\(name): load")
            for total in figures.totals {
                let rules = figures.rules.filter { $0.grundlag == total.grundlag }
                wrong.check(
                    rules.compactMap(\.kept.value).map(\.whole).reduce(0, +) == total.kept.whole
                        && rules.compactMap(\.atEnd.value).reduce(0, +) == total.atEnd, "\(name): total")
            }
            try checkCompliance(figures, scene, &wrong)
        }
        wrong.expectNone(seed)
    }

    /// As `fristctl compliance --from --to` counts.
    private func checkCompliance(_ figures: DigestFigures, _ scene: DigestScene, _ wrong: inout Mismatches) throws {
        let zone = try Shipped.zone
        let end = PeriodEnd(of: figures.period.until, in: zone, at: scene.view.moment)
        var compliance = Compliance(
            period: Period(from: figures.period.from, until: figures.period.until), unjudged: scene.view.law.neverMet)
        for requirement in scene.requirements(at: scene.view.moment) {
            compliance.count(requirement, holder: nil, at: scene.view.moment, in: zone)
        }
        for requirement in scene.requirements(at: end) {
            compliance.countAtEnd(requirement, holder: nil, end: end, in: zone)
        }
        wrong.check(
            figures.totals.map(\.atEnd).reduce(0, +) == unmet(at: figures.period.until, scene, zone),
            "\(figures.period.name): unmet at the end")
        wrong.check(
            figures.totals.map(\.atStart).reduce(0, +) == unmet(at: figures.period.previous.until, scene, zone),
            "\(figures.period.name): unmet at the start")
        for (group, counts) in compliance.groups {
            let rule = figures.rules.first { $0.rule == group.rule && $0.grundlag == group.grundlag }
            wrong.check(rule?.counts == counts, "\(figures.period.name): \(group.rule)")
        }
    }

    /// What had fallen due by the end of a day and was unmet then, had nothing been dated after that day.
    private func unmet(at day: LocalDate, _ scene: DigestScene, _ zone: Zone) -> Int {
        let midnight = zone.instant(of: day.adding(days: 1))
        return scene.cases.reduce(0) { sum, one in
            let updates = one.updates.map(\.update).filter { $0.at.date(in: zone) <= day }
            let standing = standing(
                of: one.id, updates: updates, under: scene.view.law, on: scene.view.calendar, at: midnight)
            return sum
                + standing.requirements.count {
                    $0.due.date(in: zone) <= day && $0.status(at: midnight) == .missing && !$0.isUncertain(at: midnight)
                }
        }
    }

    /// Whatever is overdue stands in one state; lists and rows hold what the core calls so.
    private func checkStates(_ figures: DigestFigures, _ scene: DigestScene, _ wrong: inout Mismatches) {
        let (overdue, view) = (figures.overdue, scene.view)
        var counted: [OverdueState: Int] = [:]
        for (id, updates) in scene.cases {
            let glance = CaseGlance(id, updates: updates, view: view)
            let isClosed = view.law.namespace(of: id) == nil && !glance.file.isOpen(under: view.law)
            for requirement in glance.requirements where requirement.isOverdue(at: view.moment) {
                let isDoable = requirement.isDoable(at: view.moment)
                let isSettled = requirement.isSettled(at: view.moment)
                let open: OverdueState = isDoable ? .doable : isSettled ? .settled : .toSettle
                counted[isClosed && !isDoable ? .closed : open, default: 0] += 1
            }
        }
        for state in OverdueState.allCases { wrong.check(overdue.count(state) == counted[state] ?? 0, "\(state)") }
        let sum = OverdueState.allCases.compactMap(overdue.count).reduce(0, +)
        wrong.check(sum == overdue.now, "states")
        wrong.check(
            overdue.doable.allSatisfy { $0.requirement.isDoable(at: view.moment) }, "listed, and cannot be done")
        wrong.check(
            overdue.toSettle.allSatisfy {
                !$0.requirement.isDoable(at: view.moment) && !$0.requirement.isSettled(at: view.moment)
            }, "listed, and need not be looked at")
        wrong.check(overdue.newToSettle.values.reduce(0, +) <= counted[.toSettle] ?? 0, "new to settle")
        wrong.check(overdue.newDoable.values.reduce(0, +) <= counted[.doable] ?? 0, "new and doable")
        let doable = scene.cases.filter { $0.id.prefix == nil }.reduce(0) { sum, one in
            sum
                + CaseGlance(one.id, updates: one.updates, view: view).requirements.count {
                    $0.isDoable(at: view.moment) && $0.isOverdue(at: view.moment)
                }
        }
        wrong.check(figures.load.map(\.doable).reduce(0, +) == doable, "load")
        checkOrder(overdue, &wrong)
    }

    private func checkOrder(_ overdue: OverdueFigures, _ wrong: inout Mismatches) {
        func rank(_ item: DigestItem) -> Int {
            guard item.requirement.grundlag == .lov else { return 2 }
            if case .instant = item.requirement.due { return 0 }
            return 1
        }
        let doable = overdue.doable.map { [rank($0), -$0.daysOver] }
        let toSettle = overdue.toSettle.map { [min(max(rank($0), 1), 2), $0.daysOver] }
        for rows in [doable, toSettle] {
            wrong.check(
                zip(rows, rows.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) || $0 == $1 }, "order")
        }
    }

    @Test func `what the coordinators see together is what there is`() throws {
        var seed = Seed(for: "digest scopes")
        var wrong = Mismatches()
        for _ in 0..<20 {
            let scene = try scene(&seed)
            let (all, nord, rest) = try (
                scene.figures(for: "afd"), scene.figures(for: "kbe"), scene.figures(for: "kor")
            )
            wrong.check(all.cases == nord.cases + rest.cases, "cases")
            wrong.check(all.overdue.now == nord.overdue.now + rest.overdue.now, "overdue")
            wrong.check(all.soon.count == nord.soon.count + rest.soon.count, "soon")
        }
        wrong.expectNone(seed)
    }

    @Test func `the committee sees the totals, no case, nobody and nothing small`() throws {
        var seed = Seed(for: "digest committee")
        var wrong = Mismatches()
        for _ in 0..<40 {
            let scene = try scene(&seed)
            let (all, committee) = try (scene.figures(for: "afd"), scene.figures(for: "udvalg"))
            wrong.check(
                committee.overdue.doable.isEmpty && committee.overdue.toSettle.isEmpty && committee.soon.items.isEmpty
                    && committee.load.isEmpty && committee.recipient.offices.isEmpty, "a case or a person")
            checkStatistics(committee, &wrong)
            let parts = committee.overdue.byState.value?.values.flatMap(\.values) ?? []
            wrong.check(!parts.contains { (1...4).contains($0) }, "few in a state")
            wrong.check(committee.overdue.newDoable.isEmpty && committee.overdue.newToSettle.isEmpty, "few and new")
            wrong.check(committee.overdue.now == all.overdue.now && committee.cases == all.cases, "a total")
            wrong.check(
                committee.totals.map(\.kept) == all.totals.map(\.kept)
                    && committee.totals.map(\.atEnd) == all.totals.map(\.atEnd), "a total of a basis")
            for rule in committee.rules {
                wrong.check(
                    rule.counts == nil && rule.countsBefore == nil && rule.kept.value.map { $0.whole >= 5 } ?? true
                        && rule.atEnd.value.map { $0 >= 5 } ?? true && rule.uncertain.value.map { $0 >= 5 } ?? true,
                    "\(rule.rule): few")
            }
            for total in committee.totals {
                let rules = committee.rules.filter { $0.grundlag == total.grundlag }
                let hidden = rules.count { $0.kept == .hidden }
                let rest = total.kept.whole - rules.compactMap(\.kept.value).map(\.whole).reduce(0, +)
                wrong.check(
                    hidden == 0 || hidden == rules.count || (hidden > 1 && rest >= 5), "\(hidden) hidden, \(rest)")
            }
        }
        wrong.expectNone(seed)
    }

    /// No wait of one child, and nothing of few.
    private func checkStatistics(_ committee: DigestFigures, _ wrong: inout Mismatches) {
        func isTold(_ wait: StatisticFigures.Wait) -> Bool {
            wait.longest == nil && (wait.median == nil) == (wait.count < 5)
        }
        for figures in committee.statistics {
            switch figures.result {
            case .count(let now, _, _, _, let bySort):
                let shown = bySort.compactMap(\.count.value)
                let rest = bySort.count == shown.count ? 0 : now - shown.reduce(0, +)
                wrong.check(shown.allSatisfy { $0 >= 5 } && (rest == 0 || rest >= 5 || shown.isEmpty), "a count's part")
            case .delay(let now, let before):
                wrong.check(isTold(now.wait) && isTold(before.wait), "a delay")
                wrong.check(
                    [now.late, before.late].allSatisfy { $0.value.map { $0.whole == 0 || $0.whole >= 5 } ?? true },
                    "how many took long")
            case .waiting(let all, let before, let bySort, _, let longest):
                wrong.check(isTold(all) && isTold(before) && longest == nil, "a wait")
                wrong.check(bySort.allSatisfy { $0.wait.value.map { $0.count >= 5 && isTold($0) } ?? true }, "a sort")
            case .share(let all, let before, let byTeam):
                wrong.check(
                    [all, before].allSatisfy { $0.value.map { $0.whole == 0 || $0.whole >= 5 } ?? true }, "a share")
                wrong.check(byTeam.allSatisfy { $0.share.value.map { $0.whole >= 5 } ?? true }, "a team's share")
            }
        }
    }
}
