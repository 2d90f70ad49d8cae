import Deadlines
import Store
import Telling

/// The texts of one notice.
struct NoticeText: Sendable {
    /// What is not registered, and what to do; on one line.
    let message: String
    /// The same without what it lists: it names neither case nor ref.
    let opening: String
    /// Why this person got it.
    let reason: String
    /// How it stands in a person's log.
    let entry: String
}

extension Wording {
    /// The texts of a notice.
    func text(of notice: StoredNotice) -> NoticeText {
        let planned = notice.queued.notice
        let reason = reason(for: notice)
        let opening = render(template(of: notice.queued), values(of: notice))
        let items = items(of: notice)
        var values: [String: Any] = ["stage": words.stage(planned.stage), "message": opening, "reason": reason]
        values["case"] = planned.subject.caseID?.rawValue
        values["title"] = title(of: planned.subject)
        values["items"] = items.isEmpty ? nil : items
        if let requirement = planned.requirement {
            values["ref"] = requirement.ref?.rawValue
            values["short_due"] = planned.due.map { words.short(known($0, notice), in: zone) }
            values["law"] = notice.law
            values["grundlag"] = words.grundlag(notice.grundlag, beside: notice.law)
        }
        let message = ([opening] + (items.isEmpty ? [] : [items.joined(separator: "; ")])).joined(separator: " ")
        return NoticeText(message: message, opening: opening, reason: reason, entry: render(.entry, values))
    }

    private func template(of queued: QueuedNotice) -> Template {
        let notice = queued.notice
        return switch notice.stage {
        case .reminder where notice.isUnconfirmed: .unconfirmed
        case .reminder where notice.isUncertain: .uncertain
        // One that was registered late may go out only when what it reminds of is overdue.
        case .reminder: notice.due.map { $0.latest(in: zone) <= queued.scheduled } ?? false ? .overdue : .reminder
        case .overdue: .overdue
        case .escalation: notice.isWaiver ? .waived : .escalation
        case .breach: .breach
        case .checklist: .checklist
        case .handover: .handover
        case .backlog: .backlog
        case .feed: .feed
        }
    }

    private func values(of notice: StoredNotice) -> [String: Any] {
        let planned = notice.queued.notice
        var values: [String: Any] = [:]
        switch planned.subject {
        case .requirement(let key, let due):
            values.merge(self.values(of: notice, about: key, due: due)) { first, _ in first }
        case .checklist(_, _, let date):
            values["lacking"] = planned.items.map { law.rule($0.rule, on: date)?.asks ?? $0.rule.rawValue }
        case .handover(_, let at): values["since"] = words.moment(at, in: zone)
        case .list: values["count"] = String(notice.joined.count)
        case .feed(let since):
            values["since"] = words.instant(since, in: zone)
            values["silent"] = planned.step == FeedWatch.silentStep ? true : nil
        }
        if planned.recipient.isToldOfOthers {
            values["caseworker"] = notice.caseworker?.rawValue
            values["leads"] = true
        }
        return values
    }

    /// A due time as far as it is known: only the day, where what it is counted from is registered without a time of day.
    func known(_ due: Moment, _ notice: StoredNotice) -> Moment {
        notice.certainFrom.map { .date(zone.date(of: $0.adding(milliseconds: -1))) } ?? due
    }

    private func reason(for notice: StoredNotice) -> String {
        let recipient = notice.queued.notice.recipient
        // A team or a caseworker as a case has no caseworker to lack.
        if case .noCaseworker(let role) = recipient.reason,
            let caseID = notice.queued.notice.subject.caseID, law.namespace(of: caseID) != nil
        {
            return words.reason(
                .hasRole(role, nil), of: recipient, caseworker: nil, teamName: name(of:))
        }
        return words.reason(
            recipient.reason, of: recipient, caseworker: notice.caseworker, teamName: name(of:),
            isOfSeveral: notice.joined.count > 1)
    }

    /// What the notice is about, in a few words; nil where its stage says it all.
    private func title(of subject: NoticeSubject) -> String? {
        switch subject {
        case .requirement(let key, _): law.title(of: key.rule, on: key.start.date(in: zone))
        case .checklist(_, let checklist, let date): law.title(of: checklist, on: date)
        case .handover, .list, .feed: nil
        }
    }

    /// One thing of a list, and the case it is in where the list is of several.
    private struct Listed {
        var caseID: CaseID?
        let rule: RuleID
        let requirement: NoticeItem.Requirement
    }

    /// What a list says, a text for each thing, the longest overdue first; a checklist is short enough to say it in its
    /// message.
    private func items(of notice: StoredNotice) -> [String] {
        let planned = notice.queued.notice
        if planned.stage == .checklist { return [] }
        let own = planned.items.compactMap { item in
            item.requirement.map { Listed(rule: item.rule, requirement: $0) }
        }
        let joined = notice.joined.flatMap { listed(by: $0.queued.notice) }
        return (own + joined).sorted {
            $0.requirement.due.latest(in: zone) < $1.requirement.due.latest(in: zone)
        }.map { item($0, at: notice.queued.scheduled) }
    }

    /// What a notice adds to a list that it goes out in.
    private func listed(by notice: PlannedNotice) -> [Listed] {
        let caseID = notice.subject.caseID
        if case .requirement(let key, let due) = notice.subject {
            let requirement = NoticeItem.Requirement(ref: key.ref, start: key.start, due: due)
            return [Listed(caseID: caseID, rule: key.rule, requirement: requirement)]
        }
        return notice.items.compactMap { item in
            item.requirement.map { Listed(caseID: caseID, rule: item.rule, requirement: $0) }
        }
    }

    private func item(_ listed: Listed, at moment: Instant) -> String {
        let (rule, requirement) = (listed.rule, listed.requirement)
        var values: [String: Any] = [
            "title": law.title(of: rule, on: requirement.start.date(in: zone)),
            "due": words.short(requirement.due, in: zone),
        ]
        values["case"] = listed.caseID?.rawValue
        values["ref"] = requirement.ref?.rawValue
        values["overdue"] = requirement.due.latest(in: zone) <= moment ? true : nil
        return render(.item, values)
    }
}

extension Recipient {
    /// Whether whose case it is must be said: the case is another's, and the reason does not name the caseworker.
    fileprivate var isToldOfOthers: Bool {
        switch reason {
        case .hasRole: true
        case .substitute(_, let role): role != .raadgiver
        case .caseworker, .upTheLine, .noCaseworker, .nobodyElse: false
        }
    }
}
