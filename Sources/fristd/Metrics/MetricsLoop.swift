import Configuration
import Deadlines
import Dispatch
import Files
import Glibc
import Logging
import Notices
import Spool
import Store

/// Writes the metrics, and what is noted of the intake, on a queue and a connection of its own: it counts every requirement, and nobody waits for that.
actor MetricsLoop: Loop {
    let queue = LoopQueue("fristd.metrics")
    private let store: Store
    private let clock: DaemonClock
    private let logger: Logger
    private let started = DaemonClock().now
    private let tally: UpdateTally
    private let lateness: LatenessHistogram
    private let troubles: IntakeTroubles
    /// Those of the start: changed ones take effect at the next.
    private let directories: Settings.Directories
    private var settings: Settings
    private var reader: Store?
    private var counted: (mark: Int, measures: RequirementMeasures)?
    private var lastUpdate: Instant?
    /// What failed the last time, by the message it was told with: told once.
    private var told: [String: String] = [:]

    init(
        store: Store, clock: DaemonClock, logger: Logger, settings: Settings, tally: UpdateTally,
        lateness: LatenessHistogram, troubles: IntakeTroubles
    ) {
        self.store = store
        self.clock = clock
        self.logger = logger
        self.settings = settings
        directories = settings.directories
        self.tally = tally
        self.lateness = lateness
        self.troubles = troubles
    }

    /// Works by other settings from now on.
    nonisolated func use(_ settings: Settings) { soon { $0.settings = settings } }

    /// Writes them, soon.
    nonisolated func write() { soon { $0.writeNow() } }

    private func writeNow() {
        let spool = SpoolDirectory(path: directories.spool)
        // Where they cannot be counted there is no number; why is for the intake to tell, which meets the same.
        let (waiting, refused) = (try? spool.waitingFiles(), try? spool.refusals().count)
        attempt("what is noted of the intake could not be written") {
            let note = IntakeNote(filesWaiting: waiting, filesRefused: refused, trouble: troubles.gravest)
            try write(note.text, to: "\(directories.state)/\(IntakeNote.fileName)", mode: 0o640)
        }
        guard let path = settings.metricsFile else { return }
        attempt("the metrics could not be written") {
            let page = try page([("incoming", waiting), ("rejected", refused)])
            // Numbers of a whole municipality: the collector, which is another user, may read them.
            try write(page.text, to: path, mode: 0o644)
        }
    }

    /// Puts a file in its place, whole at any time. It need not outlive a power failure: what it says would then be untrue.
    private func write(_ text: String, to path: String, mode: mode_t) throws(FileError) {
        // The collector reads names that end in .prom alone: not the draft.
        let draft = try Draft(of: path, mode: mode)
        try draft.file.write(Array(text.utf8))
        try draft.move()
    }

    /// Does `body`; why it fails is logged with `message`, once.
    private func attempt(_ message: String, _ body: () throws -> Void) {
        do {
            try body()
            told[message] = nil
        } catch {
            if told.updateValue("\(error)", forKey: message) != "\(error)" {
                logger.error("\(message)", metadata: ["reason": "\(error)"])
            }
        }
    }

    private func page(_ files: [(directory: String, count: Int?)]) throws -> MetricsPage {
        let reader = try reader ?? store.besideForReading(in: directories.state)
        self.reader = reader
        let counts = tally.counts
        let last = try counts.last ?? lastUpdate ?? reader.lastUpdate()
        lastUpdate = last
        return MetricsPage(
            heartbeat: DaemonClock().now, started: started, requirements: try measures(reader),
            rules: Array(settings.law.rules.keys), notices: try reader.noticeMeasures(), cases: try reader.caseCount(),
            updates: counts, lastUpdate: last, lateness: lateness.counts,
            storeSize: Store.size(in: directories.state), files: files, isHindered: troubles.gravest != nil)
    }

    /// Every requirement counted, unless nothing can have changed since the last time.
    private func measures(_ reader: Store) throws -> RequirementMeasures {
        let now = clock.now
        let mark = try reader.writingMark()
        if let counted, counted.mark == mark, counted.measures.holdUntil.map({ now < $0 }) ?? true {
            return counted.measures
        }
        let measures = try reader.requirementMeasures(at: now, reach: settings.reach(try reader.sources(), at: now))
        counted = (mark, measures)
        return measures
    }
}
