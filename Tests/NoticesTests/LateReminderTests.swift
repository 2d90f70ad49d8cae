import Configuration
import Deadlines
import Rules
import Store
import Telling
import TestSupport
import Testing

@testable import Notices

/// What a reminder says that goes out when what it reminds of is due already.
@Suite(.ownJournal) struct LateReminderTests {
    private let room: SendingRoom
    private let wording: Wording

    init() throws {
        room = try SendingRoom()
        wording = try SendingRoom.wording(room.settings.wording.texts)
    }

    /// What each person is told of a report that came at `at` and was registered at `moment`.
    ///
    /// - Parameter late: when it goes out, where an outage held it up.
    private func told(_ at: String, registered moment: String, sent late: String? = nil) throws -> [String: String] {
        try room.take(
            """
            {"id": "a", "case": "CASE", "event": "underretning.modtaget", "at": "\(at)", "ref": "u", \
            "caseworker": "mhs", "team": "nord"}
            """, at: moment)
        let due = try room.store.due(at: Instant(known: moment), limit: 100)
        let sent = try late.map { try Instant(known: $0) }
        return Dictionary(
            due.map { ($0.queued.notice.recipient.person.rawValue, wording.text(of: $0, told: sent).entry) },
            uniquingKeysWith: { first, other in first + other })
    }

    @Test(arguments: [("mhs", ""), ("vagt", " Rådgiver: mhs.")])
    func `at once it says what has come, and by when what is to be done`(person: String, also: String) throws {
        let told = try told("2026-06-01T14:05:00+02:00", registered: "2026-06-01T14:05:00+02:00")
        let says =
            "Ny underretning modtaget mandag den 1. juni 2026 kl. 14.05; den skal være vurderet senest tirsdag den 2. juni "
        #expect(told[person]?.contains("\n    \(says)2026 kl. 14.05.\(also)\n") == true, "\(told)")
        #expect(told[person]?.hasPrefix("NYT · ") == true && told[person]?.contains("registreret") == false)
    }

    @Test func `in time it is calm`() throws {
        let told = try told("2026-06-01T12:00:00+02:00", registered: "2026-06-02T11:59:00+02:00")
        #expect(told["mhs"]?.contains("endnu ikke registreret") == true && told["vagt"]?.contains("Frist: ") == true)
    }

    @Test func `after that it says that the time limit has passed`() throws {
        let told = try told("2026-06-01T12:00:00+02:00", registered: "2026-06-02T12:00:00+02:00")
        #expect(told["mhs"]?.contains(" Fristen tirsdag den 2. juni 2026 kl. 12.00 er passeret") == true, "\(told)")
        #expect(told["mhs"]?.contains("endnu ikke") == false)
    }

    @Test func `where it is not certain, it asks, and tells others than the caseworker whose case it is`() throws {
        let told = try told("2026-06-01", registered: "2026-06-02T05:00:00+02:00")
        #expect(told.count == 2 && told.values.allSatisfy { $0.contains("kan være passeret") }, "\(told)")
        #expect(told["vagt"]?.contains("Rådgiver: mhs.") == true && told["mhs"]?.contains("Rådgiver") == false)
    }

    /// What is counted from a date is due at no known time of day.
    @Test(arguments: [
        (
            "2026-06-01T09:00:00+02:00", "mhs",
            "; den skal være vurderet senest i løbet af tirsdag den 2. juni 2026; klokkeslættet kendes ikke.",
            "i morgen"
        ),
        (
            "2026-06-02T05:00:00+02:00", "mhs", "Fristen kan være passeret i løbet af tirsdag den 2. juni 2026; det",
            "i dag"
        ),
        (
            "2026-06-04T05:00:00+02:00", "vagt", "Fristen udløb senest ved udgangen af tirsdag den 2. juni 2026 (det",
            "for 2 dage siden"
        ),
        (
            "2026-06-04T05:00:00+02:00", "afd", "Fristen udløb senest ved udgangen af tirsdag den 2. juni 2026 (det",
            "for 2 dage siden"
        ),
    ])
    func `a time of day that nobody registered is not given`(
        registered: String, person: String, text: String, distance: String
    ) throws {
        let told = try #require(told("2026-06-01", registered: registered)[person])
        #expect(told.contains(text) && told.contains(" · frist \(distance)\n") && !told.contains(" kl. "), "\(told)")
    }

    @Test func `midnight is given where it was registered`() throws {
        let told = try told("2026-06-01T00:00:00+02:00", registered: "2026-06-04T05:00:00+02:00")
        #expect(told["vagt"]?.contains("Fristen tirsdag den 2. juni 2026 kl. 00.00 er passeret") == true, "\(told)")
    }

    @Test(arguments: [
        // In time, and past.
        ("2026-06-01T12:00:00+02:00", nil, "NYT · ", "skal være vurderet senest"),
        ("2026-06-01T12:00:00+02:00", "2026-06-02T11:59:59+02:00", "NYT · ", "skal være vurderet senest"),
        ("2026-06-01T12:00:00+02:00", "2026-06-02T12:00:00+02:00", "OVERSKREDET · ", "er passeret"),
        // Due at some time of the 2nd.
        ("2026-06-01", "2026-06-01T23:59:59+02:00", "NYT · ", "skal være vurderet senest"),
        ("2026-06-01", "2026-06-02T00:00:00+02:00", "MÅSKE OVERSKREDET · ", "kan være passeret"),
        ("2026-06-01", "2026-06-03T00:00:00+02:00", "OVERSKREDET · ", "udløb senest"),
    ])
    func `what an outage held up is headed and worded for when it goes out`(
        came: String, sent: String?, heading: String, says: String
    ) throws {
        let told = try #require(told(came, registered: "2026-06-01T12:00:00+02:00", sent: sent)["mhs"])
        #expect(told.hasPrefix(heading) && told.contains(says), "\(told)")
        #expect(told.contains("skal være vurderet senest") == heading.hasPrefix("NYT"), "\(told)")
        #expect(!told.contains("endnu ikke"), "\(told)")
    }

    @Test func `a sender that was away tells what it finds as it stands then`() throws {
        try room.take(
            """
            {"id": "a", "case": "CASE", "event": "underretning.modtaget", "at": "2026-06-01T12:00:00+02:00", "ref": "u", \
            "caseworker": "mhs", "team": "nord"}
            """, at: "2026-06-01T12:00:00+02:00")
        try room.sender(at: "2026-06-02T13:00:00+02:00").sendDue()
        let log = try PersonLog("\(room.log)/reminders/mhs.log").entries
        #expect(
            !log.isEmpty
                && log.allSatisfy {
                    !$0.text.contains("PÅMINDELSE") && !$0.text.contains("NYT") && !$0.text.contains("endnu ikke")
                })
    }
}
