import Deadlines
import Testing

/// How what was met and missed in a period is counted: here the first half of 2024.
@Suite struct ComplianceTests {
    private static let period = Period(
        from: LocalDate(year: 2024, month: 1, day: 1), until: LocalDate(year: 2024, month: 6, day: 30))
    private static let end = "2024-07-01T00:00:00+02:00"

    /// The counts of one rule over cases of these lines, a line a group: `lov met 1 late 0 missing 0 …`.
    private func counts(_ rule: String, _ cases: [[String]], at moment: String = end) throws -> [String] {
        var compliance = Compliance(period: Self.period)
        let (instant, end) = (try #require(Instant(moment)), try #require(Instant(Self.end)))
        for lines in cases {
            let story = try CaseStory(lines)
            for requirement in try story.requirements(of: rule, at: moment) {
                compliance.count(requirement, holder: nil, at: instant, in: try Shipped.zone)
            }
            for requirement in try story.requirements(of: rule, at: Self.end) {
                compliance.countAtEnd(requirement, holder: nil, end: end)
            }
        }
        return compliance.groups.map { group, counts in
            let columns = [Status.met, .late, .missing, .excused, .pending].map { "\($0) \(counts.count($0))" }
            let percent = counts.percent.map { "\(Int($0.rounded()))" } ?? "–"
            return "\(group.grundlag) \(columns.joined(separator: " ")) uncertain \(counts.uncertain)"
                + " percent \(percent) overdue \(counts.overdueAtEnd)"
        }.sorted()
    }

    private static func investigation(_ start: String, _ more: String...) -> [String] {
        ["\(start) bfu.behov ref=bfu-1"] + more
    }

    @Test func everyColumnOnce() throws {
        let cases = [
            Self.investigation("2023-10-01", "2024-02-01 bfu.afsluttet"),
            Self.investigation("2023-10-01", "2024-02-02 bfu.afsluttet"),
            Self.investigation("2023-10-01"),
            Self.investigation("2023-10-01", "2024-01-02 bfu.foreloebig-vurdering aarsag=boernehus"),
            Self.investigation("2023-10-01", "2024-01-02 sag.afsluttet"),
        ]
        #expect(
            try counts("bfu-4-maaneder", cases).map { $0.replacing("lov ", with: "") }
                == ["met 1 late 1 missing 1 excused 1 pending 0 uncertain 0 percent 33 overdue 1"])
    }

    @Test(arguments: [
        ("2023-08-31", 0), ("2023-09-01", 1), ("2024-02-29", 1), ("2024-03-01", 0),
    ])
    func countedInThePeriodInWhichItIsDue(start: String, counted: Int) throws {
        let found = try counts("bfu-4-maaneder", [Self.investigation(start, "\(start) bfu.afsluttet")])
        #expect(found.count == counted)
        #expect(found.allSatisfy { $0.contains("met 1 ") })
    }

    /// Due on 31 December 2023 and never met: in no column of the period, but overdue when it ends.
    @Test func whatIsDueBeforeIsOverdueAtTheEndAllTheSame() throws {
        #expect(
            try counts("bfu-4-maaneder", [Self.investigation("2023-08-31")])
                == ["lov met 0 late 0 missing 0 excused 0 pending 0 uncertain 0 percent – overdue 1"])
    }

    @Test func metAfterThePeriodItStoodUnmetAtItsEnd() throws {
        let late = Self.investigation("2023-10-01", "2024-07-10 bfu.afsluttet")
        #expect(
            try counts("bfu-4-maaneder", [late], at: "2024-08-01T12:00:00+02:00")
                == ["lov met 0 late 1 missing 0 excused 0 pending 0 uncertain 0 percent 0 overdue 1"])
    }

    @Test func notYetDueIsPendingAndNotJudged() throws {
        #expect(
            try counts("bfu-4-maaneder", [Self.investigation("2024-02-01")], at: "2024-05-01T12:00:00+02:00")
                == ["lov met 0 late 0 missing 0 excused 0 pending 1 uncertain 0 percent – overdue 1"])
    }

    /// Assessed on a day, at no known time: perhaps in time, perhaps late.
    @Test func uncertainOnlyInItsColumn() throws {
        let report = ["2024-03-04T10:00:00+01:00 underretning.modtaget", "2024-03-05 underretning.vurderet"]
        let certain = ["2024-03-04T10:00:00+01:00 underretning.modtaget", "2024-03-04 underretning.vurderet"]
        #expect(
            try counts("underretning-24-timer", [report, certain])
                == ["lov met 1 late 0 missing 0 excused 0 pending 0 uncertain 1 percent 100 overdue 0"])
    }

    /// The next follow-up is the act's limit under serviceloven, the municipality's under barnets lov.
    @Test func grundlagApart() throws {
        let old = ["2023-10-01 indsats.ivaerksat type=x", "2023-12-01 opfoelgning.afholdt"]
        let new = ["2023-10-02 indsats.ivaerksat type=x", "2024-01-02 opfoelgning.afholdt naeste=2024-03-01"]
        #expect(
            try counts("opfoelgning-naeste", [old, new])
                == [
                    "lokal met 0 late 0 missing 1 excused 0 pending 0 uncertain 0 percent 0 overdue 1",
                    "lov met 0 late 0 missing 1 excused 0 pending 0 uncertain 0 percent 0 overdue 1",
                ])
    }

    @Test func holdersApart() throws {
        var compliance = Compliance(period: Self.period)
        let story = try CaseStory(Self.investigation("2023-10-01"))
        let moment = try #require(Instant(Self.end))
        let requirement = try #require(try story.requirements(of: "bfu-4-maaneder", at: Self.end).first)
        for holder in ["nord", "syd"] {
            compliance.count(requirement, holder: holder, at: moment, in: try Shipped.zone)
        }
        #expect(Set(compliance.groups.keys.map(\.holder)) == ["nord", "syd"])
        #expect(compliance.groups.values.allSatisfy { $0.count(.missing) == 1 })
    }
}
