import Configuration
import Deadlines
import Foundation
import GRDB
import Store
import Telling
import TestSupport
import Testing

/// That a store which fristd 0.5 left after five weeks is taken over with all that was told: what the store of
/// `0.5-store.sql` holds, and how it was made, stands at its head.
@Suite struct FormerStoreTests {
    private let room: StoreRoom
    /// When each notice was told, as that store says.
    private let told: [NoticeKey: Instant]

    init() throws {
        room = try StoreRoom()
        let queue = try DatabaseQueue(path: room.databasePath)
        try queue.writeWithoutTransaction { try $0.execute(sql: FormerStoreTests.resource("0.5-store", "sql")) }
        let rows = try queue.read { database in
            try Row.fetchAll(database, sql: "SELECT key, sent FROM notices WHERE sent IS NOT NULL")
        }
        told = Dictionary(
            uniqueKeysWithValues: rows.map { (NoticeKey(rawValue: $0[0]), Instant(milliseconds: $0[1])) })
    }

    private static func resource(_ name: String, _ kind: String) throws -> String {
        let file = try #require(Bundle.module.url(forResource: "Resources/\(name)", withExtension: kind))
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test func `what was told stays told, at the same time`() throws {
        let store = try room.open()
        let kept = try store.notices(in: Set(QueuedNotice.State.allCases))
        let sent = Dictionary(uniqueKeysWithValues: kept.map { ($0.queued.notice.key, $0.sent) })
        #expect(told.count > 700)
        #expect(told.allSatisfy { sent[$0.key] == $0.value })
        #expect(kept.allSatisfy { $0.queued.state != .waiting || $0.sent == nil })
    }

    /// The settings of that store, but for what the packs and ladders say since.
    private func reckoner() throws -> CaseReckoner {
        let configuration = try ScratchConfiguration(wholeLaw: true)
        let settings = try withExtendedLifetime(configuration) {
            try SettingsReader(file: configuration.file).read()
        }
        return CaseReckoner(
            law: settings.law, ladders: settings.ladders, calendar: settings.calendar, office: settings.office,
            organisation: settings.organisation, backlogBefore: LocalDate("2026-05-04"), isBatched: true)
    }

    @Test func `its queue comes to hold what is near, and in five weeks nothing it told is told again`() throws {
        let (store, reckoner) = (try room.open(), try reckoner())
        let morning = try Instant(known: "2026-06-11T07:00:00+02:00")
        let waiting = try store.notices(in: [.waiting]).count
        var progress = Store.Progress(changed: morning)
        while try store.reckonMore(&progress, at: morning, using: reckoner) {}
        let horizon = reckoner.horizon(at: morning)
        let near = try store.notices(in: [.waiting]).map(\.queued)
        #expect(waiting > 700 && near.count < 200 && near.allSatisfy { $0.notice.falls < horizon })
        let end = try Instant(known: "2026-07-16T12:00:00+02:00")
        var sent: [NoticeKey] = []
        while let wake = try store.nextWake(by: reckoner), wake <= end {
            let moment = max(wake, morning)
            try store.reckonChanged(at: moment, using: reckoner)
            let due = try store.due(at: moment, limit: 10_000)
            sent += due.map(\.queued.notice.key)
            try store.markSent(due, at: moment)
            // The log that was broken is mended.
            try store.mark(
                store.heldUp().map { notice in
                    var delivery = notice.delivery
                    for sink in Sink.allCases where delivery[sink].done == nil { delivery[sink] = .done(moment) }
                    return (notice, delivery)
                })
            while try store.stage(at: moment, using: reckoner) {}
        }
        #expect(sent.count > 100 && Set(sent).count == sent.count)
        #expect(sent.allSatisfy { told[$0] == nil })
        let kept = Dictionary(
            uniqueKeysWithValues: try store.notices(in: Set(QueuedNotice.State.allCases)).map {
                ($0.queued.notice.key, $0.sent)
            })
        #expect(told.allSatisfy { kept[$0.key] == $0.value })
    }

    /// The key of a list stands in the record alone; the notices that it joined were told with it.
    @Test func `every line of its record is of what was told`() throws {
        let lines = try FormerStoreTests.resource("0.5-told", "tsv").split(separator: "\n")
        let instants = Set(told.values)
        #expect(lines.count > 700)
        for line in lines.map({ $0.split(separator: "\t").map(String.init) }) {
            let sent = try #require(Instant(line[1]))
            switch line[2] {
            case "list": #expect(instants.contains(sent))
            default: #expect(told[NoticeKey(rawValue: line[0])] == sent)
            }
        }
    }
}
