import Testing

@testable import Systemd

@Suite struct EscapedTextTests {
    @Test(arguments: [
        ("Sagen er sæt på pause – 🧒🏽", "Sagen er sæt på pause – 🧒🏽"),
        ("a\r\nb\tc", "a\\r\\nb\\tc"),
        ("\u{0}\u{7F}\u{9B}\u{2029}\u{2066}", "\\u{0}\\u{7F}\\u{9B}\\u{2029}\\u{2066}"),
    ])
    func `only what could forge a line is spelled out`(text: String, escaped: String) {
        #expect(text.escapingControls == escaped)
    }

    @Test func `a cut keeps whole characters within the limit`() {
        #expect("øøø".prefix(bytes: 5) == "øø")
        #expect("øøø".prefix(bytes: 6) == "øøø")
        #expect("ø".prefix(bytes: 1) == "")
    }
}
