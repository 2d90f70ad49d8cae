import Configuration
import Deadlines
import Telling

/// The requirements of one case as they stood when its notices went out.
struct Backgrounds {
    private let caseID: CaseID
    private let updates: [Update]
    private let settings: Settings
    private var standings: [Instant: [RequirementKey: Requirement]] = [:]

    init(_ caseID: CaseID, _ updates: [Update], _ settings: Settings) {
        self.caseID = caseID
        self.updates = updates
        self.settings = settings
    }

    /// What `queued` is about, as it stood at its time, or at `moment` where that lies ahead; nil where it is about a list.
    mutating func requirement(of queued: QueuedNotice, until moment: Instant) -> Requirement? {
        guard let key = queued.notice.requirement else { return nil }
        let at = min(queued.scheduled, moment)
        let found = standings[at] ?? requirements(at: at)
        standings[at] = found
        return found[key].flatMap { $0.due == queued.notice.due ? $0 : nil }
    }

    private func requirements(at moment: Instant) -> [RequirementKey: Requirement] {
        let standing = standing(
            of: caseID, updates: updates, under: settings.law, on: settings.calendar, at: moment)
        return Dictionary(standing.requirements.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
