import Configuration
import Deadlines
import Figures
import Telling
import TestSupport
import Testing

/// Who gets a digest, and of which cases; `etc/organisation.toml` is the example.
@Suite struct DigestRecipientTests {
    private func recipients(_ kind: PeriodKind) throws -> [DigestRecipient] {
        let settings = try Shipped.settings
        return settings.digests.recipients(of: kind, in: settings.organisation)
    }

    private func covered(by person: String, _ kind: PeriodKind) throws -> [String] {
        let recipient = try #require(try recipients(kind).first { $0.id.rawValue == person })
        return ["nord", "syd", "øst", ""].filter { team in
            recipient.covers(team.isEmpty ? nil : TeamID(rawValue: team))
        }
    }

    @Test(arguments: [
        (PeriodKind.day, [String]()), (.week, ["kbe", "kor", "tln", "tls"]),
        (.month, ["afd", "cch", "kbe", "kor", "tln", "tls"]), (.quarter, ["udvalg"]), (.halfYear, []), (.year, []),
    ])
    func `as shipped`(kind: PeriodKind, people: [String]) throws {
        #expect(try recipients(kind).map(\.id.rawValue) == people)
    }

    @Test func `a team's leaders see its cases, the department's what no team's own leads`() throws {
        #expect(try covered(by: "tln", .week) == ["nord"])
        #expect(try covered(by: "kbe", .week) == ["nord"])
        // The coordinator of the team syd, and of the department: of cases without a team and teams without one.
        #expect(try covered(by: "kor", .week) == ["syd", "øst", ""])
        #expect(try covered(by: "afd", .month) == ["nord", "syd", "øst", ""])
        #expect(try covered(by: "udvalg", .quarter) == ["nord", "syd", "øst", ""])
    }

    @Test func `a person of two roles gets of each what it has a schedule for`() throws {
        let people = Organisation(
            people: [:], teams: [TeamID(rawValue: "nord"): [.teamleder: PersonID(rawValue: "x")]],
            department: [.afdelingsleder: PersonID(rawValue: "x")])
        let schedule = try Shipped.settings.digests
        let weekly = try #require(schedule.recipients(of: .week, in: people).first)
        let monthly = try #require(schedule.recipients(of: .month, in: people).first)
        #expect(!weekly.covers(nil) && monthly.covers(nil))
        #expect(weekly.offices.map(\.role) == [.teamleder] && monthly.offices.count == 2)
    }

    @Test func `who is asked for out of turn gets it of all roles, and a caseworker none`() throws {
        let settings = try Shipped.settings
        func ask(_ person: String, _ kind: PeriodKind) -> DigestRecipient? {
            settings.digests.recipient(PersonID(rawValue: person), of: kind, in: settings.organisation)
        }
        #expect(ask("afd", .week)?.covers(nil) == true)
        #expect(ask("udvalg", .year)?.isCommittee == true)
        #expect(ask("mhs", .week) == nil && ask("ukendt", .week) == nil && ask("vagt", .week) == nil)
    }
}
