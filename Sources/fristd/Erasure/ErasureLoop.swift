import Configuration
import Deadlines
import Dispatch
import Logging
import Notices
import Spool
import Store

/// Erases closed cases: those that somebody asks to be erased, and those whose time is over, at three each morning.
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

    /// When cases whose time is over go: the hour in which nobody works.
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
            try askByRetention()
            for erasure in try store.openErasures() {
                // Else this is called again when the spool has been read.
                guard try eraseFromStore(erasure, intake) else { return }
            }
            try eraseFromFiles(intake)
            arm()
        } catch {
            // A file's name may be that of a case.
            let isTold = loaded.settings.journalNamesCase || error is StoreError
            logger.error(
                "cases could not be erased; trying again in an hour, and fristctl status says why",
                metadata: isTold ? ["reason": "\(error)"] : [:])
            timer.arm(at: .now() + .seconds(3600))
        }
    }

    /// Once a day, where there is a time to keep closed cases.
    private func askByRetention() throws {
        let now = clock.now
        let today = loaded.zone.date(of: now)
        guard let before = loaded.settings.retention.closedBefore(on: today) else { return }
        if let last = try store.lastRetention(), now < next(after: last) { return }
        if try !closed(before: before, askedBy: .retention).isEmpty {
            try store.askByRetention(toEraseBefore: before, at: now)
        }
        try store.setLastRetention(now)
    }

    private func next(after instant: Instant) -> Instant {
        let day = loaded.zone.date(of: instant)
        let tonight = loaded.zone.instant(of: day, minute: 60 * ErasureLoop.hour)
        return instant < tonight ? tonight : loaded.zone.instant(of: day.adding(days: 1), minute: 60 * ErasureLoop.hour)
    }

    private func arm() {
        guard loaded.settings.retention.closedMonths != nil else { return timer.arm(at: nil) }
        timer.arm(at: clock.wallTime(of: next(after: clock.now)), leeway: .seconds(60))
    }

    private func closed(before day: LocalDate, askedBy asker: ErasureAsker) throws -> [CaseID] {
        let reader = try reader ?? store.besideForReading(in: loaded.settings.directories.state)
        self.reader = reader
        let closing = closing()
        return try reader.cases(
            closedBefore: day, askedBy: asker, by: loaded.settings.law.closing, closing: closing
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
            let some = rest.prefix(100)
            let isDone = try intake.whenNothingWaits {
                try sending.whilePaused {
                    try store.erase(some, for: erasure, zone: loaded.zone, closing: closing())
                }
            }
            guard isDone else { return false }
            rest = rest.dropFirst(100)
        }
        return true
    }
}

/// The files.
extension ErasureLoop {
    private func eraseFromFiles(_ intake: IntakeLoop) throws {
        let open = try store.openErasures()
        let cases = try store.erasing()
        if open.isEmpty, cases.isEmpty { return }
        var (files, troubles): (Int, [String]) = (0, [])
        if !cases.isEmpty {
            guard removeDrafts(intake, &troubles) else { return }
            try search(for: cases, &files, &troubles)
        }
        if let first = troubles.first {
            try store.noteErasures(open, files: files, trouble: troubles.joined(separator: " "), at: clock.now)
            // What files hold up must not stay in the store.
            if !isScrubbed { try store.scrub() }
            isScrubbed = true
            throw ErasureError(count: troubles.count, first: first)
        }
        try store.forgetErasing()
        if open.contains(where: { $0.cases > 0 }) || !cases.isEmpty { try store.scrub() }
        try store.noteErasures(open, files: files, trouble: nil, at: clock.now)
        logger.notice("erased closed cases", metadata: ["cases": "\(cases.count)", "files": "\(files)"])
    }

    /// - Returns: whether nothing is being read; else this is called again when all has been.
    private func removeDrafts(_ intake: IntakeLoop, _ troubles: inout [String]) -> Bool {
        let spool = SpoolDirectory(path: loaded.settings.directories.spool)
        do { return try intake.whenNothingWaits { try spool.removeDrafts() } } catch {
            troubles.append("\(error)")
            return true
        }
    }

    private func search(for cases: [ErasedCase], _ files: inout Int, _ troubles: inout [String]) throws {
        let embracing = try store.references(where: CaseMentions(of: cases).embracing)
        let mentions = CaseMentions(of: cases, sparing: embracing)
        var spool = SpoolErasure(spool: SpoolDirectory(path: loaded.settings.directories.spool), mentions: mentions)
        spool.run()
        files += spool.files
        troubles += spool.troubles.map(\.description)
        eraseFromLogs(mentions, &files, &troubles)
    }

    private func eraseFromLogs(_ mentions: CaseMentions, _ files: inout Int, _ troubles: inout [String]) {
        let erasure = LogErasure(logDirectory: loaded.settings.directories.log, mentions: mentions)
        // Logs may be rotated meanwhile: looked at until a pass finds nothing.
        for _ in 0..<5 {
            var found = 0
            let logs = erasure.logs()
            troubles += logs.troubles.map(\.description)
            for log in logs.files {
                do {
                    guard try erasure.concerns(log) else { continue }
                    found += 1
                    if try sending.whilePaused({ try erasure.erase(log) }) { files += 1 }
                } catch { troubles.append("\(error)") }
            }
            if found == 0 || !troubles.isEmpty { break }
        }
        let (count, hindered) = digests.inTurn { _ in erasure.eraseDigests() }
        files += count
        troubles += hindered.map(\.description)
    }
}

/// Why an erasure is not done.
struct ErasureError: Error, CustomStringConvertible {
    let count: Int
    let first: String

    var description: String { "erased cases may still stand in \(count) files that could not be searched: \(first)" }
}
