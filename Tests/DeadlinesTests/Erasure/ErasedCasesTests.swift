import Deadlines
import Testing

/// Which pieces of a text name a case that was erased, where the text is known to name one.
@Suite struct ErasedCasesTests {
    private func areNamed(_ text: String, _ names: String...) -> Bool {
        ErasedCases(references: Set(names.map { CaseID(rawValue: $0) })).areNamed(in: Array(text.utf8))
    }

    @Test(arguments: [
        "2026-0417", "sag 2026-0417 (ind-1)", "Sag 2026-0417.", "»2026-0417«", "sag 2026-0417: Første opfølgning",
        #"<th class="keep">2026-0417<span>"#, "2026-0418, 2026-0417", #"x\n2026-0417"#.replacing(#"\n"#, with: "\n"),
    ]) func `a piece with the reference as a word`(text: String) {
        #expect(areNamed(text, "2026-0417"))
        #expect(!areNamed(text, "2026-0416", "17", "0417"))
    }

    @Test(arguments: ["2026-04170", "2026-0417-b og 2026-0418", "12026-0417", "syd/2026-0417", "sag 0417, 2026", ""])
    func `not one with another reference that has it in it`(text: String) {
        #expect(!areNamed(text, "2026-0417"))
    }

    @Test func `a reference may end with a full stop`() {
        #expect(areNamed("sag 17. (ind-1)", "17."))
        #expect(areNamed("sag 17. (ind-1)", "17"))
    }
}
