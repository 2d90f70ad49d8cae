import Deadlines
import Figures
import TestSupport
import Testing

/// Where the limits of a row stand, and what cannot be judged.
@Suite struct RuleFiguresTests {
    private static let nord = "caseworker=mhs team=nord"

    private func rows(_ cases: [String: [String]], for person: String = "afd") throws -> [RuleFigures] {
        try DigestScene(.week, of: "2026-05-12", cases).figures(for: person).rules
    }

    private func laws(_ rule: String, _ cases: [String: [String]]) throws -> [String] {
        try #require(try rows(cases).first { $0.rule.rawValue == rule }).citations.map(\.law)
    }

    /// A plan that was to be there before a decision, under serviceloven and under barnets lov.
    @Test func `the acts behind the figures, oldest first, and no other`() throws {
        let old = ["k-1": ["2023-05-01 afgoerelse.truffet ref=a type=anbringelse \(Self.nord)"]]
        let new = ["k-2": ["2025-05-01 afgoerelse.truffet ref=a type=anbringelse samtykke=false \(Self.nord)"]]
        #expect(try laws("plan-foer-afgoerelse", old) == ["Serviceloven § 140, stk. 1"])
        #expect(try laws("plan-foer-afgoerelse", new) == ["Barnets lov § 91, stk. 2"])
        #expect(
            try laws("plan-foer-afgoerelse", old.merging(new) { first, _ in first })
                == ["Serviceloven § 140, stk. 1", "Barnets lov § 91, stk. 2"])
    }

    /// A decision in each quarter, with a plan: one kept under each act, and nothing overdue.
    @Test func `the act behind the quarter before is among them`() throws {
        func decision(_ day: String) -> [String] {
            [
                "2023-10-01 plan.udarbejdet ref=a \(Self.nord)",
                "\(day) afgoerelse.truffet ref=a type=anbringelse samtykke=false plan=true",
            ]
        }
        let cases = ["k-1": decision("2023-11-01"), "k-2": decision("2024-02-01")]
        let rules = try DigestScene(.quarter, of: "2024-02-01", cases).figures(for: "afd").rules
        let rule = try #require(rules.first { $0.rule.rawValue == "plan-foer-afgoerelse" })
        #expect(rule.kept == .shown(Ratio(1, of: 1)) && rule.keptBefore == .shown(Ratio(1, of: 1)))
        #expect(rule.citations.map(\.law) == ["Serviceloven § 140, stk. 1", "Barnets lov § 91, stk. 2"])
    }

    @Test func `what is to be confirmed is marked so`() throws {
        let rows = try rows(["k-1": ["2026-04-20 underretning.modtaget ref=u \(Self.nord)"]])
        let receipt = try #require(rows.first { $0.rule.rawValue == "underretning-kvittering" })
        #expect(receipt.citations.map { "\($0.law) \($0.confirmed)" } == ["Barnets lov § 138 false"])
        #expect(!receipt.countsHours)
    }

    @Test(arguments: [(4, nil), (5, 5)])
    func `how many cannot be judged, to the committee only of five`(count: Int, told: Int?) throws {
        let cases = Dictionary(
            uniqueKeysWithValues: (0..<count).map {
                (
                    "k-\($0)",
                    ["2026-05-12 underretning.modtaget ref=u \(Self.nord)", "2026-05-13 underretning.vurderet"]
                )
            })
        func uncertain(_ person: String) throws -> RuleFigures {
            try #require(try rows(cases, for: person).first { $0.rule.rawValue == "underretning-24-timer" })
        }
        #expect(try uncertain("afd").uncertain == .shown(count) && uncertain("afd").countsHours)
        #expect(try uncertain("udvalg").uncertain.value == told)
    }

    @Test func `by title for the committee, what was missed most for others`() throws {
        let cases = [
            "k-1": ["2026-02-12 indsats.ivaerksat ref=i type=aflastning \(Self.nord)"],
            "k-2": ["2026-05-12T10:00:00+02:00 underretning.modtaget ref=u \(Self.nord)"],
            "k-3": ["2026-05-12T10:00:00+02:00 underretning.modtaget ref=u \(Self.nord)"],
            "k-4": ["2025-10-01 bfu.behov ref=b \(Self.nord)"],
        ]
        let titles = try rows(cases, for: "udvalg").filter { $0.grundlag == .lov }.map(\.title)
        #expect(titles == titles.sorted() && titles.count > 2)
        #expect(try rows(cases).first?.rule.rawValue == "underretning-24-timer")
    }
}
