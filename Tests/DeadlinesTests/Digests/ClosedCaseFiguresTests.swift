import Deadlines
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
        #expect(overdue.now == 4 && overdue.byGrundlag == [.lov: 4] && overdue.closed == .shown([.lov: 2]))
        #expect(overdue.open == [.lov: 2] && overdue.new == 2 && overdue.newOpen == .shown([.lov: 1]))
        #expect(overdue.ages.compactMap(\.value).reduce(0, +) == 4)
        #expect(overdue.oldest.map(\.requirement.key.caseID.rawValue) == ["k-2", "k-3"])
        #expect(overdue.newest.map(\.requirement.key.caseID.rawValue) == ["k-3"])
        #expect(figures.load.map { "\($0.caseworker?.rawValue ?? "–") \($0.cases) \($0.overdue)" } == ["mhs 2 2"])
        guard case .overdue([.lov: 2], new: [.lov: 1]?)? = figures.headlines.first else {
            Issue.record("\(figures.headlines)")
            return
        }
    }

    /// Two of four: the difference between what is told of all and of open cases would be two.
    @Test func `the committee is told of all, where the difference would be of few`() throws {
        let figures = try DigestScene(.quarter, of: "2026-04-01", Self.cases).figures(for: "udvalg")
        #expect(figures.overdue.closed == .hidden && figures.overdue.newOpen == .hidden && figures.overdue.open == nil)
        guard case .overdue([.lov: 4], _)? = figures.headlines.first else {
            Issue.record("\(figures.headlines)")
            return
        }
    }
}
