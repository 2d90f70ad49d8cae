import Configuration
import Deadlines
import Telling

/// A case being reckoned whole, as on each update.
struct CaseReckoning {
    private let settings: Settings
    private let updates: [RegisteredUpdate]
    private let caseID: CaseID
    private let moment: Instant
    private let queue: [QueuedNotice]

    /// A case of these updates, on the day of the last.
    init(settings: Settings, updates: [Update]) {
        self.settings = settings
        let zone = settings.calendar.zone
        self.updates = updates.map { RegisteredUpdate($0, received: $0.at.earliest(in: zone)) }
        caseID = updates[0].caseID
        moment = updates.map { $0.at.latest(in: zone) }.max() ?? zone.instant(of: LocalDate(daysSinceEpoch: 0))
        // As the daemon would: what was to be told so far has been told, and what is near stands ready.
        let horizon = settings.reckoner().horizon(at: moment)
        queue = Replay(reckoner: settings.reckoner())
            .queue(of: caseID, registered: self.updates, until: moment).filter { $0.notice.falls < horizon }
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
        let reckoner = settings.reckoner()
        return reckoner.outcome(
            of: caseID, updates: updates, queue: queue, at: moment, horizon: reckoner.horizon(at: moment))
    }

    private func rounded(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
