import Configuration
import Deadlines
import Dispatch
import Logging
import Notices
import Spool
import Store

/// Writes the metrics, on a queue and a connection of its own: it counts every requirement, and nobody waits for that.
///
/// Sendable by that queue: everything but the initialiser, `queue` and `write` is used on it alone.
final class MetricsLoop: @unchecked Sendable {
    private let queue = DispatchQueue(label: "fristd.metrics")
    private let store: Store
    private let clock: DaemonClock
    private let logger: Logger
    private let started = DaemonClock().now
    private let tally: UpdateTally
    private let lateness: LatenessHistogram
    private var settings: Settings
    private var reader: Store?
    private var counted: (mark: Int, measures: RequirementMeasures)?
    private var lastUpdate: Instant?
    /// Why it failed the last time: told once.
    private var trouble: String?

    init(
        store: Store, clock: DaemonClock, logger: Logger, settings: Settings, tally: UpdateTally,
        lateness: LatenessHistogram
    ) {
        self.store = store
        self.clock = clock
        self.logger = logger
        self.settings = settings
        self.tally = tally
        self.lateness = lateness
    }

    /// Works by other settings from now on.
    func use(_ settings: Settings) { queue.async { [self] in self.settings = settings } }

    /// Writes them, soon.
    func write() {
        queue.async { [self] in
            guard let path = settings.metricsFile else { return }
            do {
                try MetricsFile(path: path).write(page().text)
                trouble = nil
            } catch {
                if trouble != "\(error)" {
                    logger.error("the metrics could not be written", metadata: ["reason": "\(error)"])
                }
                trouble = "\(error)"
            }
        }
    }

    private func page() throws -> MetricsPage {
        let directories = settings.directories
        let reader = try reader ?? store.besideForReading(in: directories.state)
        self.reader = reader
        let counts = tally.counts
        let last = try counts.last ?? lastUpdate ?? reader.lastUpdate()
        lastUpdate = last
        let spool = SpoolDirectory(path: directories.spool)
        return MetricsPage(
            heartbeat: DaemonClock().now, started: started, requirements: try measures(reader),
            rules: Array(settings.law.rules.keys), notices: try reader.noticeMeasures(), cases: try reader.caseCount(),
            updates: counts, lastUpdate: last, lateness: lateness.counts,
            storeSize: Store.size(in: directories.state),
            files: [("incoming", try spool.waitingFiles()), ("rejected", try spool.refusals().count)])
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
