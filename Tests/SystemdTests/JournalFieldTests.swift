import Testing

@testable import Systemd

@Suite struct JournalFieldTests {
    @Test(arguments: ["A", "FRISTD_KEY", "A1_", String(repeating: "A", count: 64)])
    func `names journald keeps`(name: String) {
        #expect(JournalField.isValid(name))
    }

    @Test(arguments: [
        "", "_PID", "1A", "lower", "SPACE D", "DASH-ED", "ÆBLE", "A=B", "A\nB", String(repeating: "A", count: 65),
    ])
    func `names journald drops are refused`(name: String) {
        #expect(!JournalField.isValid(name))
    }

    @Test func `a bad name in the source stops the program`() async {
        await #expect(processExitsWith: .failure) {
            let field: JournalField = "_FORGED"
            print(field)
        }
    }

    @Test func `a message id is 32 digits, however it is written`() throws {
        let plain = try #require(JournalMessageID("C2C0FA2C5C2E4B7E9C4B7C9B4C5B0A11" as String))
        let hyphened: JournalMessageID = "c2c0fa2c-5c2e-4b7e-9c4b-7c9b4c5b0a11"
        #expect(plain == hyphened)
        #expect(plain.description == "c2c0fa2c5c2e4b7e9c4b7c9b4c5b0a11")
    }

    @Test(arguments: ["", "c2c0", "c2c0fa2c5c2e4b7e9c4b7c9b4c5b0a1g", "00000000000000000000000000000000"])
    func `what is no message id is refused`(text: String) {
        #expect(JournalMessageID(text) == nil)
    }
}
