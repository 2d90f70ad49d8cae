import Deadlines
import Figures
import TestSupport
import Testing

/// What leaders found, counted by team.
@Suite struct ReviewFiguresTests {
    private func figures(
        _ scene: ReviewScene, _ period: DigestPeriod? = nil, only: String? = nil, at day: String
    ) throws -> ReviewFigures {
        let half = try period ?? DigestPeriod(.halfYear, containing: #require(LocalDate(day)))
        var counter = ReviewCounter(
            of: half.days, before: half.previous.days, only: only.map(TeamID.init(rawValue:)), at: try scene.noon(day),
            under: scene.law, scene.review, on: scene.calendar)
        for (caseID, updates) in scene.cases { counter.add(caseID, updates: updates) }
        return counter.figures()
    }

    private func row(_ code: String, _ team: ReviewFigures.Team) throws -> ReviewFigures.Row {
        try #require(team.rows.first { $0.code == code })
    }

    @Test func `the first finding counts, in the team that held the case that day`() throws {
        let scene = try ReviewScene([
            "a": [
                "2025-01-05 sag.oprettet caseworker=mhs team=nord",
                "2025-09-01 ledelsestilsyn.fund ref=2025-2 pejlemaerke=journal vurdering=opfyldt",
                "2026-02-02 ledelsestilsyn.fund ref=2026-1 pejlemaerke=journal vurdering=mangler",
                "2026-02-02 ledelsestilsyn.fund ref=2026-1 pejlemaerke=opfoelgning vurdering=ikke-relevant",
                "2026-03-02 ledelsestilsyn.fund ref=2026-1 pejlemaerke=journal vurdering=opfyldt",
                "2026-04-01 sag.tildelt caseworker=jpe team=syd",
            ],
            "b": [
                "2025-01-05 sag.oprettet caseworker=mhs team=nord",
                "2026-02-02 ledelsestilsyn.fund ref=2026-1 pejlemaerke=journal vurdering=delvist",
                "2026-02-02 ledelsestilsyn.fund ref=2026-1 pejlemaerke=afgoerelse vurdering=mangler",
                "2026-02-03 registrering.annulleret takes-back=b-2",
            ],
        ])
        let teams = try figures(scene, at: "2026-05-12").teams
        #expect(teams.map(\.team?.rawValue) == ["nord", "syd"])
        let journal = try row("journal", teams[0])
        #expect(["opfyldt", "delvist", "mangler"].map(journal.now.count) == [0, 1, 1])
        #expect(journal.now.judged == 2 && journal.now.lacking == 1)
        #expect(journal.before.count("opfyldt") == 1 && journal.before.judged == 1 && journal.before.lacking == 0)
        let other = try row("opfoelgning", teams[0])
        #expect(other.now.count("ikke-relevant") == 1 && other.now.judged == 0)
        #expect(try row("afgoerelse", teams[0]).now == row("inddragelse", teams[0]).now)
        #expect(try row("journal", teams[1]).now.judged == 0)
        #expect(try figures(scene, only: "syd", at: "2026-05-12").teams.count == 1)
    }

    @Test func `whose open cases have been read within twelve months`() throws {
        func opened(_ caseworker: String) -> String { "2024-01-05 sag.oprettet caseworker=\(caseworker) team=nord" }
        func read(_ day: String) -> String {
            "\(day) ledelsestilsyn.fund ref=r pejlemaerke=journal vurdering=opfyldt"
        }
        let scene = try ReviewScene([
            "a": [opened("mhs"), read("2025-05-13")],
            "b": [opened("mhs"), read("2025-05-12")],
            "c": [opened("jpe")],
            "d": [opened("kla"), read("2026-01-05"), "2026-02-01 sag.afsluttet"],
            "e": [opened("kla")],
            "f": ["2024-01-05 sag.oprettet team=nord"],
            "g": [opened("lukket"), "2026-02-01 sag.afsluttet"],
        ])
        let rows = try #require(figures(scene, at: "2026-05-12").teams.first).caseworkers.map { row in
            "\(row.caseworker?.rawValue ?? "–") \(row.read)/\(row.open) \(row.last?.description ?? "–")"
        }
        #expect(rows == ["jpe 0/1 –", "kla 0/1 2026-01-05", "mhs 1/2 2025-05-13", "– 0/1 –"])
    }

    /// One finding as a test makes it.
    private struct Made {
        let day: LocalDate
        let (ref, code, answer): (String, String, String)
    }

    /// Against a count that knows nothing of case files.
    @Test func `it is what somebody counts who goes through the findings one by one`() throws {
        var random = Seed(for: "ReviewFiguresTests")
        let review = try #require(try Shipped.wholeLaw.review)
        let first = try #require(LocalDate("2025-07-01"))
        var cases: [String: [String]] = [:]
        var expected: [String: Int] = [:]
        for number in 0..<60 {
            let move = first.adding(days: Int.random(in: 0..<365, using: &random))
            let teams = [random.one(of: ["nord", "syd"]), random.one(of: ["nord", "syd"])]
            var made: [Made] = []
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                let day = first.adding(days: Int.random(in: 0..<365, using: &random))
                guard made.allSatisfy({ $0.day != day }) else { continue }
                made.append(
                    Made(
                        day: day, ref: random.one(of: ["r1", "r2"]), code: random.one(of: review.pejlemaerker).code,
                        answer: random.one(of: review.answers)))
            }
            cases["c-\(number)"] =
                ["2025-01-05 sag.oprettet caseworker=mhs team=\(teams[0])", "\(move) sag.tildelt team=\(teams[1])"]
                + made.map {
                    "\($0.day) ledelsestilsyn.fund ref=\($0.ref) pejlemaerke=\($0.code) vurdering=\($0.answer)"
                }
            var seen: Set<String> = []
            for finding in made.sorted(by: { $0.day < $1.day })
            where seen.insert("\(finding.ref) \(finding.code)").inserted {
                let half = finding.day.components.year == 2025 ? "before" : "now"
                let team = teams[finding.day < move ? 0 : 1]
                expected["\(team) \(finding.code) \(half) \(finding.answer)", default: 0] += 1
            }
        }
        var found: [String: Int] = [:]
        for team in try figures(ReviewScene(cases), at: "2026-06-30").teams {
            for row in team.rows {
                for answer in review.answers {
                    let key = "\(team.team?.rawValue ?? "") \(row.code)"
                    for (half, counts) in [("now", row.now), ("before", row.before)] where counts.count(answer) > 0 {
                        found["\(key) \(half) \(answer)"] = counts.count(answer)
                    }
                }
            }
        }
        #expect(found == expected && expected.count > 20, "\(random.advice)")
    }
}
