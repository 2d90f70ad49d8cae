import Deadlines
import Figures
import Testing

/// What is overdue in closed cases, in week 20 of 2026: counted, and kept apart from what somebody can mend.
@Suite struct ClosedCaseFiguresTests {
    private static let nord = "caseworker=mhs team=nord"
    private static let measure = "indsats.ivaerksat ref=i type=aflastning"

    /// Closed long ago with something overdue, open and overdue since long ago, overdue since last week in an open case
    /// and in one closed the day after.
    private static let cases = [
        "k-1": ["2025-06-01 \(measure) caseworker=ria team=nord", "2025-12-01 sag.afsluttet"],
        "k-2": ["2025-11-01 \(measure) \(nord)"],
        "k-3": ["2026-02-13 \(measure) \(nord)"],
        "k-4": ["2026-02-13 \(measure) \(nord)", "2026-05-15 sag.afsluttet"],
    ]

    private func figures(_ person: String = "tln") throws -> DigestFigures {
        try DigestScene(.week, of: "2026-05-12", Self.cases).figures(for: person)
    }

    @Test func `in the totals, in no list and in nobody's row`() throws {
        let figures = try figures()
        let overdue = figures.overdue
        #expect(overdue.now == 4 && overdue.byGrundlag == [.lov: 4])
        #expect(overdue.byState == .shown([.doable: [.lov: 2], .closed: [.lov: 2]]))
        #expect(overdue.open == [.lov: 2] && overdue.new == 2 && overdue.newDoable == [.lov: 1])
        #expect(overdue.newToSettle == [:] && overdue.toSettle.isEmpty)
        #expect(overdue.ages.compactMap(\.value).reduce(0, +) == 4)
        #expect(overdue.doable.map(\.requirement.key.caseID.rawValue) == ["k-2", "k-3"])
        #expect(
            figures.load.map { "\($0.caseworker?.rawValue ?? "–") \($0.cases) \($0.overdue) \($0.doable)" } == [
                "mhs 2 2 2"
            ])
        guard case .doable([.lov: 2], new: [.lov: 1]?)? = figures.headlines.first else {
            Issue.record("\(figures.headlines)")
            return
        }
    }

    /// Two of four: the difference between what is told of all and of open cases would be two.
    @Test func `the committee is told of all, where the difference would be of few`() throws {
        let figures = try DigestScene(.quarter, of: "2026-04-01", Self.cases).figures(for: "udvalg")
        #expect(figures.overdue.byState == .hidden && figures.overdue.open == nil)
        guard case .overdue([.lov: 4], _)? = figures.headlines.first else {
            Issue.record("\(figures.headlines)")
            return
        }
    }

    /// Five closed and five open: neither is few, and the headline need not say the same for ever.
    @Test func `the committee is told of open cases where both are many`() throws {
        let cases = Dictionary(
            uniqueKeysWithValues: (0..<10).map { index in
                (
                    "k-\(index)",
                    ["2024-06-01 \(Self.measure) \(Self.nord)"] + (index < 5 ? ["2025-12-01 sag.afsluttet"] : [])
                )
            })
        let figures = try DigestScene(.quarter, of: "2026-04-01", cases).figures(for: "udvalg")
        let closed = try #require(figures.overdue.byState.value?[.closed]?[.lov])
        #expect(closed >= 5 && figures.overdue.open?[.lov] == (figures.overdue.byGrundlag[.lov] ?? 0) - closed)
        guard case .overdue(let standing, _)? = figures.headlines.first else {
            Issue.record("\(figures.headlines)")
            return
        }
        #expect(standing == figures.overdue.open)
    }
}
