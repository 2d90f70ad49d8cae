import Configuration
import Deadlines

/// Measures what users' waiting depends on, and prints it; run it as `swift run -c release benchmark etc/fristd.toml`.
@main
enum Benchmark {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            print("usage: benchmark FILE\nFILE is a configuration, such as etc/fristd.toml")
            return
        }
        let settings = try SettingsReader(file: CommandLine.arguments[1]).read()
        print("reckoning one case, microseconds: median of 200 runs (fastest, slowest)")
        for count in [10, 50, 200] {
            let reckoning = CaseReckoning(settings: settings, updates: count)
            print("  \(count) updates, \(reckoning.requirements) requirements: \(reckoning.measure(runs: 200))")
        }
    }
}

/// A case being reckoned whole, as on each update.
struct CaseReckoning {
    private let settings: Settings
    private let updates: [Update]
    private let caseID = CaseID(rawValue: "2026-0417")
    private let moment: Instant
    private var queue: [QueuedNotice] = []

    /// A case of so many updates.
    init(settings: Settings, updates count: Int) {
        self.settings = settings
        updates = (0..<count).map { Course.update($0, of: CaseID(rawValue: "2026-0417")) }
        moment = settings.calendar.zone.instant(of: Course.first.adding(days: Course.daysBetween * count))
        // As the daemon would: what was to be told so far has been told.
        queue = Replay(reckoner: settings.reckoner, calendar: settings.calendar)
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
        settings.reckoner.outcome(of: caseID, updates: updates, queue: queue, at: moment)
    }

    private func rounded(_ number: Double) -> String {
        String(Int((number * 10).rounded()) / 10) + "." + String(Int((number * 10).rounded()) % 10)
    }
}

/// The course of a case: what happens in it again and again, a fortnight apart.
enum Course {
    static let first = LocalDate("2018-01-08") ?? LocalDate(daysSinceEpoch: 17_539)
    static let daysBetween = 14

    private static let steps: [(event: String, ref: String, data: [String: FieldValue])] = [
        ("underretning.modtaget", "u", [:]), ("underretning.vurderet", "u", [:]),
        ("bfu.besluttet", "b", [:]), ("boernesamtale.afholdt", "b", ["formaal": .word("bfu")]),
        ("bfu.afsluttet", "b", ["begrundet_stillingtagen": .flag(true)]),
        ("boernesamtale.afholdt", "a", ["formaal": .word("afgoerelse")]), ("plan.udarbejdet", "a", [:]),
        ("afgoerelse.truffet", "a", ["type": .word("anbringelse")]),
        ("indsats.ivaerksat", "i", ["type": .word("anbringelse")]),
        ("opfoelgning.afholdt", "i", ["barnet_inddraget": .flag(true)]),
        ("tilsyn.afholdt", "i", ["samtale": .flag(true)]),
        ("opfoelgning.afholdt", "i", ["barnet_inddraget": .flag(true)]), ("indsats.afsluttet", "i", [:]),
    ]

    /// The update of this number: every round of steps is about things of its own.
    static func update(_ number: Int, of caseID: CaseID) -> Update {
        let step = steps[number % steps.count]
        return Update(
            id: UpdateID(rawValue: "course-\(number)"), caseID: caseID, event: EventKind(rawValue: step.event),
            at: .date(first.adding(days: daysBetween * number)),
            ref: Reference(rawValue: "\(step.ref)-\(number / steps.count)"),
            caseworker: PersonID(rawValue: "mhs"), team: TeamID(rawValue: "nord"),
            data: Dictionary(uniqueKeysWithValues: step.data.map { (FieldName(rawValue: $0.key), $0.value) }))
    }
}
