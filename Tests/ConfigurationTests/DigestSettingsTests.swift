import Configuration
import Deadlines
import Figures
import Rules
import Telling
import TestSupport
import Testing

/// `[digest]` in `fristd.toml`.
@Suite struct DigestSettingsTests {
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration() }

    private func faults(_ key: String, _ value: String) throws -> [String] {
        try configuration.set("digest", key, value)
        do throws(Faults) {
            _ = try SettingsReader(file: configuration.file).read()
            return []
        } catch {
            return error.list.map(\.description)
        }
    }

    @Test func `as shipped, leaders weekly or monthly and the committee quarterly`() throws {
        let digests = try SettingsReader(file: configuration.file).read().digests
        #expect(
            digests.byRole == [
                .koordinator: [.week, .month], .teamleder: [.week, .month], .afdelingsleder: [.month],
                .centerchef: [.month],
            ])
        #expect(digests.committee.rawValue == "udvalg" && digests.committeePeriods == [.quarter])
        #expect(digests.kinds == [.week, .month, .quarter])
    }

    @Test func `as set, and nobody where it says so`() throws {
        for (key, value) in [
            ("teamleder", "\"day\""), ("koordinator", "[]"), ("committee", "\"raad\""),
            ("committee_periods", "[\"half-year\", \"year\"]"),
        ] { #expect(try faults(key, value) == [], "\(key)") }
        let digests = try SettingsReader(file: configuration.file).read().digests
        #expect(digests.byRole[.teamleder] == [.day] && digests.byRole[.koordinator] == [])
        #expect(digests.committee.rawValue == "raad" && digests.committeePeriods == [.halfYear, .year])
        #expect(digests.kinds == [.day, .month, .halfYear, .year])
    }

    @Test(arguments: [
        ("temaleder", "[\"week\"]", "unknown key", "\"teamleder\""),
        ("raadgiver", "[\"week\"]", "unknown key", "digest.raadgiver"),
        ("teamleder", "[\"weak\"]", "unknown word \"weak\"", "did you mean \"week\"?"),
        ("committee_periods", "[\"quater\"]", "unknown word", "\"quarter\""),
        ("teamleder", "7", "a list of strings", "digest.teamleder"),
        ("committee", "\"det politiske udvalg\"", "must be 1–64", "digest.committee"),
        ("committee", "\"../afd\"", "must be 1–64", "digest.committee"),
        ("committee", "\"tln\"", "is a person in the organisation", "committee_periods = []"),
        ("committee", "\"mhs\"", "is a person in the organisation", "digest.committee"),
    ])
    func `what is wrong is told by file and line, with what would be right`(
        key: String, value: String, wrong: String, right: String
    ) throws {
        let faults = try faults(key, value)
        #expect(faults.count == 1, "\(faults)")
        let fault = try #require(faults.first)
        #expect(fault.contains(#/fristd\.toml:\d+: digest\./#), "\(fault)")
        #expect(fault.contains(wrong) && fault.contains(right), "\(fault)")
    }

    @Test func `the committee may be called as somebody when it gets none`() throws {
        #expect(try faults("committee_periods", "[]") == [])
        #expect(try faults("committee", "\"tln\"") == [])
    }
}
