import Configuration
import Crypto
import Deadlines
import Foundation
import Municipality
import Rules
import Spool
import Telling
import Testing

/// The municipality of which the README gives figures: the same everywhere, and one that fristd takes in.
@Suite struct GeneratorTests {
    /// The figures in the README are of these bytes: whoever changes what is made up measures anew.
    @Test func `the same seed gives the same bytes on any machine`() throws {
        let municipality = try Made.whole.get()
        #expect(try hash(municipality) == "5e:69:67:45:36:ec:3a:72")
    }

    @Test func `made again it is the same, from another seed another`() throws {
        let settings = try Made.settings
        func made(_ seed: UInt64) -> Municipality {
            Municipality(seed: seed, year: 2025, desks: 4, caseload: 5, calendar: settings.calendar)
        }
        #expect(try hash(made(7)) == hash(made(7)))
        #expect(try hash(made(7)) != hash(made(8)))
    }

    private func hash(_ municipality: Municipality) throws -> String {
        var hash = SHA256()
        hash.update(data: Data(municipality.organisation.utf8))
        for delivery in try municipality.deliveries(in: Made.zone) {
            hash.update(data: Data((delivery.name + "\n" + delivery.text).utf8))
        }
        return hash.finalize().prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
    }

    @Test func `every line is read as the update it was made from`() throws {
        let settings = try Made.settings
        let municipality = try Made.whole.get()
        let reader = UpdateReader(vocabulary: settings.law.vocabulary, rules: settings.law.ruleNames)
        let lines = municipality.deliveries(in: settings.calendar.zone).flatMap { $0.text.split(separator: "\n") }
        let read = try lines.map { try reader.update(from: $0.utf8) }
        let made = municipality.cases.flatMap(\.updates).map(\.update)
        #expect(read.count == made.count)
        #expect(Set(read.map(\.id)).count == read.count)
        #expect(Set(read) == Set(made))
    }

    @Test func `a file of its own for each day of registration`() throws {
        let zone = try Made.zone
        let municipality = try Made.small.get()
        let received = municipality.cases.flatMap(\.updates)
            .map { "\($0.update.id) \(zone.date(of: $0.received)).jsonl" }
        let reader = UpdateReader(vocabulary: try Made.settings.law.vocabulary, rules: [])
        let delivered = try municipality.deliveries(in: zone).flatMap { name, text in
            try text.split(separator: "\n").map { "\(try reader.update(from: $0.utf8).id) \(name)" }
        }
        #expect(delivered.sorted() == received.sorted())
    }

    @Test func `the department is one that fristd accepts, and holds everybody who holds a case`() throws {
        let municipality = try Made.whole.get()
        let organisation = try OrganisationReader(file: "organisation.toml", text: municipality.organisation)
            .organisation()
        let updates = municipality.cases.flatMap(\.updates).map(\.update)
        #expect(Set(updates.compactMap(\.caseworker)).isSubset(of: organisation.people.keys))
        #expect(Set(updates.compactMap(\.team)) == Set(organisation.teams.keys))
    }
}
