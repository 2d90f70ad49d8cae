package import Deadlines
package import Logging
package import Store
package import Telling

/// Sends what is due: to each person's log, to the journal, to the record; then marks it as sent.
///
/// Each sink takes a notice for itself, but the record's line comes after the person's, because it says that the person was
/// told. What a sink does not take is tried again, apart from all others, until the policy gives it up; newer notices to one
/// person wait behind older ones.
///
/// A notice counts as sent when its lines are flushed. A crash in between leaves lines in the files that the store does
/// not know of; the next run recognises them by their keys and writes them nowhere twice. Only the journal, which is a view,
/// can then get a notice again.
///
/// Not safe for use from several queues at once.
package final class Sender {
    let store: Store
    let clock: DaemonClock
    private let logger: Logger
    private let lateness: LatenessHistogram
    private var reckoner: CaseReckoner
    private var wording: Wording
    let outlets: Outlets
    /// How far notices have come, where the store does not know of it.
    private var unmarked: [NoticeKey: Delivery] = [:]
    /// What people were told that the store has forgotten.
    private var forgotten: [NoticeKey: Instant] = [:]
    /// Whether everything that was held up is to be tried, whenever its time is.
    private var retriesAll = true

    /// At most so many are sent together; a crash can leave no more of them unmarked.
    private static let batch = 2000

    /// A sender that writes below `logDirectory`. What the last run wrote without coming to mark it is completed at once,
    /// before anything registered since can make it untrue.
    ///
    /// - Parameters:
    ///   - lastClockOffset: by how many milliseconds the clock of the last run was ahead of the system's; nil is as now.
    ///   - lateness: counts how late people are told.
    package init(
        store: Store, logDirectory: String, clock: DaemonClock, logger: Logger, wording: Wording, zone: Zone,
        journalNamesCase: Bool, reckoner: CaseReckoner, policy: RetryPolicy = .standard,
        lastClockOffset: Int64? = nil, lateness: LatenessHistogram = LatenessHistogram()
    ) throws {
        self.lateness = lateness
        self.store = store
        self.clock = clock
        self.logger = logger
        self.wording = wording
        self.reckoner = reckoner
        outlets = Outlets(
            log: try NoticeLog(directory: logDirectory), clock: clock, zone: zone,
            journalNamesCase: journalNamesCase, policy: policy)
        do {
            forgotten = try toldBeforeRestore()
            for (notice, delivery) in try begun(lastOffset: lastClockOffset ?? clock.offset) {
                unmarked[notice.queued.notice.key] = delivery
            }
            try complete()
        } catch {
            logger.error("what the last run began to send waits", metadata: ["reason": "\(error)"])
        }
        report()
    }

    /// From now on words notices by these settings, and decides by these rules.
    package func use(wording: Wording, zone: Zone, journalNamesCase: Bool, reckoner: CaseReckoner) {
        self.wording = wording
        self.reckoner = reckoner
        outlets.zone = zone
        outlets.journalNamesCase = journalNamesCase
    }

    /// Writes on to new files, after the old ones were renamed (logrotate); what could not be sent is tried when next
    /// something is sent.
    package func reopen() {
        outlets.reopen()
        retriesAll = true
    }

    /// Sends everything that is due now, and tries again what was held up and is due for it. What time has changed is decided
    /// anew first: a notice must be true when it goes out.
    ///
    /// - Returns: how many notices have now come to every sink.
    /// - Throws: ``StoreError``. What a sink does not take throws nothing; the store says so.
    @discardableResult
    package func sendDue() throws(StoreError) -> Int {
        defer { report() }
        // What the store failed to mark is done with first.
        if !unmarked.isEmpty { try complete() }
        try store.reckonChanged(at: clock.now, using: reckoner)
        var sent = try retry()
        while true {
            let due = try store.due(at: clock.now, limit: Sender.batch)
            guard !due.isEmpty else { return sent }
            sent += try send(StoredNotice.joiningLists(due))
        }
    }

    private func retry() throws(StoreError) -> Int {
        let next = try store.nextRetry()
        let isAll = retriesAll
        retriesAll = false
        if isAll { outlets.retryAll() }
        guard let next, isAll || outlets.troubles.isPast(next, at: clock.now) else { return 0 }
        var sent = 0
        for batch in StoredNotice.joiningLists(try store.heldUp()).chunks(of: Sender.batch) {
            sent += try send(batch)
        }
        return sent
    }

    /// Completes what the store does not know of.
    private func complete() throws(StoreError) {
        let horizon = unmarked.values.compactMap(\.told).max() ?? clock.now
        let open = try store.due(at: max(clock.now, horizon), limit: .max) + store.heldUp()
        let begun = StoredNotice.joiningLists(open).filter { unmarked[$0.queued.notice.key] != nil }
        for batch in begun.chunks(of: Sender.batch) { _ = try send(batch) }
    }

    /// - Returns: how many have now come to every sink.
    ///
    /// Should the store fail at the end, the next try knows what stands where.
    private func send(_ notices: [StoredNotice]) throws(StoreError) -> Int {
        var parcels = notices.map { notice in
            let delivery = unmarked[notice.queued.notice.key] ?? remembered(notice) ?? notice.delivery
            let text = wording.text(of: notice, told: delivery.told ?? clock.now)
            return Parcel(notice: notice, text: text, delivery: delivery)
        }
        let told = parcels.map(\.delivery.told)
        outlets.take(&parcels, wording)
        for (parcel, before) in zip(parcels, told) where before == nil {
            guard let sent = parcel.delivery.told else { continue }
            lateness.count(scheduled: parcel.notice.queued.scheduled, sent: sent)
        }
        for parcel in parcels { unmarked[parcel.planned.key] = parcel.delivery }
        try store.mark(parcels.map { ($0.notice, $0.delivery) })
        for parcel in parcels { unmarked[parcel.planned.key] = nil }
        return parcels.count { $0.delivery.state == .sent }
    }

    /// That every sink has had what was told before the store was put back.
    private func remembered(_ notice: StoredNotice) -> Delivery? {
        guard notice.delivery.told == nil, let told = forgotten[notice.queued.notice.key] else { return nil }
        var delivery = notice.delivery
        for sink in Sink.allCases { delivery[sink] = .done(max(min(told, clock.now), notice.queued.scheduled)) }
        return delivery
    }

    private func report() {
        let news = outlets.takeNews()
        if let first = news.begun.first {
            logger.error(
                "notices are held up and tried again; fristctl status says how many",
                metadata: ["failing": "\(news.begun.count)", "first": "\(first)"])
        }
        if let first = news.givenUp.first {
            logger.error(
                "notices were given up; see fristctl notices --failed",
                metadata: ["count": "\(news.givenUp.count)", "first": "\(first)"])
        }
        if news.ended > 0 {
            logger.notice("what failed works again, and has what was held up", metadata: ["count": "\(news.ended)"])
        }
    }
}

extension Array {
    fileprivate func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
