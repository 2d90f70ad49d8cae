import Deadlines
import Rules
import TestSupport
import Testing

/// What a change of the rules moves (`rules diff`).
@Suite struct RuleChangeTests {
    /// The shipped rules with the four months of barnets lov for an investigation made three.
    private func shorter() throws -> Law {
        let packs = try ["begreber", "stiger", "serviceloven", "barnets-lov", "retssikkerhedsloven"].map { name in
            let text = try RepositoryTree.text("etc/rules/\(name).toml")
            return (
                file: "\(name).toml",
                text: name == "barnets-lov"
                    ? text.replacing("within = { months = 4 }", with: "within = { months = 3 }") : text
            )
        }
        return try LawReader(packs).read().law.only(["bfu-4-maaneder"])
    }

    private func moves(_ lines: [String], from: Law, to: Law, at moment: String) throws -> [String] {
        let moment = try #require(Instant(moment))
        let story = try CaseStory(lines)
        let calendar = try Shipped.calendar
        let (before, after) = (from, to)
        func requirements(_ law: Law) -> [Requirement] {
            standing(of: story.caseID, updates: story.updates, under: law, on: calendar, at: moment).requirements
        }
        return try RuleChange.moves(from: requirements(before), to: requirements(after), at: moment).map { change in
            let dates = try [change.before, change.after].map { try $0?.text(in: Shipped.zone) ?? "–" }
            return "\(change.key.rule) \(change.key.ref?.rawValue ?? "–") \(dates[0]) → \(dates[1])"
        }
    }

    private static let start = "2024-03-01 bfu.behov ref=bfu-1"
    private static let moved = "bfu-4-maaneder bfu-1 2024-07-01 → 2024-06-01"

    @Test(arguments: [
        ([start], "2024-05-01T12:00:00+02:00", [moved]),
        // Missing before and after is open too; so is what only the change makes missing.
        ([start], "2024-08-01T12:00:00+02:00", [moved]),
        ([start], "2024-06-15T12:00:00+02:00", [moved]),
        ([start, "2024-05-02 bfu.afsluttet"], "2024-05-03T12:00:00+02:00", []),
        ([start, "2024-06-15 bfu.afsluttet"], "2024-06-16T12:00:00+02:00", []),
        ([start, "2024-05-02 sag.afsluttet"], "2024-05-03T12:00:00+02:00", []),
        (["2023-12-01 bfu.behov"], "2024-02-01T12:00:00+01:00", []),
        ([], "2024-02-01T12:00:00+01:00", []),
        (
            ["2024-03-02 bfu.behov ref=bfu-2", start, "2024-03-02 bfu.behov"], "2024-05-01T12:00:00+02:00",
            ["bfu-4-maaneder – 2024-07-02 → 2024-06-02", moved, "bfu-4-maaneder bfu-2 2024-07-02 → 2024-06-02"]
        ),
    ])
    func ofAShorterLimit(lines: [String], moment: String, moves expected: [String]) throws {
        let law = try Shipped.law.only(["bfu-4-maaneder"])
        #expect(try moves(lines, from: law, to: try shorter(), at: moment) == expected)
    }

    @Test func ofNoChange() throws {
        let law = try Shipped.law
        #expect(try moves([Self.start], from: law, to: law, at: "2024-05-01T12:00:00+02:00") == [])
    }

    @Test func ofARuleTurnedOnOrOff() throws {
        let lines = ["2024-03-01 underretning.modtaget ref=und-1"]
        let (off, on) = (try Shipped.wholeLaw.only([]), try Shipped.wholeLaw.only(["partshoering-14-dage"]))
        let moment = "2024-03-02T12:00:00+01:00"
        #expect(try moves(lines, from: off, to: on, at: moment) == ["partshoering-14-dage und-1 – → 2024-03-15"])
        #expect(try moves(lines, from: on, to: off, at: moment) == ["partshoering-14-dage und-1 2024-03-15 → –"])
    }
}
