import Foundation
import TestSupport
import Testing

/// Nineteen synthetic cases whose counts are those of a real report.
@Suite struct KoebenhavnScenarioTests {
    private struct Row: Equatable {
        let met: Int
        let late: Int
        let missing: Int
        let pending: Int
    }

    private let expected = [
        "bfu-4-maaneder": Row(met: 4, late: 2, missing: 0, pending: 0),
        "boernesamtale-foer-afgoerelse": Row(met: 7, late: 0, missing: 3, pending: 0),
        "opfoelgning-foerste": Row(met: 1, late: 3, missing: 0, pending: 0),
        "opfoelgning-naeste": Row(met: 2, late: 1, missing: 1, pending: 0),
        "begrundet-stillingtagen": Row(met: 6, late: 0, missing: 4, pending: 0),
        "bfu-foer-afgoerelse": Row(met: 7, late: 0, missing: 1, pending: 0),
        "plan-foer-afgoerelse": Row(met: 2, late: 3, missing: 3, pending: 0),
        "plan-efter-akut": Row(met: 2, late: 0, missing: 0, pending: 0),
        "tilsyn-2-aarligt": Row(met: 3, late: 0, missing: 1, pending: 0),
        "barnet-ved-opfoelgning": Row(met: 7, late: 0, missing: 0, pending: 0),
        "boernesamtale-bfu": Row(met: 4, late: 2, missing: 0, pending: 0),
    ]

    @Test func `the counts are those of the report`() throws {
        let configuration = try ScratchConfiguration(wholeLaw: true)
        let updates = try #require(Bundle.module.path(forResource: "Resources/koebenhavn-2020", ofType: "jsonl"))
        let outcome = try fristctl(
            configuration, "compliance", "--updates", updates, "--from", "2019-01-23", "--to", "2019-12-31", "--as-of",
            "2019-12-31T23:59:59+01:00", "--json")
        #expect(outcome.status == 0 && outcome.errors == "")
        let rows = try outcome.rows()
        var found: [String: Row] = [:]
        for row in rows {
            func count(_ name: String) throws -> Int { try #require(row[name] as? Int) }
            let rule = try #require(row["rule"] as? String)
            found[rule] = try Row(
                met: count("met"), late: count("late"), missing: count("missing"), pending: count("pending"))
            #expect(try count("excused") == 0 && count("uncertain") == 0, "\(rule)")
        }
        #expect(found == expected)
        #expect(rows.count == found.count)
    }

    @Test func `nothing but the files is touched`() throws {
        let configuration = try ScratchConfiguration()
        let updates = try #require(Bundle.module.path(forResource: "Resources/koebenhavn-2020", ofType: "jsonl"))
        for command in ["deadlines", "notices"] {
            #expect(try fristctl(configuration, command, "--updates", updates).status == 0)
        }
        for path in [configuration.spool, configuration.state, configuration.log] {
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }
}
