import Deadlines
import Foundation
import Notices
import TestSupport
import Testing

@Suite(.ownJournal) struct JournalNoticeTests {
    private let room: SendingRoom
    private let journal: JournalDaemon

    init() throws {
        room = try SendingRoom()
        journal = try JournalDaemon.shared()
        try room.takeOneOfEach()
        // One that is not due by the evening.
        try room.take(
            #"{"id": "g", "case": "CASE", "event": "underretning.modtaget", "at": "2026-06-03T16:00:00+02:00", "ref": "n"}"#,
            at: "2026-06-03T16:00:00+02:00")
    }

    /// Sends, and finds what arrived in the journal, by key.
    private func send(journalNamesCase: Bool) throws -> [String: ExportedEntry] {
        try room.sender(at: SendingRoom.evening, journalNamesCase: journalNamesCase).sendDue()
        let matches = try room.recordedKeys().map { "FRISTD_KEY=\($0)" }
        let entries = ExportedEntry.parse(try journal.journalctl(["--output=export"] + matches))
        let byKey = Dictionary(grouping: entries) { $0["FRISTD_KEY"].joined() }
        #expect(byKey.values.allSatisfy { $0.count == 1 })
        return byKey.compactMapValues(\.first)
    }

    @Test func `every line of the record is in the journal, with the fields of the contract`() throws {
        let entries = try send(journalNamesCase: true)
        let lines = try room.recordLines()
        #expect(entries.count == lines.count && !lines.isEmpty)
        for line in lines {
            let entry = try #require(entries[line["key"] as? String ?? ""])
            let fields = [
                "MESSAGE": "message", "FRISTD_STAGE": "stage", "FRISTD_CASE": "case", "FRISTD_REF": "ref",
                "FRISTD_RULE": "rule", "FRISTD_DUE": "due", "FRISTD_RECIPIENT": "recipient", "FRISTD_ROLE": "role",
            ]
            for (field, name) in fields {
                #expect(entry[field] == [line[name] as? String].compactMap(\.self), "\(field)")
            }
        }
    }

    @Test func `each stage has its id and its priority, hour rules a higher one`() throws {
        let entries = try send(journalNamesCase: true)
        let found = entries.values.map { entry in
            let isHours = entry["FRISTD_RULE"] == ["underretning-24-timer"]
            return (entry["FRISTD_STAGE"] + entry["MESSAGE_ID"] + entry["PRIORITY"] + (isHours ? ["hours"] : []))
                .joined(separator: " ")
        }
        #expect(
            Set(found) == [
                "reminder 8bd7a23d80f64e1d81a1746bca008986 5", "reminder 8bd7a23d80f64e1d81a1746bca008986 5 hours",
                "overdue 5e7a4f49d775414a92caa6be2ea7331c 4", "overdue 5e7a4f49d775414a92caa6be2ea7331c 2 hours",
                "escalation dca7ff5505b449e7b3554802635658d7 3",
                "escalation dca7ff5505b449e7b3554802635658d7 2 hours", "breach 50873b4357cf4758a48cbc0105728457 4",
                "handover 58831c91001d46a5b49583da71dac3cd 5",
            ])
    }

    @Test func `the journal may be kept from knowing the case`() throws {
        let entries = try send(journalNamesCase: false)
        #expect(try entries.count == room.recordLines().count && !entries.isEmpty)
        for (key, entry) in entries {
            #expect(entry.fields["FRISTD_CASE"] == nil && entry.fields["FRISTD_REF"] == nil)
            let all = entry.fields.filter { !$0.key.hasPrefix("_") }.values.joined()
            #expect(all.allSatisfy { !String(decoding: $0, as: UTF8.self).contains(room.name) }, "\(key)")
        }
        #expect(try room.recordLines().allSatisfy { $0["case"] as? String == room.name })
    }
}
