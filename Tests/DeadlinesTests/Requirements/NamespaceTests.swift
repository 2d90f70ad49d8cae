import TestSupport
import Testing

/// `team/…`, `raadgiver/…` and `kilde/…` are no children's cases; any other reference is one.
@Suite struct NamespaceTests {
    private static let example = Example(
        "", ["2024-03-01 bfu.behov"], at: "2024-04-01", ["– 2024-03-01 → 2024-07-01 pending"])

    @Test(arguments: ["team/nord", "raadgiver/mhs", "kilde/dubu"]) func noChild(caseID: String) throws {
        #expect(try CaseStory(Self.example.lines, of: caseID).rows(of: "bfu-4-maaneder", at: "2024-04-01").isEmpty)
    }

    @Test(arguments: ["2024-0417", "2024/0417", "nord/2024/0417", "team", "teams/nord", "/17"])
    func aChild(caseID: String) throws {
        try Self.example.check("bfu-4-maaneder", of: caseID)
    }
}
