import Deadlines
import Logging
import Store
import Systemd

/// Sends what is due: to the record, to each person's log, to the journal; then marks it as sent.
///
/// A notice counts as sent when its lines are flushed. A crash in between leaves lines in the files that the store does
/// not know of; the next run recognises them by their keys and writes them nowhere twice.
///
/// Not safe for use from several queues at once.
public final class Sender {
    private let store: Store
    private let log: NoticeLog
    private let clock: DaemonClock
    private let logger: Logger
    private var wording: Wording
    private var zone: Zone
    private var journalNamesCase: Bool
    /// What stands in the record, or may, without being marked as sent in the store.
    private var unmarked: Set<NoticeKey>

    /// At most so many are sent together; a crash can leave no more of them unmarked.
    private static let batch = 2000

    /// A sender that writes below `logDirectory`. What the last run wrote without coming to mark it is completed at once,
    /// before anything registered since can make it untrue.
    public init(
        store: Store, logDirectory: String, clock: DaemonClock, logger: Logger, wording: Wording, zone: Zone,
        journalNamesCase: Bool
    ) throws {
        self.store = store
        self.clock = clock
        self.logger = logger
        self.wording = wording
        self.zone = zone
        self.journalNamesCase = journalNamesCase
        log = try NoticeLog(directory: logDirectory)
        // The clock may have been set back since.
        let (recent, last) = try log.recent()
        let begun = try store.due(at: max(clock.now, last ?? clock.now), limit: .max).filter {
            recent.contains($0.queued.notice.key)
        }
        unmarked = Set(begun.map(\.queued.notice.key))
        do { try complete(begun) } catch {
            logger.error("what the last run began to send waits", metadata: ["reason": "\(error)"])
        }
    }

    private func complete(_ notices: [StoredNotice]) throws {
        var rest = notices[...]
        while !rest.isEmpty {
            try send(Array(rest.prefix(Sender.batch)))
            rest = rest.dropFirst(Sender.batch)
        }
    }

    /// From now on words notices by these settings.
    public func use(wording: Wording, zone: Zone, journalNamesCase: Bool) {
        self.wording = wording
        self.zone = zone
        self.journalNamesCase = journalNamesCase
    }

    /// Writes on to new files, after the old ones were renamed (logrotate).
    public func reopen() throws(LogFileError) {
        try log.reopen()
    }

    /// Sends everything that is due now.
    ///
    /// - Returns: how many notices that were.
    @discardableResult
    public func sendDue() throws -> Int {
        var sent = 0
        while true {
            let due = try store.due(at: clock.now, limit: Sender.batch)
            guard !due.isEmpty else { break }
            try send(due)
            sent += due.count
        }
        return sent
    }

    /// Should this fail midway, the next try knows what stands in the record, and looks into the persons' logs.
    private func send(_ notices: [StoredNotice]) throws {
        let moment = clock.now
        let written = notices.map { ($0, wording.text(of: $0)) }
        let keys = notices.map(\.queued.notice.key)
        let isRetry = !unmarked.isDisjoint(with: keys)
        let new = written.filter { !unmarked.contains($0.0.queued.notice.key) }
        if !new.isEmpty {
            try log.appendToRecord(new.map { $0.0.record($0.1, sent: moment, in: zone).line })
            unmarked.formUnion(keys)
        }
        for (notice, text) in new { journal(notice.queued.notice, text) }
        try appendToPersons(written, at: moment, recovering: isRetry)
        try store.markSent(notices.map(\.queued.notice), at: moment)
        unmarked.subtract(keys)
    }

    private func appendToPersons(_ notices: [(StoredNotice, NoticeText)], at moment: Instant, recovering: Bool) throws {
        let files = Dictionary(grouping: notices) { Sender.file(of: $0.0.queued.notice.recipient) }
        for (file, notices) in files {
            let entries = notices.sorted { $0.0.isMoreUrgent(than: $1.0, in: zone) }.map {
                NoticeLog.Entry(key: $0.0.queued.notice.key, text: $0.1.entry)
            }
            try log.append(entries, to: file, recovering: recovering) {
                wording.heading(of: $0, to: file.person, at: moment)
            }
        }
    }

    /// Who works on the case reads reminders, who leads reads escalations, whatever the stage: one file a person to read.
    private static func file(of recipient: Recipient) -> NoticeLog.PersonFile {
        switch recipient.role {
        case .raadgiver, .vagt, .drift: NoticeLog.PersonFile(folder: "reminders", person: recipient.person)
        case .koordinator, .teamleder, .afdelingsleder, .centerchef:
            NoticeLog.PersonFile(folder: "escalations", person: recipient.person)
        }
    }

    private func journal(_ notice: PlannedNotice, _ text: NoticeText) {
        let entry = JournalNotice(notice, message: text.message, zone: zone, namesCase: journalNamesCase).entry
        do { try Journal.send(entry) } catch {
            // The files are the record; the journal is a view that may drop.
            logger.warning("a notice did not reach the journal", metadata: ["reason": "\(error)"])
        }
    }
}

extension StoredNotice {
    /// What is past its due time first, then the longest past or the soonest due.
    func isMoreUrgent(than other: StoredNotice, in zone: Zone) -> Bool {
        let (left, right) = (queued.notice, other.queued.notice)
        if (left.stage == .reminder) != (right.stage == .reminder) { return right.stage == .reminder }
        let (leftDue, rightDue) = (left.due?.latest(in: zone) ?? left.falls, right.due?.latest(in: zone) ?? right.falls)
        return (leftDue, left.key) < (rightDue, right.key)
    }
}
