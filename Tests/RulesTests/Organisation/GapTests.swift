import Deadlines
import Rules
import Testing

/// Days on which nobody who could be told is there.
@Suite struct GapTests {
    /// The messages of the faults, each with its line's number.
    private func faults(_ parts: String...) -> [String] {
        do throws(Faults) {
            let people = ["kor", "tno", "vag"].map { "[[person]]\nid = \"\($0)\"" }
            let text = ([Self.roles] + parts + people).joined(separator: "\n")
            _ = try OrganisationReader(file: "o", text: text).organisation()
            return []
        } catch {
            return error.list.map(\.description)
        }
    }

    private static let roles = """
        [department]
        koordinator = "kor"
        afdelingsleder = "afd"
        centerchef = "cch"
        vagt = "vag"
        [[team]]
        id = "nord"
        teamleder = "tno"
        """

    private func person(_ id: String, _ substitute: String?, _ away: String...) -> String {
        let absences = away.map { period in
            let days = period.split(separator: " ")
            return "{ from = \(days[0])" + (days.count > 1 ? ", until = \(days[1]) }" : " }")
        }
        return "[[person]]\nid = \"\(id)\"\n" + (substitute.map { "substitute = \"\($0)\"\n" } ?? "")
            + "away = [\(absences.joined(separator: ", "))]"
    }

    @Test func `the days both leaders are away`() throws {
        let found = faults(
            person("afd", nil, "2026-07-06 2026-07-19"), person("cch", nil, "2026-07-13 2026-07-31"))
        #expect(
            found == [
                "o:11: person[0].away: from 2026-07-13 to 2026-07-19 nobody is there to be told what goes to the "
                    + "afdelingsleder, or passes up to that role from another: \"afd\" and \"cch\", who could be told, "
                    + "are away then; name a substitute who is there, or change an absence"
            ])
    }

    @Test func `absences that meet without a day between them are one gap`() {
        let found = faults(
            person("afd", nil, "2026-07-06 2026-07-10", "2026-07-11 2026-07-12", "2026-07-12 2026-07-14"),
            person("cch", nil, "2026-07-01 2026-07-31", "2026-12-24"))
        #expect(found.count == 1 && found[0].contains("from 2026-07-06 to 2026-07-14"), "\(found)")
    }

    @Test func `one day, and no end`() {
        let one = faults(person("afd", nil, "2026-07-06 2026-07-10"), person("cch", nil, "2026-07-10 2026-07-31"))
        #expect(one.count == 1 && one[0].contains(": on 2026-07-10 nobody"), "\(one)")
        let endless = faults(person("afd", nil, "2026-07-06"), person("cch", nil, "2026-08-01"))
        #expect(endless.count == 1 && endless[0].contains(": from 2026-08-01 on nobody"), "\(endless)")
    }

    @Test func `two gaps are two faults`() {
        let found = faults(
            person("afd", nil, "2026-07-01 2026-07-05", "2026-12-24 2026-12-31"), person("cch", nil, "2026-07-01"))
        #expect(found.count == 2, "\(found)")
    }

    @Test func `a substitute's substitute who is there closes it`() {
        let leaders = [person("afd", "s1", "2026-07-01 2026-07-31"), person("cch", nil, "2026-07-01 2026-07-31")]
        let first = person("s1", "s2", "2026-07-10 2026-07-20")
        #expect(faults(leaders[0], leaders[1], first, "[[person]]\nid = \"s2\"") == [])
        let away = faults(leaders[0], leaders[1], first, person("s2", nil, "2026-07-20 2026-07-21"))
        #expect(away.count == 1 && away[0].contains("on 2026-07-20 nobody"), "\(away)")
        #expect(away.first?.contains("\"afd\", \"s1\", \"s2\" and \"cch\"") == true, "\(away)")
    }

    /// Whoever is below is no way out: what should go above the teamleder is then told nobody who could answer for it.
    @Test func `a teamleder who is there does not close it`() {
        #expect(faults(person("afd", nil, "2026-07-01"), person("cch", nil, "2026-07-01")).count == 1)
    }

    /// A teamleder who is away alone is covered by those above.
    @Test func `one who is away below others is none`() {
        let found = faults(
            "[[person]]\nid = \"afd\"", "[[person]]\nid = \"cch\"", person("jpe", "kor", "2026-07-01"))
        #expect(found == [])
    }

    @Test func `a team's own head is told of with the team`() {
        let team = "[[team]]\nid = \"syd\"\nteamleder = \"tno\"\nafdelingsleder = \"asy\"\ncenterchef = \"asy\""
        let found = faults(
            "[[person]]\nid = \"afd\"", "[[person]]\nid = \"cch\"", team, person("asy", nil, "2026-07-01 2026-07-02"))
        #expect(found.count == 1 && found[0].contains("the afdelingsleder of the team \"syd\""), "\(found)")
        #expect(found.first?.contains("\"asy\" is away then, and nobody stands in") == true, "\(found)")
    }
}
