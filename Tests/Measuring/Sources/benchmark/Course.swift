import Configuration
import Deadlines
import Spool

/// The course of a case, which can be had again and again, each time about things of its own and a year later.
struct Course {
    private let steps: [Update]

    /// The course that a file of updates tells.
    init(file: String, settings: Settings) throws {
        let reader = UpdateReader(vocabulary: settings.law.vocabulary, rules: settings.law.ruleNames)
        var source = try UpdateFile(path: file, reader: reader)
        var steps: [Update] = []
        while true {
            let lines = try source.next(100)
            if lines.isEmpty { break }
            for line in lines { steps.append(try line.result.get()) }
        }
        guard !steps.isEmpty else { throw EmptyCourse(file: file) }
        self.steps = steps
    }

    /// A file that tells nothing.
    struct EmptyCourse: Error, CustomStringConvertible {
        let file: String

        var description: String { "\(file) holds no update; name a file of updates" }
    }

    /// The first `count` updates of the course, had as often as that takes.
    func updates(_ count: Int) -> [Update] {
        (0..<count).map { number in
            let step = steps[number % steps.count]
            let round = number / steps.count
            return Update(
                id: UpdateID(rawValue: "\(step.id)-\(round)"), caseID: step.caseID, event: step.event,
                at: moved(step.at, years: round), ref: step.ref.map { Reference(rawValue: "\($0)-\(round)") },
                caseworker: step.caseworker, team: step.team, data: step.data)
        }
    }

    private func moved(_ moment: Moment, years: Int) -> Moment {
        switch moment {
        case .date(let date): .date(date.adding(months: 12 * years))
        case .instant(let instant): .instant(instant.adding(hours: 24 * 365 * years))
        }
    }
}
