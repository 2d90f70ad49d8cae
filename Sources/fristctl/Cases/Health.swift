import Configuration
import Deadlines
import Notices
import Rules
import Store
import Telling

/// Whether the daemon does its work, and the numbers that show it.
struct Health {
    enum Verdict: Int32 {
        case well = 0
        case degraded = 1
        case failing = 2

        var tone: Tone {
            switch self {
            case .well: .good
            case .degraded: .doubtful
            case .failing: .alarming
            }
        }
    }

    private(set) var verdict = Verdict.well
    private(set) var reasons: [String] = []
    /// Nil where this account may not see it.
    var isRunning: Bool?
    private(set) var counts: StoreCounts?
    private var unfed: UnfedRules?
    /// Nil where neither this account nor the daemon can count them.
    var filesWaiting: Int?
    var filesRefused: Int?

    /// A notice that waits longer past its time than this is not merely on its way.
    private static let tolerance: Int64 = 60_000

    /// Nothing looked at yet.
    init() {}

    /// Looks at lock, store, spool, disks and digests.
    init(_ settings: Settings) {
        lookForLife(in: settings.directories.state, of: settings.unit)
        if isRunning != nil { lookAtStore(settings) }
        lookAtSpool(settings)
        lookAtDisks(settings.directories)
        lookAtJournal()
    }

    /// Looks at what can be seen where the configuration cannot be used.
    init(_ faults: Faults, _ reader: SettingsReader) {
        let directories = reader.directories()
        lookForLife(in: directories.state, of: reader.unit)
        let consequence =
            switch isRunning {
            case true?: "fristd goes on with what it read before"
            case false?: "fristd does not start with it"
            case nil: "nothing more can be said"
            }
        add(.degraded, "the configuration cannot be used as it is seen from here, and \(consequence):")
        for fault in faults.list { add(.degraded, "\(fault)") }
        lookAtDisks(directories)
    }

    private mutating func lookAtStore(_ settings: Settings) {
        let moment = StoreAccess.now(settings)
        do {
            let store = try Store.reading(directory: settings.directories.state)
            let counts = try store.counts(at: moment, reach: settings.reach(try store.sources(), at: moment))
            self.counts = counts
            if let heard = try store.feedHeard(), let silent = settings.feedWatch.silent(since: heard), silent <= moment
            {
                let since = Moment.instant(heard).brief(in: settings.calendar.zone)
                add(.degraded, "no update has come since \(since): see whether the case system delivers")
            }
            addTrouble(counts.notices)
            lookAtErasures(try store.openErasures())
            lookAtDigests(settings, since: try store.firstUpdate(), at: moment)
            let unfed = UnfedRules(settings, sent: try store.kinds(), at: moment)
            // That stands in the settings for as long as nobody changes them, and nothing is less well for it today.
            for sentence in unfed.sentences { add(.well, sentence) }
            self.unfed = unfed
            if let next = counts.nextNotice, next.adding(milliseconds: Health.tolerance) < moment {
                let since = Moment.instant(next).brief(in: settings.calendar.zone)
                add(.degraded, "notices wait past their time, the oldest since \(since)")
            }
        } catch {
            add(.failing, "\(error)")
        }
    }

    private mutating func addTrouble(_ notices: [QueuedNotice.State: Int]) {
        if let failed = notices[.failed], failed > 0 {
            add(
                .degraded,
                "\(counted(failed, "notice")) could not be sent and will not be tried again by itself: see fristctl notices --failed, "
                    + "mend what it names, then fristctl retry KEY…")
        }
        if let held = notices[.sending], held > 0 {
            let noun = held == 1 ? "1 notice is" : "\(held) notices are"
            add(.degraded, "\(noun) held up and tried again: see fristctl notices --pending for what is in the way")
        }
    }

    mutating func add(_ verdict: Verdict, _ reason: String) {
        if verdict.rawValue > self.verdict.rawValue { self.verdict = verdict }
        reasons.append(reason)
    }

    /// Lines for people.
    func lines(_ zone: Zone, for output: Output) -> [String] {
        var lines = ["fristd is \(output.painted("\(verdict)", verdict.tone))"]
        lines += reasons.flatMap { output.wrapped("  ! \($0)") }
        if let counts {
            let queue = QueuedNotice.State.allCases.map { "\(counts.notices[$0] ?? 0) \($0.rawValue)" }
            lines += [
                "  cases         \(counts.cases), from \(counts.updates) updates",
                "  requirements  \(counts.missing) overdue, \(counts.pending) pending",
                "  next due      \(counts.nextDue.map { $0.brief(in: zone) } ?? "nothing")",
                "  next notice   \(counts.nextNotice.map { Moment.instant($0).brief(in: zone) } ?? "none waits")",
                "  notices       \(queue.joined(separator: ", "))",
                "  last update   \(counts.lastUpdate.map { Moment.instant($0).brief(in: zone) } ?? "none yet")",
                "  spool         \(filesWaiting.map(String.init) ?? "?") files waiting, "
                    + "\(filesRefused.map(String.init) ?? "?") refused",
            ]
        }
        return lines
    }

    /// An object for programs.
    func json(_ zone: Zone) -> JSON {
        func time(_ instant: Instant?) -> JSON { .optional(instant.map { zone.text(of: $0) }) }
        let queue = QueuedNotice.State.allCases.map { state in
            (state.rawValue, JSON.optional(number: counts.map { $0.notices[state] ?? 0 }))
        }
        return .object([
            ("status", .text("\(verdict)")),
            ("warnings", .list(reasons.map(JSON.text))),
            ("running", isRunning.map(JSON.flag) ?? .null),
            ("cases", .optional(number: counts?.cases)),
            ("updates", .optional(number: counts?.updates)),
            ("pending", .optional(number: counts?.pending)),
            ("missing", .optional(number: counts?.missing)),
            ("next_due", .optional(counts?.nextDue?.text(in: zone))),
            ("next_notice", time(counts?.nextNotice)),
            ("queue", .object(queue)),
            ("last_update", time(counts?.lastUpdate)),
            ("files_waiting", .optional(number: filesWaiting)),
            ("files_refused", .optional(number: filesRefused)),
            ("unfed", unfed?.json ?? .null),
        ])
    }
}
