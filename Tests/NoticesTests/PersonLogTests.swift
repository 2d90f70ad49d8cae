import Foundation
import Notices
import TestSupport
import Testing

@Suite(.ownJournal) struct PersonLogTests {
    private let room: SendingRoom

    init() throws {
        room = try SendingRoom()
        try room.takeOneOfEach()
        try room.sender(at: SendingRoom.evening).sendDue()
    }

    @Test func `each notice stands once, in the log of whom it is for`() throws {
        let found = try PersonLog.all(in: room.log).flatMap { file, log in log.entries.map { "\(file) \($0.key)" } }
        let expected = try room.recordLines().map { line in
            let (key, person) = (try #require(line["key"] as? String), try #require(line["recipient"] as? String))
            let leads = ["koordinator", "teamleder", "afdelingsleder"].contains(line["role"] as? String)
            return "\(leads ? "escalations" : "reminders")/\(person).log \(key)"
        }
        #expect(found.sorted() == expected.sorted())
    }

    @Test func `what is sent together stands under one heading that counts it`() throws {
        for (file, log) in try PersonLog.all(in: room.log) {
            let block = try #require(log.blocks.first)
            #expect(log.blocks.count == 1)
            let person = file.split(separator: "/")[1].dropLast(4)
            let count = log.entries.count
            let word = count == 1 ? "besked" : "beskeder"
            #expect(
                block.heading.hasSuffix("onsdag den 3. juni 2026 kl. 17.00 · \(count) \(word) til \(person) ──"),
                "\(block.heading)")
        }
    }

    @Test func `what is overdue comes first, then what is due soonest`() throws {
        let log = try PersonLog("\(room.log)/reminders/mhs.log")
        let lines = try room.recordLines()
        let order = log.entries.map { entry in
            let line = lines.first { $0["key"] as? String == entry.key } ?? [:]
            let rank = ["reminder": 2, "checklist": 3, "handover": 3][line["stage"] as? String ?? ""] ?? 1
            return "\(rank) \(line["due"] as? String ?? "")"
        }
        #expect(order == order.sorted() && Set(order).count > 3, "\(order)")
    }

    @Test func `an entry reads as a person would say it`() throws {
        let entry = try #require(
            try PersonLog("\(room.log)/reminders/mhs.log").entries.first { $0.text.contains("(overdue)") })
        #expect(
            entry.text == """
                OVERSKREDET · sag \(room.name) (overdue) · Første opfølgning på indsatsen · frist i går
                    Fristen tirsdag den 2. juni 2026 er passeret, og der er ikke registreret en opfølgning på \
                indsatsen. Er det ikke gjort, så tag hånd om det nu.
                    Barnets lov § 95, stk. 2, lovens frist. Du er sagens rådgiver. [\(entry.key)]
                """)
    }

    @Test func `how to register what has been done stands once above all that is told together`() throws {
        let says = "Er noget af det gjort, så"
        let clock = "med den rigtige dato og det rigtige klokkeslæt."
        for (file, log) in try PersonLog.all(in: room.log) {
            let block = try #require(log.blocks.first)
            let isOwn = file.hasPrefix("reminders/")
            let asks = isOwn ? "\(says) registrér det \(clock)" : "\(says) sørg for, at det bliver registreret"
            #expect(block.note?.hasPrefix(asks) == true, "\(file): \(block.note ?? "")")
            for entry in block.entries {
                #expect(!entry.text.contains("registrér det") && !entry.text.contains("bliver registreret"), "\(entry)")
            }
        }
        // Whoever reads one alone, in a mail or in the journal, is told there.
        let overdue = try room.recordLines().filter { $0["stage"] as? String == "overdue" }.map {
            $0["message"] as? String
        }
        #expect(
            !overdue.isEmpty && overdue.allSatisfy { $0?.contains("så registrér det med den rigtige dato") == true })
    }

    @Test func `only the service and its group may read`() throws {
        for path in [room.record, "\(room.log)/reminders/mhs.log"] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect((mode ?? 0) & 0o137 == 0)
        }
    }
}
