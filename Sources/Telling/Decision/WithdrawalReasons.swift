import Deadlines

/// Why what was to be told is not proposed any more.
struct WithdrawalReasons {
    private let requirements: [RequirementKey: Requirement]
    private let wanted: [PlannedNotice]
    private let begun: Instant

    init(standing: Standing, proposals: Proposals, begun: Instant) {
        requirements = Dictionary(standing.requirements.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        wanted = proposals.wanted
        self.begun = begun
    }

    func reason(of notice: PlannedNotice) -> NoticeReason {
        let isForAnother = wanted.contains { $0.subject == notice.subject && $0.step == notice.step }
        switch notice.subject {
        case .requirement(let key, let due):
            guard let requirement = requirements[key] else { return .annulled }
            return reason(requirement, due) ?? (isForAnother ? .reassigned : .changed)
        // Fixed lines are not registered.
        case .checklist where notice.items.isEmpty: return isForAnother ? .reassigned : .closed
        case .checklist where notice.listsFindings: return isForAnother ? .reassigned : .annulled
        case .handover, .checklist: return isForAnother ? .reassigned : .met
        case .list, .feed: return .met
        }
    }

    private func reason(_ requirement: Requirement, _ due: Moment) -> NoticeReason? {
        switch requirement.verdict {
        case .met, .late: return .met
        case .void: return .closed
        case .excused: return .excused
        case .open: break
        }
        if requirement.due != due { return .moved }
        if requirement.background.isSettled { return .settled }
        if requirement.missingFrom < begun { return requirement.background.closed == nil ? .backlog : .closed }
        return nil
    }
}
