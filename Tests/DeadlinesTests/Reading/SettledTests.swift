import Deadlines
import TestSupport
import Testing

/// A leader settles what is missing and cannot be done any more: all of that rule with exactly that `ref` (spec §4).
@Suite struct SettledTests {
    private let law: Law
    private let calendar: WorkCalendar

    init() throws { (law, calendar) = (try Shipped.wholeLaw, try Shipped.calendar) }

    private static let decision = "2024-03-01 afgoerelse.truffet ref=a type=stoettende"
    private static let settling =
        "brud.gennemgaaet regel=boernesamtale-foer-afgoerelse af=tln begrundelse=kan-ikke-goeres-om"

    private func settled(_ lines: [String], at: String = "2024-06-10T12:00:00+02:00") throws -> [String: Bool] {
        let story = try CaseStory(lines, under: law)
        let moment = try #require(Instant(at))
        let standing = standing(
            of: story.caseID, updates: story.updates, under: law, on: calendar, at: moment)
        let missing = standing.requirements.filter {
            $0.key.rule.rawValue == "boernesamtale-foer-afgoerelse" && $0.status(at: moment) == .missing
        }
        #expect(missing.allSatisfy { !$0.isDoable(at: moment) })
        return Dictionary(uniqueKeysWithValues: missing.map { ($0.key.ref?.rawValue ?? "–", $0.isSettled(at: moment)) })
    }

    @Test func `it is settled from that day on, and stays missing`() throws {
        #expect(try settled([Self.decision]) == ["a": false])
        #expect(try settled([Self.decision, "2024-05-02 \(Self.settling) ref=a"]) == ["a": true])
        #expect(
            try settled([Self.decision, "2024-05-02 \(Self.settling) ref=a"], at: "2024-05-01T12:00:00+02:00") == [
                "a": false
            ])
    }

    @Test func `it is settled on the very day, not before`() throws {
        #expect(try settled([Self.decision, "2024-03-01 \(Self.settling) ref=a"]) == ["a": true])
        #expect(try settled([Self.decision, "2024-02-29 \(Self.settling) ref=a"]) == ["a": false])
    }

    @Test func `exactly its ref is settled, and all that had started`() throws {
        let other = "2024-03-04 afgoerelse.truffet ref=b type=stoettende"
        let none = "2024-03-05 afgoerelse.truffet type=stoettende"
        let later = "2024-05-03 afgoerelse.truffet ref=a type=stoettende"
        #expect(
            try settled([Self.decision, other, none, "2024-05-02 \(Self.settling) ref=a"])
                == ["a": true, "b": false, "–": false])
        #expect(try settled([Self.decision, none, "2024-05-02 \(Self.settling)"]) == ["a": false, "–": true])
        let story = try CaseStory([Self.decision, later, "2024-05-02 \(Self.settling) ref=a"], under: law)
        let moment = try #require(Instant("2024-06-10T12:00:00+02:00"))
        let found = standing(of: story.caseID, updates: story.updates, under: law, on: calendar, at: moment)
            .requirements.filter { $0.key.rule.rawValue == "boernesamtale-foer-afgoerelse" }
        #expect(found.map { $0.isSettled(at: moment) } == [true, false])
    }

    @Test func `what could be done then is not settled, whatever comes later`() throws {
        let moment = try #require(Instant("2024-09-10T12:00:00+02:00"))
        func settled(_ lines: [String]) throws -> [Bool] {
            let story = try CaseStory(lines, under: law)
            return standing(of: story.caseID, updates: story.updates, under: law, on: calendar, at: moment)
                .requirements.filter { $0.key.rule.rawValue == "opfoelgning-foerste" }
                .map { $0.isSettled(at: moment) }
        }
        let measure = "2024-01-10 indsats.ivaerksat ref=i type=stoettende"
        let said = "brud.gennemgaaet regel=opfoelgning-foerste af=tln ref=i"
        #expect(try settled([measure, "2024-05-02 \(said)"]) == [false])
        #expect(try settled([measure, "2024-05-02 \(said)", "2024-06-01 indsats.afsluttet ref=i"]) == [false])
        #expect(try settled([measure, "2024-06-01 indsats.afsluttet ref=i", "2024-06-02 \(said)"]) == [true])
    }
}
