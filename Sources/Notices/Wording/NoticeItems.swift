import Deadlines
import Store
import Telling

/// What a notice lists.
extension Wording {
    /// One thing of a list, and the case it is in where the list is of several.
    private struct Listed {
        var caseID: CaseID?
        var caseworker: String?
        let rule: RuleID
        let requirement: NoticeItem.Requirement
        /// Whether doing it now would end nothing.
        var isPast = false
    }

    /// What a list says, a text for each thing, the longest overdue first; of what was overdue before fristd began comes first what
    /// can still be done.
    func items(of notice: StoredNotice, told moment: Instant) -> [String] {
        let planned = notice.queued.notice
        if case .checklist(_, let id, let date) = planned.subject { return checklist(id, planned.items, on: date) }
        var things = listed(planned.items) + notice.joined.flatMap { listed(by: $0) }
        things.sort { $0.requirement.due.latest(in: zone) < $1.requirement.due.latest(in: zone) }
        if planned.stage == .backlog {
            things = things.filter { !$0.isPast } + things.filter(\.isPast)
        }
        return things.map { item($0, told: moment) }
    }

    private func listed(
        _ items: [NoticeItem], _ caseID: CaseID? = nil, _ caseworker: String? = nil, isPast: Bool = false
    ) -> [Listed] {
        items.compactMap { item in
            guard case .requirement(let rule, let requirement) = item else { return nil }
            return Listed(
                caseID: caseID, caseworker: caseworker, rule: rule, requirement: requirement, isPast: isPast)
        }
    }

    /// What a notice adds to a list that it goes out in.
    private func listed(by notice: StoredNotice) -> [Listed] {
        let planned = notice.queued.notice
        var items = planned.items
        if case .requirement(let key, let due) = planned.subject {
            items = [.requirement(key.rule, .init(ref: key.ref, start: key.start, due: due))]
        }
        let isPast = notice.background.lapsed != nil
        return listed(items, planned.subject.caseID, notice.othersCaseworker, isPast: isPast)
    }

    private func item(_ listed: Listed, told moment: Instant) -> String {
        let (rule, requirement) = (listed.rule, listed.requirement)
        return words.say(
            ItemTemplate.item,
            [
                .title: words.quoted(law.title(of: rule, on: requirement.start.date(in: zone))),
                .due: words.short(requirement.due, in: zone), .case: listed.caseID?.rawValue,
                .ref: requirement.ref?.rawValue, .caseworker: listed.caseworker,
                .overdue: requirement.due.latest(in: zone) <= moment,
            ])
    }
}
