import Files
import Testing

@testable import Spool

/// Names for what is put beside other files, whatever a producer has called its own.
@Suite struct FreeNameTests {
    private static let letters = ["a", "æ", ".", "\u{301}", "👨‍👩‍👧", "\u{200D}", "-", "7"]

    @Test func `a numbered name fits, and no two are the same`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            var text = "a"
            let wanted = Int.random(in: 1...255, using: &generator)
            while let next = Self.letters.randomElement(using: &generator), (text + next).utf8.count <= wanted {
                text += next
            }
            let name = FileName(text)
            let names = [0, 1, 2, 1_000_000].map { name.numbered($0, before: FileName.reportEnding).text }
            for one in names { #expect(!one.isEmpty && one.utf8.count + FileName.reportEnding.utf8.count <= 255) }
            #expect(Set(names).count == names.count)
        }
    }

    @Test func `an ending of nothing but accents is cut as well`() {
        let name = FileName("a.x" + String(repeating: "\u{301}", count: 124))
        let text = name.numbered(1, before: FileName.reportEnding).text
        #expect(Array(text.unicodeScalars).starts(with: "a.1.x".unicodeScalars) && text.utf8.count < 64)
    }
}
