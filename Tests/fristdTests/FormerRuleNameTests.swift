import Foundation
import TestSupport
import Testing

/// Names of rules of old are taken for the present ones, and told to have changed.
@Suite struct FormerRuleNameTests {
    private let configuration: ScratchConfiguration
    private static let told = "reglen »paragraf-11-varighed« hedder nu »forebyggende-varighed«\n"

    init() throws {
        configuration = try ScratchConfiguration(wholeLaw: true)
        let packs = ["begreber", "stiger", "serviceloven", "barnets-lov", "retssikkerhedsloven", "lokal"]
        try configuration.set("rules", "packs", "[\(packs.map { "\"rules/\($0).toml\"" }.joined(separator: ", "))]")
    }

    @Test func `by explain and rules show`() throws {
        let updates = configuration.path("updates.jsonl")
        let line =
            #"{"id": "a", "case": "2026-0417", "event": "indsats.ivaerksat", "at": "2026-03-02", "ref": "f-1", "#
            + #""data": {"type": "paragraf-30"}}"#
        try line.write(toFile: updates, atomically: true, encoding: .utf8)
        let explained = try fristctl(
            configuration, "explain", "2026-0417", "paragraf-11-varighed", "--updates", updates, "--as-of",
            "2026-04-01T12:00:00+02:00"
        )
        #expect(explained.status == 0 && explained.errors == Self.told, "\(explained.errors)")
        #expect(explained.output.contains("2. marts 2026 + 6 måneder = 2. september 2026"), "\(explained.output)")
        let shown = try fristctl(configuration, "rules", "show", "paragraf-11-varighed")
        #expect(shown.status == 0 && shown.errors == Self.told && shown.output.contains("forebyggende-varighed"))
    }

    @Test func `in what is submitted, whatever packs are loaded`() throws {
        let plain = try ScratchConfiguration()
        for configuration in [configuration, plain] {
            try FileManager.default.createDirectory(
                atPath: configuration.incoming, withIntermediateDirectories: true)
            let line =
                #"{"id": "a", "case": "2026-0417", "event": "frist.sat-i-bero", "at": "2026-03-02", "#
                + #""data": {"regel": "paragraf-11-varighed"}}"#
            let outcome = try fristctl(configuration, "submit", "-", input: line + "\n")
            #expect(outcome.status == 0 && outcome.errors.contains(Self.told), "\(outcome.errors)")
            let other = try fristctl(
                configuration, "submit", "-", input: line.replacing("paragraf-11-varighed", with: "hjemvist-sag") + "\n"
            )
            #expect(other.status == 0 && !other.errors.contains("hedder nu"), "\(other.errors)")
        }
    }

    @Test func `the list of rules says which source was read`() throws {
        let list = try fristctl(configuration, "rules", "list").output
        let rows = list.split(separator: "\n").map(String.init)
        let header = try #require(rows.first { $0.contains("Kilde") })
        #expect(header.contains("Regel") && header.contains("Stige"))
        let unsure = try #require(rows.first { $0.hasPrefix("tvangsundersoegelse") })
        #expect(unsure.contains("ikke bekræftet") && !unsure.contains("læst"))
        let seen = try #require(rows.first { $0.hasPrefix("ungeplan-16-aar") })
        #expect(seen.contains("læst") && !seen.contains("bekræftet"))
    }
}
