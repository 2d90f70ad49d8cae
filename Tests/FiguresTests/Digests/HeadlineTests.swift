import Deadlines
import Figures
import TestSupport
import Testing

/// What is told first, in week 20 of 2026.
@Suite struct HeadlineTests {
    private static let nord = "caseworker=mhs team=nord"

    /// Measures whose follow-up was due on 12 May, of which the first `kept` were held.
    private static func followUps(_ count: Int, kept: Int) -> [String: [String]] {
        let cases = (0..<count).map { index in
            (
                "f-\(index)",
                ["2026-02-12 indsats.ivaerksat ref=i type=aflastning \(nord)"]
                    + (index < kept ? ["2026-05-11 opfoelgning.afholdt ref=i barnet_inddraget=true"] : [])
            )
        }
        return Dictionary(uniqueKeysWithValues: cases)
    }

    /// Reports that should have been assessed on 14 May, of which the first `kept` were.
    private static func reports(_ count: Int, kept: Int) -> [String: [String]] {
        let cases = (0..<count).map { index in
            (
                "u-\(index)",
                ["2026-05-13T10:00:00+02:00 underretning.modtaget ref=u \(nord)"]
                    + (index < kept ? ["2026-05-13T12:00:00+02:00 underretning.vurderet ref=u"] : [])
            )
        }
        return Dictionary(uniqueKeysWithValues: cases)
    }

    /// Investigations that should have ended on 15 May.
    private static func investigations(_ count: Int, kept: Int) -> [String: [String]] {
        let cases = (0..<count).map { index in
            (
                "b-\(index)",
                ["2026-01-15 bfu.behov ref=b \(nord)", "2026-01-20 boernesamtale.afholdt formaal=bfu"]
                    + (index < kept ? ["2026-05-10 bfu.afsluttet ref=b begrundet_stillingtagen=true"] : [])
            )
        }
        return Dictionary(uniqueKeysWithValues: cases)
    }

    private func told(_ parts: [[String: [String]]], for person: String = "tln") throws -> [String] {
        let cases = parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        return try DigestScene(.week, of: "2026-05-12", cases).figures(for: person).headlines.compactMap {
            switch $0 {
            case .missed(let rule, let kept): "\(rule.rule) \(kept.part) of \(kept.whole)"
            case .missedHours(let rule, let kept): "hours \(rule.rule) \(kept.part) of \(kept.whole)"
            case .doable, .toSettle, .overdue, .unassigned, .crowded, .soon: nil
            }
        }
    }

    @Test func `the smallest share of at least five, not the most that were missed`() throws {
        #expect(
            try told([Self.followUps(12, kept: 6), Self.investigations(5, kept: 1)]) == ["bfu-4-maaneder 1 of 5"])
        #expect(
            try told([Self.followUps(5, kept: 4), Self.investigations(4, kept: 0)]) == ["opfoelgning-foerste 4 of 5"])
    }

    @Test func `of fewer only where no rule has five, and never of one alone`() throws {
        #expect(try told([Self.followUps(4, kept: 3), Self.investigations(3, kept: 1)]) == ["bfu-4-maaneder 1 of 3"])
        #expect(try told([Self.followUps(5, kept: 5), Self.investigations(3, kept: 1)]) == [])
        #expect(try told([Self.investigations(1, kept: 0)]) == [])
    }

    @Test(arguments: ["tln", "afd"])
    func `to leaders every limit of hours that was missed`(person: String) throws {
        let cases = [Self.followUps(10, kept: 2), Self.reports(1, kept: 0)]
        #expect(
            try told(cases, for: person) == ["hours underretning-24-timer 0 of 1", "opfoelgning-foerste 2 of 10"])
        #expect(try told([Self.reports(6, kept: 1)], for: person) == ["hours underretning-24-timer 1 of 6"])
    }

    /// 25 cases of a caseworker who should have 20 at most.
    @Test func `what the law says comes before a caseload`() throws {
        let load = Dictionary(
            uniqueKeysWithValues: (0..<45).map { ("l-\($0)", ["2026-05-01 sag.oprettet \(Self.nord)"]) })
        let cases = [load, Self.followUps(10, kept: 2), Self.reports(9, kept: 7)].reduce(into: [:]) {
            $0.merge($1) { first, _ in first }
        }
        let figures = try DigestScene(.week, of: "2026-05-12", cases).figures(for: "afd")
        #expect(figures.load.contains { $0.excess > 0 })
        let order = figures.headlines.map { headline in
            switch headline {
            case .doable: "doable"
            case .toSettle: "to settle"
            case .overdue: "overdue"
            case .missedHours: "hours"
            case .missed: "missed"
            case .crowded: "crowded"
            case .unassigned, .soon: "other"
            }
        }
        #expect(order == ["doable", "hours", "missed", "crowded"])
    }
}
