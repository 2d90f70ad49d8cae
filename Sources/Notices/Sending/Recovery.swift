import Deadlines
import Store
import Telling

/// What the last run wrote without coming to mark it.
extension Sender {
    /// The keys of the record as far back as the store may not know of them: mostly a crash's last few. But where the store is
    /// older than that, as one restored from a backup, all.
    private func recorded() throws(StoreError) -> [NoticeKey: Instant] {
        guard let oldest = outlets.oldestRecorded(), try !store.isTold(oldest.key, in: oldest.caseID) else {
            return outlets.recorded()
        }
        return outlets.recordedEver()
    }

    /// What people were told that the store knows nothing of, with when: of a store that was put back from a backup. What comes
    /// in again makes these notices anew.
    func toldBeforeRestore() throws(StoreError) -> [NoticeKey: Instant] {
        // The store knows of what it sends before it is sent, so that one notice it does not know tells.
        var isOlder = false
        for (key, caseID) in outlets.latestRecorded() where !isOlder { isOlder = try !store.knows(key, in: caseID) }
        guard isOlder else { return [:] }
        let known = try store.noticeKeys()
        return outlets.recordedEver().filter { !known.contains($0.key) }
    }

    /// The notices whose lines stand in the files although the store does not say so, with how far each has come.
    ///
    /// - Parameter offset: by how many milliseconds the clock of the last run was ahead of the system's.
    func begun(lastOffset offset: Int64) throws(StoreError) -> [(StoredNotice, Delivery)] {
        // The clock may have been set back since.
        let horizon = max(clock.now, outlets.lastSent(offset: offset) ?? clock.now)
        let open = StoredNotice.joiningLists(try store.due(at: horizon, limit: .max) + store.heldUp())
        guard !open.isEmpty else { return [] }
        let recorded = try recorded()
        var written: [NoticeLog.PersonFile: [NoticeKey: Instant]] = [:]
        return open.compactMap { notice in
            let (key, file) = (notice.queued.notice.key, NoticeLog.PersonFile(of: notice.queued.notice.recipient))
            let told =
                recorded[key]
                ?? {
                    if written[file] == nil { written[file] = outlets.written(to: file) }
                    return written[file]?[key]
                }()
            guard let told else { return nil }
            var delivery = notice.delivery
            if delivery.told == nil { delivery[.person] = .done(max(min(told, clock.now), notice.queued.scheduled)) }
            if recorded[key] != nil {
                // The record is written last.
                for sink in [Sink.record, .journal] where delivery[sink].done == nil { delivery[sink] = .done(told) }
            }
            return (notice, delivery)
        }
    }
}
