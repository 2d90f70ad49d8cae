import Configuration
import Deadlines
import Spool

/// Measures what users' waiting depends on, and prints it:
/// `swift run -c release benchmark etc/fristd.toml deploy/samples/forloeb.jsonl`.
@main
enum Benchmark {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            print(
                """
                usage: benchmark CONFIGURATION UPDATES
                UPDATES is the course of one case, such as deploy/samples/forloeb.jsonl
                """)
            return
        }
        let settings = try SettingsReader(file: CommandLine.arguments[1]).read()
        let course = try Course(file: CommandLine.arguments[2], settings: settings)
        print("reckoning one case whole, microseconds: median of 200 runs (fastest, slowest)")
        for count in [10, 50, 200] {
            let reckoning = CaseReckoning(settings: settings, updates: course.updates(count))
            print("  \(count) updates, \(reckoning.requirements) requirements: \(reckoning.measure(runs: 200))")
        }
    }
}

/// A case being reckoned whole, as on each update.
struct CaseReckoning {
    private let settings: Settings
    private let updates: [Update]
    private let caseID: CaseID
    private let moment: Instant
    private let queue: [QueuedNotice]

    /// A case of these updates, on the day of the last.
    init(settings: Settings, updates: [Update]) {
        self.settings = settings
        self.updates = updates
        caseID = updates[0].caseID
        let zone = settings.calendar.zone
        moment = updates.map { $0.at.latest(in: zone) }.max() ?? zone.instant(of: LocalDate(daysSinceEpoch: 0))
        // As the daemon would: what was to be told so far has been told.
        queue = Replay(reckoner: settings.reckoner(), calendar: settings.calendar)
            .queue(of: caseID, updates: updates, until: moment)
    }

    /// How many requirements the case has.
    var requirements: Int { reckon().requirements.count }

    /// The time of one reckoning, over so many.
    func measure(runs: Int) -> String {
        let clock = ContinuousClock()
        let times = (0..<runs).map { _ in Double(clock.measure { _ = reckon() } / .nanoseconds(1)) / 1000 }.sorted()
        return "\(rounded(times[runs / 2])) (\(rounded(times[0])), \(rounded(times[runs - 1])))"
    }

    private func reckon() -> CaseOutcome {
        settings.reckoner().outcome(of: caseID, updates: updates, queue: queue, at: moment)
    }

    private func rounded(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
