import Deadlines
import Figures
import Testing

/// Waits and shares as leaders and as the committee are told them: the second quarter of 2026.
@Suite struct CommitteeStatisticTests {
    private static let nord = "caseworker=mhs team=nord"

    /// A decision of April, and a measure so many days later; nil has not begun.
    private static func wait(_ days: Int?, _ type: String, after: [String] = []) -> [String] {
        let decision = "2026-04-02 afgoerelse.truffet ref=a type=stoettende \(nord)"
        let begun = LocalDate("2026-04-02").flatMap { date in
            days.map { "\(date.adding(days: $0)) indsats.ivaerksat ref=i type=\(type)" }
        }
        return after + [decision] + (begun.map { [$0] } ?? [])
    }

    private func waits(_ cases: [[String]], for person: String) throws -> [String] {
        let named = Dictionary(uniqueKeysWithValues: cases.enumerated().map { ("k-\($0.offset)", $0.element) })
        let figures = try DigestScene(.quarter, of: "2026-05-12", named).figures(for: person)
        guard
            case .waiting(let all, _, let bySort, let still, let longest)? = figures.statistics.first(where: {
                $0.statistic.id.rawValue == "ventetid"
            })?.result
        else { return [] }
        func text(_ wait: StatisticFigures.Wait) -> String {
            "\(wait.count) median \(wait.median.map { "\($0)" } ?? "–") longest \(wait.longest.map { "\($0)" } ?? "–")"
        }
        return ["all \(text(all))"] + bySort.map { "\($0.sort) \($0.wait.value.map(text) ?? "hidden")" }
            + ["still \(still) \(longest.map { "\($0.caseID) \($0.days)" } ?? "–")"]
    }

    private static let cases =
        [10, 20, 30, 40, 50].map { wait($0, "aflastning") } + [wait(7, "kontaktperson")] + [wait(nil, "")]

    @Test func `a leader is told the longest, and whose it is`() throws {
        #expect(
            try waits(Self.cases, for: "afd")
                == [
                    "all 6 median 25.0 longest 50", "aflastning 5 median 30.0 longest 50",
                    "kontaktperson 1 median 7.0 longest 7", "still 1 k-6 90",
                ])
    }

    @Test func `the committee is told no child's wait`() throws {
        #expect(
            try waits(Self.cases, for: "udvalg")
                == ["all 6 median 25.0 longest –", "aflastning hidden", "kontaktperson hidden", "still 1 –"])
        #expect(
            try waits(Array(Self.cases.prefix(5)), for: "udvalg")
                == ["all 5 median 30.0 longest –", "aflastning 5 median 30.0 longest –", "still 0 –"])
        // One sort of few is all there is: the line of all would be its line.
        #expect(
            try waits(Array(Self.cases.prefix(4)), for: "udvalg")
                == ["all 4 median – longest –", "aflastning hidden", "still 0 –"])
    }

    /// The first measure began a month before the decision.
    private static let earlier = ["2026-03-02 indsats.ivaerksat ref=i-0 type=kontaktperson \(nord)"]

    @Test(arguments: [
        (wait(nil, "", after: earlier), "still 0 –"),
        // It ended on the day of the decision, or the case was closed meanwhile and opened again.
        (wait(nil, "", after: earlier + ["2026-04-02 indsats.afsluttet ref=i-0"]), "still 1 k-0 90"),
        (wait(nil, "", after: earlier + ["2026-03-20 sag.afsluttet", "2026-04-01 sag.oprettet"]), "still 1 k-0 90"),
        (wait(nil, "", after: earlier + ["2026-04-03 indsats.afsluttet ref=i-0"]), "still 0 –"),
        // Without a decision a § 11 course is no measure.
        (wait(nil, "", after: ["2026-03-02 indsats.ivaerksat ref=p type=paragraf-11-3"]), "still 1 k-0 90"),
    ])
    func `who has a measure already does not wait for one`(lines: [String], still: String) throws {
        #expect(try waits([lines], for: "afd").last == still)
    }

    /// A decision beside a running measure is about the next one only where no other decision lies between.
    @Test func `a measure that began long after is another decision's`() throws {
        let one = Self.wait(40, "aflastning", after: Self.earlier)
        #expect(try waits([one], for: "afd").first == "all 1 median 40.0 longest 40")
        let two = one + ["2026-05-07 afgoerelse.truffet ref=b type=anbringelse"]
        #expect(try waits([two], for: "afd").first == "all 1 median 5.0 longest 5")
    }

    @Test(arguments: [(4, nil), (5, Ratio(1, of: 5))])
    func `of few conversations the committee is told no share`(count: Int, share: Ratio?) throws {
        let lines =
            ["2026-04-02 boernesamtale.fravalgt formaal=bfu \(Self.nord)"]
            + (1..<count).map { "2026-04-1\($0) boernesamtale.afholdt formaal=bfu" }
        func all(_ person: String) throws -> Figure<Ratio>? {
            let figures = try DigestScene(.quarter, of: "2026-05-12", ["k-1": lines]).figures(for: person)
            guard
                case .share(let all, let before, _)? = figures.statistics.first(where: {
                    $0.statistic.id.rawValue == "fravalgte-samtaler"
                })?.result
            else { return nil }
            // None the quarter before: that may be said.
            return before == .shown(Ratio()) ? all : nil
        }
        #expect(try all("afd") == .shown(Ratio(1, of: count)))
        #expect(try all("udvalg")?.value == share)
    }
}
