import Configuration
import Deadlines
import Import
import Glibc
import Notices
import Spool
import Store

/// That cases closed before a day be erased, as an update for the spool.
struct PurgeRequest {
    private let settings: Settings
    private let before: LocalDate

    /// The request; nothing is written yet.
    init(closedBefore day: LocalDate, _ settings: Settings) throws {
        let today = settings.calendar.zone.date(of: StoreAccess.now(settings))
        guard day <= today else { throw Failure(.badData, ["\(day) lies ahead; name a day up to \(today)"]) }
        self.settings = settings
        before = day
    }

    /// The cases that would go, with when each was closed.
    func cases() throws -> [(caseID: CaseID, closed: LocalDate)] {
        let now = StoreAccess.now(settings)
        let progress = Progress(.counted, label: "looking for closed cases")
        return try StoreAccess.open(settings).cases(
            closedBefore: before, askedBy: .person, by: settings.law.closing
        ) { caseID, updates in
            progress.advance()
            return closing(of: caseID, updates: updates, under: settings.law, on: settings.calendar, at: now)
        }
    }

    /// Puts the request into the spool.
    ///
    /// - Returns: the update's id, and the file's name.
    func submit() throws -> (id: String, file: String) {
        let update = try settings.update(
            saying: .erases, in: .ownCase, id: "purge", [(.date, .date(before))])
        let outbox = try Outbox(settings)
        return (update.id.rawValue, try outbox.put([Array(update.inputLine(in: settings.calendar.zone).utf8)]))
    }

    /// Waits until the daemon has erased them.
    func awaitEnd(_ id: String, file: String) throws -> Erasure {
        let outbox = try Outbox(settings)
        if case .refused(let report) = try outbox.awaitVerdict(on: file) {
            throw Failure(.badData, ["the daemon refused it: see \(report)"])
        }
        let store = try StoreAccess.open(settings)
        let progress = Progress(.timed, label: "waiting until they are erased")
        while true {
            progress.advance(by: 0)
            let found = try store.erasure(id)
            if let found, found.done != nil { return found }
            if let trouble = found?.trouble {
                throw Failure(
                    .failed,
                    [
                        "\(counted(found?.cases ?? 0, "case")) erased, but for files that could not be searched: \(trouble)"
                    ])
            }
            guard ServiceLock.sight(of: settings.directories.state) != .stopped else {
                throw Failure(.failed, ["fristd is not running: it goes on with the erasure when it starts"])
            }
            usleep(100_000)
        }
    }

    /// What is told whenever something is erased: where else the cases may stand.
    func outOfReach() -> [String] {
        [
            "What was refused of them goes \(counted(settings.retention.refusedDays, "day")) after it came ([retention] refused).",
            "Out of reach, to be seen to by their owners:",
            "  the journal (journalctl --vacuum-time=…; [journal] case = \"none\" keeps cases out of it)",
            "  backups of the store, and of \(settings.directories.spool) and \(settings.directories.log)",
            "  mails, prints and copies of reminders and digests, sheets of reviews",
            "  the case systems themselves, and files that wait in their outboxes",
            "  blocks that the file system has freed and not yet written over",
        ]
    }
}
