import TestSupport
import Testing

@testable import Deadlines

/// The random cases hold what is hard: else the properties would say little.
@Suite struct RandomCaseTests {
    private let cases: [RandomCase]
    private let law: Law

    init() throws {
        law = try Shipped.wholeLaw
        var seed = Seed(for: "what cases hold")
        var random = RandomCases(under: law)
        cases = (0..<2000).map { _ in random.next(&seed) }
    }

    @Test func `every kind of update is there, and every rule asks for something`() throws {
        #expect(Set(cases.flatMap(\.updates).map(\.event)) == Set(law.vocabulary.kinds.keys))
        let end = try #require(Instant("2025-12-31T12:00:00+01:00"))
        let rules = try cases.flatMap { one in
            try standing(of: one.id, updates: one.updates, under: law, on: Shipped.calendar, at: end).requirements
        }.map(\.key.rule)
        #expect(Set(rules) == Set(law.rules.keys))
    }

    @Test func `days coincide, instants stand among dates, refs are missing`() throws {
        let zone = try Shipped.zone
        expectMany { one in Set(one.updates.map { $0.at.date(in: zone) }).count < one.updates.count }
        expectMany { one in
            one.updates.contains { if case .date = $0.at { true } else { false } }
                && one.updates.contains { if case .instant = $0.at { true } else { false } }
        }
        expectMany { one in one.updates.contains { $0.ref == nil } && one.updates.contains { $0.ref != nil } }
    }

    @Test func `things start a second time, closed cases go on, registrations are taken back`() throws {
        let zone = try Shipped.zone
        expectMany { one in
            let starts = one.updates.filter { $0.event.rawValue == "indsats.ivaerksat" }
            return Set(starts.map(\.ref)).count < starts.count
        }
        expectMany { one in
            guard let end = one.updates.first(where: { law.closing.contains($0.event) }) else { return false }
            return one.updates.contains { $0.at.earliest(in: zone) > end.at.latest(in: zone) }
        }
        expectMany { one in
            let ids = Set(one.updates.map(\.id.rawValue))
            return one.updates.contains {
                law.takingBack.contains($0.event) && ids.contains($0.data.values.first?.asWord ?? "")
            }
        }
    }

    private func expectMany(
        _ holds: (RandomCase) -> Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(cases.count(where: holds) > cases.count / 20, sourceLocation: sourceLocation)
    }
}
