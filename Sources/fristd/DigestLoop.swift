import Configuration
import Deadlines
import Dispatch
import Figures
import Logging
import Notices
import Store
import Synchronization
import Telling

/// Writes digests at opening on the first open day after their period, and at start those that were missed meanwhile.
///
/// On a queue and a connection to the store of its own: however many cases there are, neither intake nor sending waits
/// for it.
actor DigestLoop: Loop {
    let queue = LoopQueue("fristd.digests")
    private let stateDirectory: String
    private let files: DigestFiles
    private let clock: DaemonClock
    private let logger: Logger
    private let timer: LoopTimer
    private var loaded: LoadedSettings
    private var store: Store?
    /// Whether all that waited in the spool at start has been read; before that a digest would lack it.
    private var hasBegun = false
    private let isStopped = Atomic(false)

    init(clock: DaemonClock, logger: Logger, loaded: LoadedSettings) {
        self.clock = clock
        self.logger = logger
        self.loaded = loaded
        stateDirectory = loaded.settings.directories.state
        files = DigestFiles(logDirectory: loaded.settings.directories.log)
        timer = LoopTimer(on: queue)
        timer.start(self) { $0.work() }
    }

    /// Begins, the first time it is called.
    func begin() {
        guard !hasBegun else { return }
        hasBegun = true
        work()
    }

    /// Works by other settings from now on.
    func use(_ loaded: LoadedSettings) {
        self.loaded = loaded
        if hasBegun { work() }
    }

    /// Stops at once; what is being counted is given up, and written at the next start.
    nonisolated func stop() {
        isStopped.store(true, ordering: .relaxed)
        inTurn { $0.timer.cancel() }
    }

    private func work() {
        guard !isStopped.load(ordering: .relaxed) else { return }
        let now = clock.now
        do {
            let store = try store ?? Store.reading(directory: stateDirectory)
            self.store = store
            let begun = try store.begun()
            try write(editions(at: now, known: begun), at: now, known: begun, store)
            arm(after: now)
        } catch {
            if isStopped.load(ordering: .relaxed) { return }
            logger.error("digests could not be written; trying again in a minute", metadata: ["reason": "\(error)"])
            timer.arm(at: .now() + .seconds(60))
        }
    }

    /// What should have been written by `moment` and has not been.
    private func editions(at moment: Instant, known: Instant?) -> [DigestEdition] {
        DigestEdition.missing(
            at: moment, in: files, schedule: loaded.settings.digests, organisation: loaded.settings.organisation,
            office: loaded.settings.office, zone: loaded.zone, known: known)
    }

    private func last(_ kind: PeriodKind, at moment: Instant) -> DigestPeriod {
        DigestSchedule.last(kind, at: moment, in: loaded.settings.office, loaded.zone)
    }

    /// Counts all editions in one pass over the cases, each reckoned once for all of them, and writes them. Where no case
    /// is known there is nothing to write about.
    private func write(_ editions: [DigestEdition], at moment: Instant, known: Instant?, _ store: Store) throws {
        guard let first = editions.map(\.period.from).min(), let last = editions.map(\.period.until).max() else {
            return
        }
        let reaches = loaded.settings.reaches(try store.sources())
        let views = editions.map {
            loaded.settings.view(of: $0.period, at: moment, since: $0.since, known: known, reaches: reaches)
        }
        let reminded = try store.reminded(from: first, until: last, in: loaded.zone)
        var counters = zip(editions, views).map { edition, view in
            edition.recipients.map { DigestCounter(for: $0, view: view) }
        }
        var hasCases = false
        try store.eachCaseInSlices { caseID, updates in
            if isStopped.load(ordering: .relaxed) { throw CancellationError() }
            hasCases = true
            for (index, glance) in CaseGlance.glances(
                caseID, updates: updates, reminded: reminded[caseID] ?? [], views: views
            ).enumerated() {
                for position in counters[index].indices { counters[index][position].count(glance) }
            }
        }
        guard hasCases else { return }
        for (edition, counters) in zip(editions, counters) {
            for (recipient, counter) in zip(edition.recipients, counters) {
                try files.write(loaded.wording.forms(of: counter.figures()), of: edition.period, for: recipient.id)
            }
            logger.info(
                "wrote digests",
                metadata: ["period": "\(edition.period.name)", "count": "\(counters.count)"])
        }
    }

    /// Arms the timer for the next opening at which one is to be written.
    private func arm(after moment: Instant) {
        let next = loaded.settings.digests.kinds.map { kind in
            DigestSchedule.writing(of: last(kind, at: moment).next, in: loaded.settings.office)
        }.min()
        timer.arm(at: next.map { clock.wallTime(of: $0) })
    }
}
