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
    /// What the files held when this run began, until everything that was due then has been sent.
    private var recovered: Set<NoticeKey>?

    /// At most so many are sent together; a crash can leave no more of them unmarked.
    private static let batch = 2000

    /// A sender that writes below `logDirectory`.
    public init(
        store: Store, logDirectory: String, clock: DaemonClock, logger: Logger, wording: Wording, zone: Zone,
        journalNamesCase: Bool
    ) throws(LogFileError) {
        self.store = store
        self.clock = clock
        self.logger = logger
        self.wording = wording
        self.zone = zone
        self.journalNamesCase = journalNamesCase
        log = try NoticeLog(directory: logDirectory)
        recovered = try log.recentKeys()
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
        recovered = nil
        return sent
    }

    private func send(_ notices: [StoredNotice]) throws {
        let moment = clock.now
        let written = notices.map { ($0, wording.text(of: $0)) }
        let new = written.filter { recovered?.contains($0.0.queued.notice.key) != true }
        if !new.isEmpty {
            try log.appendToRecord(new.map { $0.0.record($0.1, sent: moment, in: zone).line })
        }
        try appendToPersons(written, at: moment)
        for (notice, text) in new { journal(notice.queued.notice, text) }
        try store.markSent(notices.map(\.queued.notice), at: moment)
    }

    private func appendToPersons(_ notices: [(StoredNotice, NoticeText)], at moment: Instant) throws {
        let files = Dictionary(grouping: notices) { Sender.file(of: $0.0.queued.notice.recipient) }
        for (file, notices) in files {
            let entries = notices.sorted { $0.0.isMoreUrgent(than: $1.0, in: zone) }.map {
                NoticeLog.Entry(key: $0.0.queued.notice.key, text: $0.1.entry)
            }
            try log.append(entries, to: file, recovering: recovered != nil) {
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
    fileprivate func isMoreUrgent(than other: StoredNotice, in zone: Zone) -> Bool {
        let (left, right) = (queued.notice, other.queued.notice)
        if (left.stage == .reminder) != (right.stage == .reminder) { return right.stage == .reminder }
        return (left.due.latest(in: zone), left.key) < (right.due.latest(in: zone), right.key)
    }
}
