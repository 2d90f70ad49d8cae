import Deadlines
import Figures
import Testing

/// Updates that come in batches: what may have happened since the last one is not called overdue.
@Suite struct DigestReachTests {
    /// Reported on Friday 15 May at 10, to be assessed by Saturday at 10; and a follow-up overdue since February.
    private static let cases = [
        "k-1": ["2026-05-15T10:00:00+02:00 underretning.modtaget ref=u caseworker=mhs team=nord"],
        "k-2": ["2025-11-01 indsats.ivaerksat ref=i type=aflastning caseworker=mhs team=nord"],
    ]
    private static let rule = RuleID(rawValue: "underretning-24-timer")

    private func figures(_ source: [String]?) throws -> DigestFigures {
        try DigestScene(.week, of: "2026-05-12", Self.cases, source: source).figures(for: "tln")
    }

    private static func source(_ instant: String) -> String {
        "2026-05-18T05:00:00+02:00 kilde.opdateret til=\(instant)"
    }

    private static let short = [source("2026-05-16T09:59:59+02:00")]
    private static let enough = [source("2026-05-16T10:00:00+02:00")]

    @Test(arguments: [[], short])
    func `beyond the data an hour limit is uncertain, in every figure`(source: [String]) throws {
        let figures = try figures(source)
        #expect(figures.overdue.now == 1 && figures.overdue.uncertain == 1 && figures.overdue.new == 0)
        #expect(figures.overdue.doable.map(\.requirement.key.caseID.rawValue) == ["k-2"])
        #expect(
            figures.overdue.newDoable.isEmpty && figures.overdue.ages == [.shown(0), .shown(0), .shown(0), .shown(1)])
        #expect(figures.load.map(\.overdue) == [1] && figures.totals.map(\.atEnd) == [1])
        let rule = try #require(figures.rules.first { $0.rule == Self.rule })
        #expect(rule.counts?.uncertain == 1 && rule.counts?.count(.missing) == 0 && rule.atEnd == .shown(0))
        guard case .doable([.lov: 1], _)? = figures.headlines.first else {
            Issue.record("\(figures.headlines)")
            return
        }
    }

    @Test(arguments: [nil, enough])
    func `what the data reach, and what comes as it happens, is overdue`(source: [String]?) throws {
        let figures = try figures(source)
        #expect(figures.overdue.now == 2 && figures.overdue.uncertain == 0 && figures.overdue.new == 1)
        let rule = try #require(figures.rules.first { $0.rule == Self.rule })
        #expect(rule.counts?.count(.missing) == 1 && rule.atEnd == .shown(1))
    }

    @Test func `it says how far the data reach`() throws {
        #expect(try figures(nil).reach == .live)
        #expect(try figures([]).reach == .batched(until: nil))
        #expect(try figures(Self.enough).reach == .batched(until: Instant("2026-05-16T10:00:00+02:00")))
    }

    /// On Monday 11 May the data reached to Friday; on the 18th a week further. Due on Saturday 9 May.
    @Test func `what the last digest could not know is new in this one`() throws {
        let cases = ["k-1": ["2026-05-08T10:00:00+02:00 underretning.modtaget ref=u caseworker=mhs team=nord"]]
        let first = "2026-05-11T05:00:00+02:00 kilde.opdateret til=2026-05-08T18:00:00+02:00"
        let second = "2026-05-18T05:00:00+02:00 kilde.opdateret til=2026-05-15T18:00:00+02:00"
        func overdue(_ source: [String]?) throws -> OverdueFigures {
            try DigestScene(.week, of: "2026-05-12", cases, source: source).figures(for: "tln").overdue
        }
        let batched = try overdue([first, second])
        #expect(batched.before == 0 && batched.new == 1 && batched.now == 1)
        let live = try overdue(nil)
        #expect(live.before == 1 && live.new == 0 && live.now == 1)
    }

    @Test(arguments: [(short, 1, true), (enough, 2, false)])
    func `a caseworker's list likewise`(source: [String], overdue: Int, isUncertain: Bool) throws {
        let scene = try DigestScene(.week, of: "2026-05-12", Self.cases, source: source)
        let view = scene.view
        var list = CaseList(
            of: PersonID(rawValue: "mhs"), organisation: view.organisation, at: view.moment, reach: view.reach)
        for (id, updates) in scene.cases {
            list.add(id, updates: updates.map(\.update), under: view.law, on: view.calendar)
        }
        #expect(list.overdue == overdue)
        let item = try #require(list.cases.flatMap(\.open).first { $0.requirement.key.rule == Self.rule })
        #expect(item.requirement.isUncertain(at: view.moment) == isUncertain)
    }
}
