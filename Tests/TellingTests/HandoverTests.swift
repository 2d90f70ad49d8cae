import Deadlines
import Telling
import TestSupport
import Testing

/// A new caseworker gets one list of what is open, and all that follows.
@Suite struct HandoverTests {
    private static let measure = "2024-03-04 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord"
    private static let handed = "2024-05-21 sag.tildelt caseworker=jpe"

    /// The handovers of a story until August: when, to whom, where they stand, and what they list.
    private func handovers(_ lines: [String], under law: Law? = nil) throws -> [String] {
        let story = try NoticeStory(lines, under: law)
        let queue = try story.replay(until: try #require(Instant("2024-08-01T12:00:00+02:00")))
        return try queue.filter { $0.notice.stage == .handover }.map { queued in
            let items = try queued.notice.items.map { item in
                guard case .requirement(let rule, let requirement) = item else { return "\(item)" }
                return "\(rule) \(requirement.ref?.rawValue ?? "–") \(requirement.due.text(in: try Shipped.zone))"
            }
            return try story.line(queued.notice, queued.scheduled)
                + " \(queued.state.rawValue): \(items.joined(separator: ", "))"
        }.sorted()
    }

    @Test func `it lists what is open, once`() throws {
        #expect(
            try handovers([Self.measure, Self.handed]) == [
                "2024-05-21T08:00+02:00 handover jpe sent: opfoelgning-foerste ind-1 2024-06-04"
            ])
    }

    @Test(arguments: [
        ("2024-05-21T12:00:00+02:00", "2024-05-22T08:00"), ("2024-05-25", "2024-05-27T08:00"),
    ])
    func `it comes at the next opening`(at: String, opening: String) throws {
        let found = try handovers([Self.measure, "\(at) sag.tildelt caseworker=jpe"])
        #expect(found.map { String($0.prefix(16)) } == [opening])
    }

    @Test func `what lies overdue is listed too, the oldest first`() throws {
        let lines = [
            Self.measure, "2024-03-01T10:00:00+01:00 underretning.modtaget ref=und-1 caseworker=mhs",
            "2024-06-10 sag.tildelt caseworker=jpe",
        ]
        #expect(
            try handovers(lines) == [
                "2024-06-10T08:00+02:00 handover jpe sent: underretning-24-timer und-1 "
                    + "2024-03-02T10:00:00.000+01:00, opfoelgning-foerste ind-1 2024-06-04"
            ])
    }

    @Test(arguments: [
        // The first caseworker takes nothing over, nor does who is named with what begins.
        [measure], ["2024-05-02 sag.oprettet", "2024-05-21 indsats.ivaerksat ref=ind-1 type=x caseworker=jpe"],
        // Nothing is open.
        [measure, "2024-05-20 opfoelgning.afholdt ref=ind-1", "2024-05-20 sag.afsluttet", handed],
        // Named again, the caseworker is no new one.
        [measure, "2024-05-21 sag.tildelt caseworker=mhs"],
    ])
    func `nothing is handed over where nothing is taken over`(lines: [String]) throws {
        #expect(try handovers(lines) == [])
    }

    @Test func `a case that had no caseworker is handed to its first`() throws {
        let lines = ["2024-03-04 indsats.ivaerksat ref=ind-1 type=x team=nord", Self.handed]
        #expect(try handovers(lines).count == 1)
    }

    @Test func `before it went out, it lists what is left, or is withdrawn`() throws {
        let friday = "2024-05-24T15:00:00+02:00 sag.tildelt caseworker=jpe"
        let followedUp = "2024-05-25 opfoelgning.afholdt ref=ind-1"
        let left = try handovers([Self.measure, friday, followedUp])
        #expect(left.map { $0.prefix(45) } == ["2024-05-27T08:00+02:00 handover jpe withdrawn"])
        let back = "2024-05-26 sag.tildelt caseworker=mhs"
        let found = try handovers([Self.measure, friday, back])
        #expect(found.contains { $0.hasPrefix("2024-05-27T08:00+02:00 handover jpe withdrawn") })
    }

    /// Its due date was the Saturday before.
    @Test func `what is excused by the time it goes out is not listed`() throws {
        let lines = [
            Self.measure, "2024-01-25 bfu.behov ref=bfu-1 caseworker=mhs",
            "2024-05-20 bfu.foreloebig-vurdering aarsag=boernehus",
            "2024-05-24T15:00:00+02:00 sag.tildelt caseworker=jpe",
        ]
        #expect(
            try handovers(lines) == [
                "2024-05-27T08:00+02:00 handover jpe sent: opfoelgning-foerste ind-1 2024-06-04"
            ])
    }

    @Test func `each who takes it over gets one`() throws {
        let found = try handovers([Self.measure, Self.handed, "2024-05-28 sag.tildelt caseworker=mhs"])
        #expect(
            found.map { $0.prefix(40) } == [
                "2024-05-21T08:00+02:00 handover jpe sent", "2024-05-28T08:00+02:00 handover mhs sent",
            ])
    }
}
