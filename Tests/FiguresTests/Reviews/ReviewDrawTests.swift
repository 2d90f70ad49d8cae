import Deadlines
import Figures
import TestSupport
import Testing

/// A sample that anybody can draw again.
@Suite struct ReviewDrawTests {
    /// Twenty open cases of four caseworkers of one team.
    private static let twenty = Dictionary(
        uniqueKeysWithValues: (1...20).map { number in
            (
                "2026-00\(number < 10 ? "0" : "")\(number)",
                ["2026-01-05 sag.oprettet caseworker=raad-\(number % 4) team=nord"]
            )
        })

    private func references(_ sample: ReviewSample) -> [String] { sample.cases.map(\.caseID.rawValue) }

    /// Found with sha256sum of `4711`, a zero byte, the reference and a zero byte.
    @Test func `it is the order of a hash that anybody can reckon`() throws {
        let scene = try ReviewScene(Self.twenty)
        let six = ["2026-0009", "2026-0012", "2026-0010", "2026-0004", "2026-0005", "2026-0006"]
        #expect(try references(scene.draw(.cases(6), seed: 4711, on: "2026-05-12")) == six)
        #expect(try references(scene.draw(.cases(3), seed: 4711, on: "2026-05-12")) == Array(six.prefix(3)))
    }

    @Test func `the order in which cases come changes nothing`() throws {
        var random = Seed(for: "ReviewDrawTests")
        let scene = try ReviewScene(Self.twenty)
        for seed in [1, 4711, 99_999_999] {
            let first = try scene.draw(.cases(7), seed: seed, on: "2026-05-12")
            for _ in 0..<10 {
                let order = scene.cases.keys.sorted().shuffled(using: &random)
                #expect(
                    try scene.draw(.cases(7), seed: seed, on: "2026-05-12", order: order).cases == first.cases,
                    "\(random.advice)")
            }
        }
        #expect(
            try references(scene.draw(.cases(7), seed: 1, on: "2026-05-12"))
                != references(scene.draw(.cases(7), seed: 2, on: "2026-05-12")))
    }

    @Test func `of each caseworker one, and none of those without`() throws {
        var cases = Self.twenty
        cases["2026-0021"] = ["2026-01-05 sag.oprettet team=nord"]
        let scene = try ReviewScene(cases)
        for seed in 1...30 {
            let sample = try scene.draw(.onePerCaseworker, seed: seed, on: "2026-05-12")
            let caseworkers = sample.cases.compactMap(\.caseworker?.rawValue)
            #expect(caseworkers == ["raad-0", "raad-1", "raad-2", "raad-3"], "\(seed)")
            #expect(sample.unassigned == 1 && sample.open == 21)
        }
    }

    @Test func `only open children's cases of the team are drawn from`() throws {
        let scene = try ReviewScene([
            "2026-0001": ["2026-01-05 sag.oprettet caseworker=mhs team=nord"],
            "2026-0002": ["2026-01-05 sag.oprettet caseworker=mhs team=nord", "2026-02-01 sag.afsluttet"],
            "2026-0003": ["2026-01-05 sag.oprettet caseworker=mhs team=syd"],
            "2026-0004": ["2026-01-05 sag.oprettet team=nord", "2026-02-01 sag.tildelt team=syd"],
            "2026-0005": ["2026-01-05 sag.oprettet team=syd", "2026-02-01 sag.tildelt team=nord"],
            "2026-0006": ["2026-05-13 sag.oprettet team=nord"],
            "raadgiver/mhs": ["2026-01-05 sag.oprettet caseworker=mhs team=nord"],
            "team/nord": ["2026-01-05 sag.oprettet team=nord"],
        ])
        let sample = try scene.draw(.cases(100), seed: 1, on: "2026-05-12")
        #expect(references(sample).sorted() == ["2026-0001", "2026-0005"] && sample.open == 2)
    }

    @Test func `a theme asks what runs, or what happened lately`() throws {
        let opened = "2025-01-05 sag.oprettet team=nord"
        let scene = try ReviewScene([
            "a": [opened, "2025-02-01 indsats.ivaerksat ref=i type=anbringelse"],
            "b": [
                opened, "2025-02-01 indsats.ivaerksat ref=i type=anbringelse", "2026-05-12 indsats.afsluttet ref=i",
            ],
            "c": [opened, "2025-02-01 indsats.ivaerksat ref=i type=aflastning"],
            "d": [opened, "2025-05-13 boernesamtale.fravalgt formaal=bfu"],
            "e": [opened, "2025-05-12 boernesamtale.fravalgt formaal=bfu"],
        ])
        #expect(try references(scene.draw(.cases(9), seed: 1, on: "2026-05-12", theme: "anbringelser")) == ["a"])
        #expect(try references(scene.draw(.cases(9), seed: 1, on: "2026-05-12", theme: "fravalgte-samtaler")) == ["d"])
    }

    @Test func `what was drawn lately, by any team, is left out unless it is asked for again`() throws {
        let opened = "2024-01-05 sag.oprettet caseworker=mhs team=nord"
        let scene = try ReviewScene([
            "a": [opened], "b": [opened], "c": [opened],
            "team/nord": ["2025-05-13 ledelsestilsyn.udtaget ref=2025-1 sag=a"],
            "team/syd": [
                "2025-05-12 ledelsestilsyn.udtaget ref=2025-1 sag=b", "2026-02-02 ledelsestilsyn.udtaget ref=x sag=c",
                "2026-02-03 registrering.annulleret takes-back=team/syd-1",
            ],
        ])
        let sample = try scene.draw(.cases(9), seed: 1, on: "2026-05-12")
        #expect(references(sample).sorted() == ["b", "c"] && sample.leftOut == 1)
        #expect(try references(scene.draw(.cases(9), seed: 1, on: "2026-05-13")).sorted() == ["a", "b", "c"])
        #expect(try scene.draw(.cases(9), seed: 1, on: "2026-05-12", again: true).cases.count == 3)
    }

    /// Over five years of reviews at odd times.
    @Test func `never the same case twice in twelve months`() throws {
        var random = Seed(for: "ReviewDrawTests")
        let scene = try ReviewScene(Self.twenty)
        let team = CaseID(rawValue: "team/nord")
        var (drawn, notes): ([String: [LocalDate]], [Update]) = ([:], [])
        var day = try #require(LocalDate("2026-05-12"))
        var (most, repeats) = (0, 0)
        for round in 0..<40 {
            let size: ReviewDraw.Size =
                random.once(in: 3) ? .onePerCaseworker : .cases(Int.random(in: 1...9, using: &random))
            let sample = try scene.draw(
                size, seed: Int.random(in: ReviewDraw.seeds, using: &random), on: day.description,
                besides: [team: notes])
            for reference in references(sample) {
                for before in drawn[reference] ?? [] {
                    #expect(before.adding(months: 12) <= day, "\(reference) \(before) \(day) \(random.advice)")
                    repeats += 1
                }
                drawn[reference, default: []].append(day)
                notes.append(
                    try StoryLine(text: "\(day) ledelsestilsyn.udtaget ref=r-\(round) sag=\(reference)").update(
                        of: team, id: "n-\(round)-\(reference)", under: scene.law))
            }
            most = max(most, sample.leftOut)
            day = day.adding(days: Int.random(in: 1...90, using: &random))
        }
        // Otherwise it says nothing.
        #expect(repeats > 0 && most > 5, "\(random.advice)")
    }

    @Test func `who has no case left to draw is named`() throws {
        let scene = try ReviewScene([
            "a": ["2024-01-05 sag.oprettet caseworker=mhs team=nord"],
            "b": ["2024-01-05 sag.oprettet caseworker=jpe team=nord"],
            "team/nord": ["2026-05-01 ledelsestilsyn.udtaget ref=2026-1 sag=a"],
        ])
        let sample = try scene.draw(.onePerCaseworker, seed: 1, on: "2026-05-12")
        #expect(references(sample) == ["b"] && sample.passedOver.map(\.rawValue) == ["mhs"])
    }
}
