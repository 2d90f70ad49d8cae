import TestSupport
import Testing

/// What was known then: the store keeps when each update was taken in.
@Suite struct KnownAtTests {
    @Test func `what was taken in later was not known, whatever its date`() throws {
        let configuration = try ScratchConfiguration()
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-10T12:00:00+02:00")
        try configuration.put("a.jsonl", Lines.measure("u1", at: "2026-03-02"))
        try configuration.awaitEmptySpool()
        func rows(knownAt moment: String) throws -> Int {
            try fristctl(
                configuration, "compliance", "--from", "2026-06-01", "--to", "2026-06-30", "--known-at", moment,
                "--json"
            ).rows().count
        }
        #expect(try rows(knownAt: "2026-06-09T12:00:00+02:00") == 0)
        #expect(try rows(knownAt: "2026-06-11T12:00:00+02:00") == 1)
        withExtendedLifetime(daemon) {}
    }
}
