import Testing

@testable import Notices

@Suite struct PrintableTextTests {
    @Test func `every control character and line separator goes, and nothing else`() {
        for value: UInt32 in 0...0x2100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isControl = value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
            let text = "æ\(Character(scalar))·§"
            let kept = isControl && value != 0x0A ? "æ·§" : text
            #expect(Array(PrintableText.of(text).unicodeScalars) == Array(kept.unicodeScalars), "U+\(value)")
        }
    }
}
