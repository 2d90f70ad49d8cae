import Deadlines
import Figures
import TestSupport
import Testing

/// How what was met and missed in a period is counted: here the first half of 2024.
@Suite struct ComplianceTests {
    private static let period = Period(
        from: LocalDate(year: 2024, month: 1, day: 1), until: LocalDate(year: 2024, month: 6, day: 30))
    private static let end = "2024-07-01T00:00:00+02:00"

    /// The counts of one rule over cases of these lines, a line a group: `lov met 1 late 0 missing 0 …`.
    private func counts(_ rule: String, _ cases: [[String]], at moment: String = end) throws -> [String] {
        var compliance = Compliance(period: Self.period)
        let (instant, zone) = (try #require(Instant(moment)), try Shipped.zone)
        let lastDay = try #require(Self.period.until)
        let end = PeriodEnd(of: lastDay, in: zone, at: instant)
        for lines in cases {
            let story = try CaseStory(lines)
            for requirement in try story.requirements(of: rule, at: moment) {
                compliance.count(requirement, holder: nil, at: instant, in: zone)
            }
            let known = story.arriving(end.known(story.updates, in: zone))
            for requirement in try known.requirements(of: rule, at: zone.text(of: end.judged)) {
                compliance.countAtEnd(requirement, holder: nil, end: end, in: zone)
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
                == ["lov met 0 late 0 missing 0 excused 0 pending 1 uncertain 0 percent – overdue 0"])
    }

    /// Due on Sunday 30 June, the period's last day: judged at the midnight after it, by what is dated that day or before.
    @Test(arguments: [
        ("", "met 0 late 0 missing 1", 1), ("2024-06-30 opfoelgning.afholdt", "met 1 late 0 missing 0", 0),
        ("2024-07-01 opfoelgning.afholdt", "met 0 late 1 missing 0", 1),
        ("2024-07-01 sag.afsluttet", "met 0 late 0 missing 1", 1),
        ("2024-06-30 sag.afsluttet", "", 0),
    ])
    func `what falls due on the last day`(more: String, columns: String, overdue: Int) throws {
        let lines = ["2024-03-30 indsats.ivaerksat ref=i type=x"] + (more.isEmpty ? [] : [more])
        for moment in [Self.end, "2024-07-01T08:00:00+02:00", "2024-09-01T08:00:00+02:00"] {
            // What is dated on the first of July exists from its 00:00 on.
            let found = try counts("opfoelgning-foerste", [lines], at: moment)
            guard !columns.isEmpty else {
                #expect(found == [])
                continue
            }
            #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("lov \(columns)") }, "\(found)")
            #expect(found.allSatisfy { $0.hasSuffix("overdue \(overdue)") }, "\(moment): \(found)")
        }
        #expect(
            try counts("opfoelgning-foerste", [[lines[0]]], at: "2024-06-30T18:00:00+02:00").allSatisfy {
                $0.hasSuffix("pending 1 uncertain 0 percent – overdue 0")
            })
    }

    /// At midnight a decision that was planned for the last day is planned no more, and lacks nothing.
    @Test func `what lapses at the midnight is not overdue at the end`() throws {
        let plan = ["2024-06-10 afgoerelse.planlagt ref=a dato=2024-06-30 type=stoettende"]
        #expect(try counts("boernesamtale-foer-afgoerelse", [plan]) == [])
    }

    /// Due at 23.59.59 on the last day, and at the midnight itself, which is the next day's.
    @Test func `a limit of hours belongs to the day of its due instant`() throws {
        let last = ["2024-06-29T23:59:59+02:00 underretning.modtaget"]
        let next = ["2024-06-30T00:00:00+02:00 underretning.modtaget"]
        #expect(
            try counts("underretning-24-timer", [last])
                == ["lov met 0 late 0 missing 1 excused 0 pending 0 uncertain 0 percent 0 overdue 1"])
        #expect(try counts("underretning-24-timer", [next]) == [])
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
        for team in ["nord", "syd"] {
            compliance.count(
                requirement, holder: Holder(team: TeamID(rawValue: team)), at: moment, in: try Shipped.zone)
        }
        #expect(
            Set(compliance.groups.keys.map(\.holder)) == [
                Holder(team: TeamID(rawValue: "nord")), Holder(team: TeamID(rawValue: "syd")),
            ])
        #expect(compliance.groups.values.allSatisfy { $0.count(.missing) == 1 })
    }
}
