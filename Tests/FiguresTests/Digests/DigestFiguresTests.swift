import Configuration
import Deadlines
import Figures
import Telling
import TestSupport
import Testing

/// A small week, counted by hand: the digest of week 20 of 2026, 11–17 May, written on Monday 18 May at 8.
@Suite struct DigestFiguresTests {
    private static let nord = "caseworker=mhs team=nord"

    /// Five measures: followed up in time, late, not at all for long, not at all since last week, and due next week.
    private static let cases = [
        "k-1": [
            "2026-02-12 indsats.ivaerksat ref=i type=aflastning \(nord)",
            "2026-05-11 opfoelgning.afholdt ref=i barnet_inddraget=true",
        ],
        "k-2": [
            "2026-02-11 indsats.ivaerksat ref=i type=aflastning \(nord)",
            "2026-05-13 opfoelgning.afholdt ref=i barnet_inddraget=true",
        ],
        "k-3": ["2025-11-01 indsats.ivaerksat ref=i type=aflastning \(nord)"],
        "k-4": ["2026-02-15 indsats.ivaerksat ref=i type=aflastning caseworker=jpe team=nord"],
        "k-5": ["2026-02-28 indsats.ivaerksat ref=i type=aflastning \(nord)"],
        "k-6": ["2026-02-01 indsats.ivaerksat ref=i type=aflastning caseworker=ria team=syd"],
    ]

    private func figures(_ person: String = "tln", _ more: [String: [String]] = [:]) throws -> DigestFigures {
        try DigestScene(.week, of: "2026-05-12", Self.cases.merging(more) { $1 }).figures(for: person)
    }

    private func rule(_ name: String, in figures: DigestFigures) throws -> RuleFigures {
        try #require(figures.rules.first { $0.rule.rawValue == name })
    }

    @Test func `what is overdue, what is new, what is gone`() throws {
        let overdue = try figures().overdue
        // k-3 since 2 February, k-4 since 16 May. On 11 May k-3 was overdue and k-2 was not yet.
        #expect(overdue.now == 2 && overdue.before == 1 && overdue.new == 1 && overdue.resolved == 0)
        #expect(overdue.byGrundlag == [.lov: 2] && overdue.uncertain == 0)
        #expect(overdue.ages == [.shown(1), .shown(0), .shown(0), .shown(1)])
        #expect(overdue.doable.map { "\($0.requirement.key.caseID) \($0.daysOver)" } == ["k-3 106", "k-4 3"])
        #expect(overdue.byState == .shown([.doable: [.lov: 2]]) && overdue.newDoable == [.lov: 1])
        #expect(overdue.doable.map { $0.holder.caseworker?.rawValue } == ["mhs", "jpe"])
    }

    @Test func `what is kept and missed, by rule, and how it stood`() throws {
        let rule = try rule("opfoelgning-foerste", in: try figures())
        // Due in the week: k-1 (12 May, met), k-2 (11 May, late), k-4 (15 May, missing).
        #expect(rule.kept == .shown(Ratio(1, of: 3)) && rule.keptBefore == .shown(Ratio()))
        #expect(rule.atStart == .shown(1) && rule.atEnd == .shown(2) && rule.grundlag == .lov)
        let total = try #require(try figures().totals.first { $0.grundlag == .lov })
        // Besides the follow-ups: the child took part in both of those held.
        #expect(total.kept == Ratio(3, of: 5) && total.atEnd == 2)
    }

    @Test func `what is due soon`() throws {
        let soon = try figures().soon
        #expect(
            soon.byGrundlag == [.lov: 1] && soon.count == 1
                && soon.items.map(\.requirement.key.caseID.rawValue) == ["k-5"])
        #expect(soon.items.first?.daysOver == -10)
    }

    /// Written on Monday 18 May: k-5 is due on the 28th, in the second week, and again half a year later; k-1 and k-2 next in November.
    @Test func `what falls due in the coming eight weeks, by caseworker and team`() throws {
        let ahead = try figures("afd").ahead
        #expect(ahead.weeks.map(\.name).first == "2026-W21" && ahead.weeks.map(\.name).last == "2026-W28")
        #expect(
            ahead.byCaseworker.map { "\($0.caseworker?.rawValue ?? "–") \($0.counts)" } == [
                "mhs [0, 1, 0, 0, 0, 0, 0, 0]"
            ])
        #expect(ahead.byTeam.map { "\($0.team?.rawValue ?? "–") \($0.counts)" } == ["nord [0, 1, 0, 0, 0, 0, 0, 0]"])
        #expect(try figures("udvalg").ahead.weeks.isEmpty)
    }

    /// Due on 19 May 2025, in the week of 52 weeks before; not followed up.
    @Test func `each rule beside the same week of the year before, and the country`() throws {
        let old = [
            "o-1": ["2025-02-15 indsats.ivaerksat ref=i type=aflastning \(Self.nord)", "2025-09-01 sag.afsluttet"]
        ]
        let figures = try figures("tln", old)
        let rule = try rule("opfoelgning-foerste", in: figures)
        #expect(figures.period.yearBefore.name == "2025-W20" && rule.keptYearAgo == .shown(Ratio(0, of: 1)))
        #expect(figures.totals.first { $0.grundlag == .lov }?.keptYearAgo == Ratio(0, of: 1))
        #expect(rule.country?.years == [CountryFigure.Share(name: "2024", percent: 75)])
    }

    /// A week that still runs when the period ends is not among them: May 2026 ends on a Sunday, June on a Tuesday.
    @Test(arguments: [
        (PeriodKind.day, "2026-05-16", "2026-W19"), (.day, "2026-05-17", "2026-W20"),
        (.month, "2026-05-31", "2026-W22"),
        (.month, "2026-06-30", "2026-W26"), (.quarter, "2025-09-30", "2025-W39"), (.year, "2026-12-31", "2026-W52"),
    ])
    func `the last week is the last that is over`(kind: PeriodKind, day: String, last: String) throws {
        let weeks = try DigestScene(kind, of: day, Self.cases).figures(for: "afd").weeks.map(\.week)
        #expect(weeks.count == 12 && weeks.last?.name == last)
        #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $0.next == $1 })
    }

    @Test func `twelve weeks, the last with the period's own figures`() throws {
        let weeks = try figures().weeks
        #expect(weeks.count == 12 && weeks.last?.week.name == "2026-W20" && weeks.first?.week.name == "2026-W09")
        #expect(weeks.last?.kept[.lov] == .shown(Ratio(3, of: 5)))
    }

    @Test func `cases by caseworker against the most there should be`() throws {
        let load = try figures().load
        #expect(
            load.map { "\($0.caseworker?.rawValue ?? "–") \($0.cases) \($0.most ?? 0)" } == ["mhs 4 25", "jpe 1 0"])
        #expect(load.map(\.overdue) == [1, 1] && load.map(\.soon) == [1, 0])
    }

    @Test func `a closed case is no caseworker's, and one without any is told`() throws {
        let figures = try figures(
            "tln",
            [
                "k-1": ["2026-02-12 sag.oprettet \(Self.nord)", "2026-03-01 sag.afsluttet"],
                "k-7": ["2026-05-01 sag.oprettet team=nord"],
                "k-8": ["2026-02-12 sag.oprettet \(Self.nord)", "2026-03-01 sag.afsluttet", "2026-04-01 bfu.behov"],
            ])
        #expect(figures.load.map { "\($0.caseworker?.rawValue ?? "–") \($0.cases)" } == ["– 1", "mhs 4", "jpe 1"])
        #expect(figures.cases == 6)
    }

    /// Due on 18 April, overdue since; it is nobody's case but the team's, by its name.
    @Test func `a team's own review is overdue in it, and no caseworker's case`() throws {
        let figures = try figures("tln", ["team/nord": ["2025-10-18 sag.oprettet"]])
        #expect(figures.overdue.now == 3 && figures.overdue.byGrundlag == [.lov: 2, .lokal: 1])
        #expect(figures.cases == 5 && figures.load.map(\.overdue) == [1, 1])
        // Older than k-4, but no limit of the statute.
        #expect(figures.overdue.doable.map(\.requirement.key.caseID.rawValue) == ["k-3", "k-4", "team/nord"])
        #expect(try self.figures("tls", ["team/nord": ["2025-10-18 sag.oprettet"]]).overdue.now == 1)
    }

    /// Assessed on the day it was due, at no known time: perhaps late. And one of which nothing is registered.
    @Test func `uncertain is never overdue`() throws {
        let figures = try figures(
            "tln", ["k-7": ["2026-05-17 underretning.modtaget ref=u \(Self.nord)"]])
        #expect(figures.overdue.uncertain == 1 && figures.overdue.now == 2)
        #expect(!figures.overdue.doable.contains { $0.requirement.key.caseID.rawValue == "k-7" })
    }

    @Test func `what was registered late is counted as the last digest knew it`() throws {
        let scene = try DigestScene(.week, of: "2026-05-12", Self.cases)
        // Of k-3 a follow-up in February, told on 14 May: overdue in the last digest, and gone in this one.
        let held = try StoryLine(text: "2026-02-01 opfoelgning.afholdt ref=i barnet_inddraget=true")
            .update(of: CaseID(rawValue: "k-3"), id: "late", under: try Shipped.wholeLaw)
        let told = try #require(Instant("2026-05-14T10:00:00+02:00"))
        let cases = scene.cases.map { id, updates in
            (id: id, updates: id.rawValue == "k-3" ? updates + [RegisteredUpdate(held, received: told)] : updates)
        }
        let overdue = try DigestScene(scene.view.period, cases, under: scene.view.law).figures(for: "tln").overdue
        #expect(overdue.before == 1 && overdue.resolved == 1 && overdue.new == 1 && overdue.now == 1)
    }

    /// The first of April's is compared with the last of a week, unless March's was written after the first update had come.
    @Test(arguments: [
        ("2026-03-15", "2026-04-01"), ("2026-04-10", "2026-04-27"), ("2026-04-21", "2026-04-27"),
        // The week's was written before anything was known.
        ("2026-04-29", "2026-04-01"),
    ])
    func `the first of a kind is compared with the last of another`(known: String, since: String) throws {
        let settings = try Shipped.settings
        let zone = settings.calendar.zone
        let schedule = DigestSchedule(
            byRole: [.teamleder: [.week, .month]], committee: PersonID(rawValue: "udvalg"), committeePeriods: [.month])
        let april = DigestPeriod(.month, containing: try #require(LocalDate("2026-04-01")))
        func moment(_ person: String) throws -> String {
            let known = zone.instant(of: try #require(LocalDate(known)))
            let since = schedule.since(
                april, for: PersonID(rawValue: person), known: known, in: settings.organisation, settings.office, zone)
            return String(zone.text(of: since).prefix(16))
        }
        #expect(try moment("tln") == "\(since)T08:00")
        // Who gets no other kind is compared with nothing.
        #expect(try moment("udvalg") == "2026-04-01T08:00")
    }

    /// Nobody acts on a list of receipts.
    @Test func `a formality stands behind all that can still be done, however old`() throws {
        let report = "underretning.modtaget ref=u caseworker=mhs team=nord"
        let cases = [
            "k-7": ["2026-01-05T09:00:00+01:00 \(report)", "2026-01-05T12:00:00+01:00 underretning.vurderet ref=u"],
            "k-8": ["2026-05-12T09:00:00+02:00 \(report)"],
        ]
        let doable = try figures("tln", cases).overdue.doable
        let listed = doable.map { "\($0.requirement.key.caseID) \($0.requirement.key.rule)" }
        #expect(
            listed.first == "k-8 underretning-24-timer" && listed.last == "k-7 underretning-kvittering", "\(listed)")
        #expect(listed.firstIndex(of: "k-3 opfoelgning-foerste") ?? .max < listed.count - 1)
    }

    @Test func `of what was missed, how much was reminded of`() throws {
        let scene = try DigestScene(.week, of: "2026-05-12", Self.cases)
        let settings = try Shipped.settings
        func reminded(_ cases: Set<String>, for person: String = "tln") throws -> Ratio? {
            let recipient = try #require(
                settings.digests.recipient(PersonID(rawValue: person), of: .week, in: settings.organisation))
            var counter = DigestCounter(for: recipient, view: scene.view)
            for (id, updates) in scene.cases {
                let all = standing(
                    of: id, updates: updates.map(\.update), under: scene.view.law, on: scene.view.calendar,
                    at: scene.view.moment
                ).requirements
                let known = cases.contains(id.rawValue) ? Set(all.map(\.key)) : []
                counter.count(CaseGlance(id, updates: updates, reminded: known, view: scene.view))
            }
            return counter.figures().reminded
        }
        // k-2 was followed up too late, k-4 not at all; the rest was kept, or was due at other times.
        #expect(try reminded([]) == Ratio(0, of: 2))
        #expect(try reminded(["k-1", "k-3", "k-4"]) == Ratio(1, of: 2))
        #expect(try reminded(["k-2", "k-4"]) == Ratio(2, of: 2))
        #expect(try reminded(["k-2"], for: "udvalg") == nil)
        #expect(try figures().reminded == nil)
    }

    @Test func `the first digest compares with nothing`() throws {
        #expect(try !figures().isFirst)
        #expect(try DigestScene(.week, of: "2026-02-15", Self.cases).figures(for: "tln").isFirst == false)
        #expect(try DigestScene(.week, of: "2025-11-01", ["k-3": Self.cases["k-3"] ?? []]).figures(for: "tln").isFirst)
    }

    @Test func `the most pressing first, and never more than four`() throws {
        let headlines = try figures("tln", ["k-7": ["2026-05-01 sag.oprettet team=nord"]]).headlines
        try #require(headlines.count == 4)
        guard case .doable([.lov: 2], new: [.lov: 1]?) = headlines[0],
            case .unassigned(1) = headlines[1],
            case .missed(let rule, Ratio(1, of: 3)) = headlines[2],
            case .soon(1, first: _) = headlines[3]
        else {
            Issue.record("\(headlines)")
            return
        }
        #expect(rule.rule.rawValue == "opfoelgning-foerste")
    }
}
