import Deadlines
import Foundation
import GRDB
import Store
import Telling
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
