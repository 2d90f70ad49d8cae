import Configuration
import Deadlines
import Store
import Telling

/// Notices for a command: from the store, or as a replay of files would have sent them. What goes out as one list is one;
/// of one case only what that case has in it.
struct NoticeList {
    let settings: Settings
    /// By time.
    let notices: [StoredNotice]
    private let isComplete: Bool

    init(_ options: AnalysisOptions, states: Set<QueuedNotice.State>, only: CaseID? = nil) throws {
        if options.updates.isEmpty {
            settings = try options.config.settings()
            let found: [StoredNotice]
            do { found = try StoreAccess.open(settings).notices(in: states, of: only) } catch {
                throw error is Failure ? error : Failure(.failed, error)
            }
            notices = only == nil ? StoredNotice.joiningLists(found) : found
            isComplete = true
            return
        }
        let book = try CaseBook(options, only: only)
        settings = book.settings
        isComplete = book.isComplete
        let replayed = NoticeList.replay(book).filter { states.contains($0.queued.state) }
        notices = only == nil ? StoredNotice.joiningLists(replayed) : replayed
    }

    /// Ends the command with 65 when a line of the files was refused.
    func requireComplete() throws {
        if !isComplete { throw Failure(.badData, []) }
    }

    private static func replay(_ book: CaseBook) -> [StoredNotice] {
        let settings = book.settings
        let replay = Replay(
            reckoner: settings.reckoner(), calendar: settings.calendar,
            reaches: book.reaches)
        let standings = Dictionary(uniqueKeysWithValues: book.standings().map { ($0.caseID, $0.standing) })
        let progress = Progress(.steps(book.cases.count), label: "replaying notices")
        defer { progress.finish() }
        let notices = book.cases.flatMap { caseID, updates in
            defer { progress.advance() }
            var backgrounds = Backgrounds(caseID, updates.map(\.update), settings)
            let standing = standings[caseID]
            return replay.queue(of: caseID, updates: updates.map(\.update), until: book.moment).map { queued in
                let rule = queued.notice.requirement.flatMap {
                    settings.law.rule($0.rule, on: $0.start.date(in: settings.calendar.zone))
                }
                let requirement = backgrounds.requirement(of: queued, until: book.moment)
                return StoredNotice(
                    queued: queued, law: rule?.law ?? "", grundlag: rule?.grundlag ?? .lokal,
                    certainFrom: standing?.certainFrom(of: queued.notice),
                    sent: queued.state == .sent ? queued.scheduled : nil, caseworker: standing?.holder.caseworker,
                    background: requirement?.background ?? Background(), progress: requirement?.progress ?? 0)
            }
        }
        return notices.sorted {
            ($0.queued.scheduled, $0.queued.notice.key) < ($1.queued.scheduled, $1.queued.notice.key)
        }
    }
}

extension Standing {
    /// From when what a notice is about is certainly overdue, where that is later than its due time.
    fileprivate func certainFrom(of notice: PlannedNotice) -> Instant? {
        guard notice.due?.isInstant ?? false else { return nil }
        return requirements.first {
            $0.key == notice.requirement && $0.due == notice.due && $0.certainFrom > $0.missingFrom
        }?.certainFrom
    }
}
