import Configuration
import Deadlines
import Foundation
import Rules
import Store
import Telling
import TestSupport
import Testing

@testable import Notices

/// What a notice says of how it came to be due, of a case that is closed, and of what has been done of it so far.
@Suite(.ownJournal) struct BackgroundTests {
    private let room: SendingRoom

    init() throws { room = try SendingRoom(wholeLaw: true) }

    private static func line(_ id: String, _ event: String, _ at: String, _ ref: String, _ data: String = "") -> String
    {
        #"{"id": "\#(id)", "case": "CASE", "event": "\#(event)", "at": "\#(at)", "ref": "\#(ref)", "caseworker": "mhs", "#
            + #""team": "nord", "data": {\#(data)}}"#
    }

    /// What was sent of a rule by `moment`: person, stage, message.
    private func messages(_ rule: String, at moment: String) throws -> [String] {
        try room.sender(at: moment).sendDue()
        return try room.recordLines().filter { $0["rule"] as? String == rule }.map { line in
            ["recipient", "stage", "message"].map { line[$0] as? String ?? "" }.joined(separator: " ")
        }
    }

    @Test func `what the end of an investigation made due says so, and asks for no haste`() throws {
        try room.take(Self.line("a", "bfu.besluttet", "2026-01-15", "bfu-1"), at: "2026-01-15T10:00:00+01:00")
        try room.take(
            Self.line("b", "bfu.afsluttet", "2026-05-13", "bfu-1", #""begrundet_stillingtagen": true"#),
            at: "2026-05-14T05:00:00+02:00")
        let found = try messages("boernesamtale-bfu", at: "2026-05-26T09:00:00+02:00")
        let ended = "Undersøgelsen er registreret afsluttet den 13. maj 2026"
        let asks = "en børnesamtale i den børnefaglige undersøgelse. Fristen udløb med afslutningen."
        #expect(
            found.contains(
                "mhs overdue \(ended), uden at der er registreret \(asks) Er det gjort, så registrér det med den rigtige "
                    + "dato; ellers aftal med din leder, hvordan der rettes op på det."), "\(found)")
        #expect(
            found.contains(
                "tln escalation \(ended), og der er stadig ikke registreret \(asks) Rådgiver: mhs. Er det gjort, så sørg "
                    + "for, at det bliver registreret med den rigtige dato; ellers beslut, hvordan der rettes op på det, "
                    + "der mangler."), "\(found)")
        #expect(!found.contains { $0.contains("tag hånd om det nu") })
    }

    @Test(arguments: [
        ("underretning.modtaget", "Barnets lov § 138 (henvisningen er ikke bekræftet), lovens frist."),
        ("bfu.besluttet", "Barnets lov § 20, stk. 3, lovens frist."),
    ])
    func `a § that is not confirmed is marked in every message`(event: String, cited: String) throws {
        try room.take(Self.line("a", event, "2026-01-15", "r"), at: "2026-01-15T10:00:00+01:00")
        try room.sender(at: "2026-06-26T09:00:00+02:00").sendDue()
        for log in ["reminders/mhs.log", "escalations/tln.log"] {
            let lines = try String(contentsOfFile: "\(room.log)/\(log)", encoding: .utf8).split(separator: "\n")
            let law = cited.prefix { $0 != "(" && $0 != "," }
            let citing = lines.filter { $0.hasPrefix("    \(law)") }
            #expect(!citing.isEmpty && citing.allSatisfy { $0.hasPrefix("    \(cited) ") }, "\(citing)")
        }
    }

    /// Due on Saturday 2 May, closed on the 8th: the coordinator was told before that, the team's leader after.
    @Test func `a closed case is said to be closed, from then on`() throws {
        try room.take(
            Self.line("a", "indsats.ivaerksat", "2026-02-02", "i", #""type": "aflastning""#),
            at: "2026-02-02T10:00:00+01:00")
        try room.sender(at: "2026-05-04T09:00:00+02:00").sendDue()
        try room.take(Self.line("b", "sag.afsluttet", "2026-05-08", "i"), at: "2026-05-09T05:00:00+02:00")
        let found = try messages("opfoelgning-foerste", at: "2026-05-26T09:00:00+02:00")
        let overdue = found.filter { $0.contains(" overdue ") }
        #expect(
            !overdue.isEmpty && overdue.allSatisfy { $0.contains("tag hånd om det nu") && !$0.contains("afsluttet") })
        for person in ["tln", "afd"] {
            #expect(
                found.contains(
                    "\(person) escalation Fristen lørdag den 2. maj 2026 er passeret, og der er stadig ikke registreret en "
                        + "opfølgning på indsatsen. Sagen er registreret afsluttet den 8. maj 2026. Rådgiver: mhs. Er det "
                        + "gjort, så sørg for, at det bliver registreret med den rigtige dato; ellers beslut, hvordan der "
                        + "rettes op på det, der mangler."), "\(found)")
        }
    }

    @Test(arguments: [
        (0, "ikke registreret nogen af de 2 tilsynsbesøg"), (1, "kun registreret 1 af 2 tilsynsbesøg"),
    ])
    func `how many of two visits there have been`(visits: Int, says: String) throws {
        let lines =
            [Self.line("a", "indsats.ivaerksat", "2025-06-02", "i", #""type": "anbringelse""#)]
            + (0..<visits).map { Self.line("v\($0)", "tilsyn.afholdt", "2025-09-0\($0 + 1)", "i", #""samtale": true"#) }
        try room.take(lines.joined(separator: "\n"), at: "2025-11-10T10:00:00+01:00")
        try room.sender(at: "2026-04-07T09:00:00+02:00").sendDue()
        let found = try messages("tilsyn-2-aarligt", at: "2026-06-15T09:00:00+02:00")
        let year = "\(says) med samtale i anbringelsesåret 2. juni 2025–1. juni 2026."
        #expect(found.contains { $0.hasPrefix("mhs reminder Der er endnu \(year) Frist:") }, "\(found)")
        #expect(
            found.contains {
                $0.hasPrefix("mhs overdue Fristen mandag den 1. juni 2026 er passeret, og der er \(year)")
            })
        #expect(found.contains { $0.hasPrefix("tln escalation ") && $0.contains("og der er stadig \(year)") })
    }

    /// Of one case a list is what that case has in it.
    @Test func `what was overdue before says in a case what it is, with no list to come`() throws {
        let settings = room.settings
        let updates = try CaseUpdates.read(
            Self.line("a", "indsats.ivaerksat", "2026-02-02", "i", #""type": "aflastning""#))
        let begun = try #require(LocalDate("2026-05-11"))
        let reckoner = CaseReckoner(
            law: settings.law, ladders: settings.ladders, calendar: settings.calendar,
            office: settings.office, organisation: settings.organisation, backlogBefore: begun)
        _ = try room.store.take(updates, at: Instant(known: "2026-05-11T05:00:00+02:00"), using: reckoner)
        // A local rule asks for the decision too.
        let notices = try room.store.notices(in: [.waiting]).filter {
            $0.queued.notice.stage == .backlog && $0.queued.notice.requirement?.rule.rawValue == "opfoelgning-foerste"
        }
        let wording = try SendingRoom.wording(settings.wording.texts, settings)
        #expect(
            notices.map { wording.message(of: $0) } == [
                "Fristen lørdag den 2. maj 2026 var allerede overskredet, da påmindelserne begyndte, og der er ikke "
                    + "registreret en opfølgning på indsatsen. Er det gjort, så registrér det med den rigtige dato; ellers "
                    + "aftal, hvad der skal ske."
            ])
        let list = StoredNotice.joiningLists(notices).map { wording.message(of: $0) }
        #expect(list.first?.contains("hvad der skal ske med resten: sag CASE") == true, "\(list)")
    }

    @Test(arguments: [(#", "begrundelse": "modenhed""#, " (begrundelse: modenhed)"), ("", "")])
    func `who judges a waiver is told its reason`(data: String, says: String) throws {
        try room.take(
            Self.line("a", "underretning.modtaget", "2026-05-04T09:00:00+02:00", "u", #""overgreb": true"#),
            at: "2026-05-04T09:30:00+02:00")
        try room.take(
            Self.line("b", "boernesamtale.fravalgt", "2026-05-06", "u", #""formaal": "underretning"\#(data)"#),
            at: "2026-05-07T05:00:00+02:00")
        let found = try messages("boernesamtale-overgreb", at: "2026-05-07T09:00:00+02:00")
        #expect(
            found.contains(
                "tln escalation Der er registreret, at børnesamtalen er fravalgt\(says). Rådgiver: mhs. Frist: mandag den "
                    + "11. maj 2026. Tag stilling til, om grunden holder. Gør den ikke det, skal samtalen holdes inden "
                    + "fristen."), "\(found)")
    }
}
