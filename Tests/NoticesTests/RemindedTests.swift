import Configuration
import Deadlines
import Notices
import Store
import TestSupport
import Testing

/// What the store knows of whether somebody was reminded in time.
@Suite(.ownJournal) struct RemindedTests {
    private let room: SendingRoom

    init() throws { room = try SendingRoom() }

    private func reminded(from first: String, until last: String) throws -> [String] {
        let found = try room.store.reminded(
            from: try #require(LocalDate(first)), until: try #require(LocalDate(last)), in: room.settings.calendar.zone)
        return found.values.flatMap { $0.map { "\($0.rule) \($0.ref?.rawValue ?? "–")" } }.sorted()
    }

    /// A measure due 2 June, of which is reminded on 12 May; and a report due on Wednesday at ten.
    @Test func `what went out before the limit, of what is due on these days`() throws {
        try room.take(
            #"{"id": "a", "case": "CASE", "event": "indsats.ivaerksat", "at": "2026-03-02", "ref": "ind-1", "#
                + #""caseworker": "mhs", "team": "nord", "data": {"type": "aflastning"}}"#,
            at: "2026-03-02T09:00:00+01:00")
        #expect(try reminded(from: "2026-06-01", until: "2026-06-30") == [])
        try room.sender(at: "2026-05-12T09:00:00+02:00").sendDue()
        let told = ["opfoelgning-foerste ind-1"]
        #expect(try reminded(from: "2026-06-02", until: "2026-06-02") == told)
        #expect(try reminded(from: "2026-06-03", until: "2026-06-30") == [])
        #expect(try reminded(from: "2026-05-01", until: "2026-06-01") == [])
        try room.take(
            #"{"id": "b", "case": "CASE", "event": "underretning.modtaget", "at": "2026-05-12T10:00:00+02:00", "ref": "u-1"}"#,
            at: "2026-05-12T10:00:00+02:00")
        try room.sender(at: "2026-05-12T10:01:00+02:00").sendDue()
        #expect(try reminded(from: "2026-05-13", until: "2026-05-13") == ["underretning-24-timer u-1"])
        #expect(try reminded(from: "2026-05-14", until: "2026-06-02") == told)
    }
}
