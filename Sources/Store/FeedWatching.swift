package import Deadlines
import GRDB
package import Telling

extension Store {
    /// When a source was last heard: since the beginning where none has been; nil before the beginning.
    package func feedHeard() throws(StoreError) -> Instant? {
        try read { try heard($0) }
    }

    private func heard(_ database: Database) throws -> Instant? {
        let notes = Notes(database)
        return try notes.instant(.feedHeard) ?? notes.instant(.begun)
    }

    /// Queues what must be told of the feed at `moment`: that it is silent, or speaks again. Mostly that is nothing, and
    /// nothing is written.
    package func watchFeed(at moment: Instant, by watch: FeedWatch) throws(StoreError) {
        let changes = try read { database -> [QueueChange] in
            guard let heard = try heard(database) else { return [] }
            let queue = try NoticeTable(database).notices(of: CaseTable.noCase, nil)
            return watch.changes(heard: heard, queue: queue, at: moment)
        }
        guard !changes.isEmpty else { return }
        try write { database in
            for change in changes { try NoticeTable(database).apply(change, case: CaseTable.noCase) }
        }
    }
}
