import Configuration
import Deadlines
import Dispatch
import Files
import Logging
import Notices
import Spool
import Store

/// Erases closed cases: those that somebody asks to be erased, and those whose time is over, at three each morning. So too what
/// was refused and has lain for its time.
///
/// A case leaves the store first, so that nothing more is written about it, then the files, then the list of what files are
/// searched for. Killed at any moment, it goes on at the next start.
///
/// It waits for the others where they must not write, as they never do for it.
actor ErasureLoop: Loop {
    let queue = LoopQueue("fristd.erasure")
    private let store: Store
    private let clock: DaemonClock
    private let logger: Logger
    private let sending: SendingLoop
    private let digests: DigestLoop
    /// Known when what waited at the start has been read; nothing is erased before.
    private var intake: IntakeLoop?
    private let timer: LoopTimer
    private var loaded: LoadedSettings
    private var reader: Store?
    /// Whether nothing is left in the store of what was erased, though files may not have been searched.
    private var isScrubbed = false

    /// When what is kept for a time goes: the hour in which nobody works.
    private static let hour = 3

    init(
        store: Store, clock: DaemonClock, logger: Logger, loaded: LoadedSettings, sending: SendingLoop,
        digests: DigestLoop
    ) {
        self.store = store
        self.clock = clock
        self.logger = logger
        self.loaded = loaded
        self.sending = sending
        self.digests = digests
        timer = LoopTimer(on: queue)
        timer.start(self) { $0.work() }
    }

    /// Sees to what has been asked for, soon, while `intake` reads nothing.
    nonisolated func look(_ intake: IntakeLoop) {
        soon { loop in
            loop.intake = intake
            loop.work()
        }
    }

    /// Works by other settings from now on.
    nonisolated func use(_ loaded: LoadedSettings) {
        soon { loop in
            loop.loaded = loaded
            loop.work()
        }
    }

    private func work() {
        guard let intake else { return }
        do {
            try lookAtTimes()
            for erasure in try store.openErasures() {
                // Else this is called again when the spool has been read.
                guard try eraseFromStore(erasure, intake) else { return }
            }
            try eraseFromFiles()
            timer.arm(at: clock.wallTime(of: next(after: clock.now)), leeway: .seconds(60))
        } catch {
            // A file's name may be that of a case.
            let isTold = loaded.settings.journalNamesCase || error is StoreError
            logger.error(
                "cases could not be erased; trying again in an hour, and fristctl status says why",
                metadata: isTold ? ["reason": "\(error)"] : [:])
            timer.arm(at: .now() + .seconds(3600))
        }
    }

    private var spool: SpoolDirectory { SpoolDirectory(path: loaded.settings.directories.spool) }

    /// Once a day, for closed cases and for what was refused.
    private func lookAtTimes() throws {
        let now = clock.now
        if let last = try store.lastRetention(), now < next(after: last) { return }
        let (today, retention) = (loaded.zone.date(of: now), loaded.settings.retention)
        removeRefused(before: loaded.zone.instant(of: retention.refusedBefore(on: today), minute: 0))
        var before = retention.closedBefore(on: today)
        if let day = before, try closed(before: day, askedBy: .retention).isEmpty { before = nil }
        try store.noteRetention(at: now, erasingBefore: before)
    }

    /// The system stamps files by its own clock.
    private func removeRefused(before moment: Instant) {
        let (files, troubles) = spool.removeRefused(before: moment.adding(milliseconds: -clock.offset))
        if files > 0 { logger.info("removed what was refused long ago", metadata: ["files": "\(files)"]) }
        for trouble in troubles {
            logger.error(
                "what was refused long ago could not be removed; trying again tomorrow",
                metadata: ["reason": "\(trouble.discreetDescription)"])
        }
    }

    private func next(after instant: Instant) -> Instant {
        let day = loaded.zone.date(of: instant)
        let tonight = loaded.zone.instant(of: day, minute: 60 * ErasureLoop.hour)
        return instant < tonight ? tonight : loaded.zone.instant(of: day.adding(days: 1), minute: 60 * ErasureLoop.hour)
    }

    private func closed(before day: LocalDate, askedBy asker: ErasureAsker) throws -> [CaseID] {
        let reader = try reader ?? store.besideForReading(in: loaded.settings.directories.state)
        self.reader = reader
        return try reader.cases(
            closedBefore: day, askedBy: asker, by: loaded.settings.law.closing, closing: closing()
        ).map(\.caseID)
    }

    private func closing() -> (CaseID, [RegisteredUpdate]) -> CaseClosing? {
        let (law, calendar, now) = (loaded.settings.law, loaded.settings.calendar, clock.now)
        return { Deadlines.closing(of: $0, updates: $1, under: law, on: calendar, at: now) }
    }

    /// While no file is being read, so that none of a case's lines are between the spool and the store, and nothing is sent.
    ///
    /// - Returns: whether it is done.
    private func eraseFromStore(_ erasure: Erasure, _ intake: IntakeLoop) throws -> Bool {
        var rest = try closed(before: erasure.before, askedBy: erasure.asker)[...]
        while !rest.isEmpty {
            isScrubbed = false
            let isDone = try intake.whenNothingWaits {
                // A full disk may have left drafts there.
                try spool.removeDrafts()
                try sending.whilePaused {
                    try store.erase(
                        rest.prefix(100), for: erasure, at: clock.now, using: loaded.reckoner, closing: closing())
                }
            }
            guard isDone else { return false }
            rest = rest.dropFirst(100)
        }
        return true
    }

    private func eraseFromFiles() throws {
        let (open, cases) = (try store.openErasures(), try store.erasing())
        guard !open.isEmpty || !cases.references.isEmpty else { return }
        let (files, troubles) = cases.references.isEmpty ? (0, []) : eraseFromFiles(cases)
        if let first = troubles.first {
            try store.note(open, files: files, trouble: troubles.joined(separator: " "), at: clock.now)
            // What files hold up must not stay in the store.
            if !isScrubbed { try store.scrub() }
            isScrubbed = true
            throw ErasureError(count: troubles.count, first: first)
        }
        try store.forgetErasing()
        if !cases.references.isEmpty || open.contains(where: { $0.cases > 0 }) { try store.scrub() }
        try store.note(open, files: files, trouble: nil, at: clock.now)
        logger.notice(
            "erased closed cases", metadata: ["cases": "\(cases.references.count)", "files": "\(files)"])
    }

    private func eraseFromFiles(_ cases: ErasedCases) -> (files: Int, troubles: [String]) {
        let (files, troubles) = spool.erase(cases)
        var logs = LogErasure(of: cases, logDirectory: loaded.settings.directories.log)
        logs.eraseLogs { try sending.whilePaused($0) }
        digests.inTurn { _ in logs.eraseDigests() }
        return (files + logs.files, troubles.map(\.description) + logs.troubles)
    }
}

/// Why an erasure is not done.
struct ErasureError: Error, CustomStringConvertible {
    let count: Int
    let first: String

    var description: String { "erased cases may still stand in \(count) files that could not be searched: \(first)" }
}
