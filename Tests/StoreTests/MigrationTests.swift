import Deadlines
import Foundation
import GRDB
import Store
import Telling
import Testing

/// That a store of the first schema, as a daemon of that time left it, is taken over whole.
@Suite struct MigrationTests {
    private let room: StoreRoom

    init() throws {
        room = try StoreRoom()
        let dump = try #require(Bundle.module.url(forResource: "Resources/first-schema", withExtension: "sql"))
        let queue = try DatabaseQueue(path: "\(room.path)/\(Store.fileName)")
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: try String(contentsOf: dump, encoding: .utf8))
            // A checklist, whose rules were parted by spaces then.
            try database.execute(
                sql: """
                    UPDATE notices SET lacking = 'boernesamtale-bfu plan-foer-afgoerelse'
                    WHERE key = (SELECT min(key) FROM notices WHERE state = 'sent')
                    """)
        }
    }

    @Test func `the first schema is taken over with all it held`() throws {
        let store = try room.open()
        let moment = try #require(Instant("2026-06-01T12:00:00+02:00"))
        let counts = try store.counts(at: moment)
        #expect(counts.cases == 3 && counts.updates == 3)
        #expect(counts.notices[.sent] == 4 && (counts.notices[.waiting] ?? 0) > 0)
        let requirements = try store.requirements().map(\.requirement)
        #expect(Set(requirements.map(\.key.caseID.rawValue)) == ["2026-0417", "2026-0231", "2026-0552"])
        // What was told stays told: by its key it is known again.
        let sent = try store.notices(in: [.sent], of: nil)
        #expect(sent.count == 4 && sent.allSatisfy { $0.sent != nil })
        let lists = sent.map { $0.queued.notice.items.map(\.subject) }.filter { !$0.isEmpty }
        #expect(lists == [["boernesamtale-bfu", "plan-foer-afgoerelse"]])
        let report = try #require(requirements.first { $0.key.rule.rawValue == "underretning-24-timer" })
        #expect(report.status(at: moment) == .missing && report.law == "Barnets lov § 136")
    }
}
