import Configuration
import Deadlines
import Notices
import Store
import Telling

/// All that the metrics say at one moment. No case and nobody is named.
struct MetricsPage {
    /// By the system's clock.
    let heartbeat: Instant
    let started: Instant
    let requirements: RequirementMeasures
    let rules: [RuleID]
    let notices: (states: [QueuedNotice.State: Int], oldestWaiting: Instant?)
    let cases: Int
    let updates: UpdateTally.Counts
    let lastUpdate: Instant?
    let lateness: LatenessHistogram.Counts
    let storeSize: Int
    /// Without a number where they cannot be counted.
    let files: [(directory: String, count: Int?)]
    /// Whether something keeps updates from being taken in.
    let isHindered: Bool

    var text: String {
        var text = MetricsText()
        text.add("heartbeat_timestamp_seconds", "When intake, sending and the store last answered.", heartbeat)
        text.add("start_timestamp_seconds", "When the daemon started.", started)
        text.add(
            "build_info", .gauge, "Always 1; the label says which version runs.",
            [.init(labels: [("version", ProgramVersion.text)], value: "1")])
        addUpdates(to: &text)
        addRequirements(to: &text)
        addNotices(to: &text)
        text.add("store_size_bytes", .gauge, "Bytes of the store on disk.", storeSize)
        text.add(
            "spool_files", .gauge, "Files in the spool that wait to be read, and reports of what was refused.",
            files.compactMap { directory, count in
                count.map { .init(labels: [("directory", directory)], value: String($0)) }
            })
        text.add(
            "intake_hindered", .gauge,
            "1 while the spool or a file in it cannot be taken in, which fristctl status explains; else 0.",
            isHindered ? 1 : 0)
        return text.text
    }

    private func addUpdates(to text: inout MetricsText) {
        let outcomes = [("taken", updates.taken), ("duplicate", updates.duplicate), ("refused", updates.refused)]
        text.add(
            "updates_total", .counter, "Updates read since the start, by what became of them.",
            outcomes.map { .init(labels: [("outcome", $0)], value: String($1)) })
        text.add("last_update_timestamp_seconds", "When the last update was taken in.", lastUpdate)
        text.add("cases", .gauge, "Cases known, those of teams, caseworkers and sources included.", cases)
    }

    /// A rule that nothing stands under has its zeros, so that no series begins in the middle.
    private func addRequirements(to text: inout MetricsText) {
        let rules = Set(self.rules).union(requirements.counts.keys.map(\.rule)).sorted()
        let byRule = Dictionary(grouping: requirements.counts) { $0.key.rule }
        text.add(
            "requirements", .gauge, "Requirements, by rule and status.",
            rules.flatMap { rule in
                Status.allCases.map { status in
                    let count = (byRule[rule] ?? []).reduce(0) { $0 + ($1.key.status == status ? $1.value : 0) }
                    return .init(
                        labels: [("rule", rule.rawValue), ("status", status.rawValue)], value: String(count))
                }
            })
        text.add(
            "requirements_uncertain", .gauge,
            "Requirements whose status hangs on a missing time of day or on data that do not reach so far, by rule.",
            rules.map { rule in
                .init(labels: [("rule", rule.rawValue)], value: String(requirements.uncertain[rule] ?? 0))
            })
    }

    private func addNotices(to text: inout MetricsText) {
        text.add(
            "notices", .gauge, "Notices, by state.",
            QueuedNotice.State.allCases.map { state in
                .init(labels: [("state", state.rawValue)], value: String(notices.states[state] ?? 0))
            })
        text.add(
            "oldest_waiting_notice_timestamp_seconds",
            "When the waiting notice that is to go out first is scheduled; long past, notices do not go out.",
            notices.oldestWaiting)
        let buckets = zip(LatenessHistogram.bounds, lateness.buckets).map { bound, count in
            MetricsText.Sample(
                suffix: "_bucket", labels: [("le", MetricsText.seconds(bound))], value: String(count))
        }
        text.add(
            "notice_lateness_seconds", .histogram, "How long after their time people were told, since the start.",
            buckets + [
                .init(suffix: "_bucket", labels: [("le", "+Inf")], value: String(lateness.count)),
                .init(suffix: "_sum", value: MetricsText.seconds(lateness.sum)),
                .init(suffix: "_count", value: String(lateness.count)),
            ])
    }
}
