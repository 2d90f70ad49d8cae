import Deadlines
import Figures
import Testing

/// What cannot be done any more, in week 20 of 2026: told once to a leader, until one has looked at it.
@Suite struct SettlingFiguresTests {
    private static let nord = "caseworker=mhs team=nord"
    private static let decided = "afgoerelse.truffet ref=a type=stoettende"
    private static let prepared = [
        "2026-04-01 plan.udarbejdet ref=a", "2026-04-02 bfu.opdateret ref=a begrundet_stillingtagen=true",
    ]

    /// Decided without a conversation in the week, and long before; and one of long before that was settled in the week.
    private static let cases = [
        "k-1": ["2026-05-13 \(decided) \(nord)"] + prepared,
        "k-2": ["2026-04-13 \(decided) \(nord)"] + prepared,
        "k-3": [
            "2026-04-14 \(decided) \(nord)",
            "2026-05-15 brud.gennemgaaet ref=a regel=boernesamtale-foer-afgoerelse af=tln",
        ] + prepared,
    ]

    private func names(_ items: [DigestItem]) -> [String] {
        items.map { "\($0.requirement.key.caseID) \($0.requirement.key.rule)" }
    }

    @Test func `what is new is listed once, what was looked at no more`() throws {
        let overdue = try DigestScene(.week, of: "2026-05-12", Self.cases).figures(for: "tln").overdue
        #expect(names(overdue.toSettle) == ["k-1 boernesamtale-foer-afgoerelse"] && overdue.doable.isEmpty)
        #expect(overdue.byState == .shown([.toSettle: [.lov: 2], .settled: [.lov: 1]]))
        #expect(overdue.newToSettle == [.lov: 1] && overdue.now == 3)
        let next = try DigestScene(.week, of: "2026-05-19", Self.cases).figures(for: "tln").overdue
        #expect(next.toSettle.isEmpty && next.newToSettle.isEmpty && next.count(.toSettle) == 2 && next.now == 3)
    }

    /// Overdue since 15 April; since the investigation ended on 13 May nothing done now would end it.
    @Test func `what could be done before and cannot now is new, too`() throws {
        let cases = [
            "k-4": [
                "2025-12-15 bfu.behov ref=b \(Self.nord)", "2025-12-15 bfu.besluttet ref=b",
                "2026-05-13 bfu.afsluttet ref=b begrundet_stillingtagen=true",
            ]
        ]
        let overdue = try DigestScene(.week, of: "2026-05-12", cases).figures(for: "tln").overdue
        #expect(names(overdue.toSettle) == ["k-4 boernesamtale-bfu"] && overdue.new == 0)
    }

    @Test func `a case that is closed leaves the number as it is`() throws {
        let closing = Self.cases.mapValues { $0 + ["2026-05-16 sag.afsluttet"] }
        let (open, closed) = try (
            DigestScene(.week, of: "2026-05-12", Self.cases).figures(for: "tln").overdue,
            DigestScene(.week, of: "2026-05-12", closing).figures(for: "tln").overdue
        )
        #expect(closed.now == open.now && closed.resolved == 0 && closed.toSettle.isEmpty)
        #expect(closed.byState == .shown([.closed: [.lov: 3]]))
    }
}
