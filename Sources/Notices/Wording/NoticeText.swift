import Deadlines
package import Store
import Telling

/// The texts of one notice.
struct NoticeText: Sendable {
    /// What is not registered, and what to do; on one line.
    let message: String
    /// The same without what it lists: it names neither case nor ref.
    let opening: String
    /// Why this person got it.
    let reason: String
    /// How it stands in a person's log, under a heading that says how to register what has been done.
    let entry: String
    /// What that heading must say for it; nil where there is nothing to register.
    let registering: Registering?
}

/// How it is to be registered what has been done.
struct Registering: Sendable {
    /// Whether the person registers it, and does not see that others do.
    let isOwn: Bool
    /// Whether the time of day is asked for.
    let hasClock: Bool
}

extension Wording {
    /// The texts of a notice.
    ///
    /// - Parameter moment: when it is told; nil is when it was, or will be. What has passed by then is never spoken of as if there
    ///   were time left.
    func text(of notice: StoredNotice, told moment: Instant? = nil) -> NoticeText {
        let moment = moment ?? notice.told
        let planned = notice.queued.notice
        let template = template(for: notice, told: moment)
        let filling = filling(of: notice, told: moment)
        let opening = words.say(template, [.alone: true] + filling)
        let reason = reason(for: notice)
        let items = items(of: notice, told: moment)
        let aboutOne = planned.requirement != nil
        let entry = words.say(
            EntryTemplate.entry,
            [
                .stage: stage(of: notice, told: moment), .case: planned.subject.caseID?.rawValue,
                .ref: planned.requirement?.ref?.rawValue, .title: title(of: planned.subject).map(words.quoted),
                .distance: planned.due.flatMap { words.distance(from: moment, to: known($0, notice), in: zone) },
                .message: words.say(template, [.alone: false] + filling),
                .items: items.isEmpty ? nil : items, .law: planned.requirement.map { cited(notice.law, of: $0) },
                .grundlag: aboutOne ? words.grundlag(notice.grundlag, beside: notice.law) : nil, .reason: reason,
            ])
        let message = items.isEmpty ? opening : "\(opening) \(items.joined(separator: "; "))"
        let registering = Registering(
            isOwn: !planned.recipient.role.isLeading, hasClock: planned.due?.isInstant ?? false)
        return NoticeText(
            message: message, opening: opening, reason: reason, entry: entry,
            registering: template.asksToRegister && !planned.hasFixedLines ? registering : nil)
    }

    /// What kind of message it is, in a word or two.
    package func stage(of notice: StoredNotice) -> String { stage(of: notice, told: notice.told) }

    private func stage(of notice: StoredNotice, told moment: Instant) -> String {
        switch template(for: notice, told: moment) {
        case .uncertain: words.say(ReminderWord.uncertain)
        case .unconfirmed: words.say(ReminderWord.unconfirmed)
        case .atOnce: words.say(ReminderWord.atOnce)
        case .findings: words.say(ReminderWord.findings)
        case .overdue: words.say(Stage.overdue)
        default: words.say(notice.queued.notice.stage)
        }
    }

    private func template(for notice: StoredNotice, told moment: Instant) -> NoticeTemplate {
        let planned = notice.queued.notice
        switch planned.stage {
        case .reminder where planned.isUnconfirmed: return .unconfirmed
        case .reminder where planned.isUncertain: return .uncertain
        case .reminder:
            guard notice.isPast(at: moment, in: zone) else { return planned.isAtOnce ? .atOnce : .reminder }
            return notice.certainFrom.map { $0 <= moment } ?? true ? .overdue : .uncertain
        case .overdue: return .overdue
        case .escalation: return planned.isWaiver ? .waived : .escalation
        case .breach: return .breach
        case .checklist: return planned.listsFindings ? .findings : .checklist
        case .handover: return .handover
        case .backlog: return .backlog
        case .feed: return .feed
        }
    }

    private func filling(of notice: StoredNotice, told moment: Instant) -> Filling<NoticeTemplate.Gaps> {
        let planned = notice.queued.notice
        let about: Filling<NoticeTemplate.Gaps> =
            switch planned.subject {
            case .requirement(let key, let due): filling(of: notice, about: key, due: due, told: moment)
            case .checklist(_, let id, let date):
                [
                    .says: planned.items.isEmpty ? law.checklist(id)?.fixed?.says : nil, .since: words.date(date),
                    .lacking: planned.listsLacking(under: law),
                ]
            case .handover(_, let at): [.since: words.moment(at, in: zone)]
            case .list: [.count: String(notice.joined.count)]
            case .feed(let since):
                [.since: words.instant(since, in: zone), .silent: planned.step == FeedWatch.silentStep]
            }
        return about + [.caseworker: notice.othersCaseworker, .leads: planned.recipient.leads]
    }

    /// A due time as far as it is known: only the day, where what it is counted from is registered without a time of day.
    func known(_ due: Moment, _ notice: StoredNotice) -> Moment {
        notice.certainFrom.map { .date(zone.date(of: $0.adding(milliseconds: -1))) } ?? due
    }

    private func reason(for notice: StoredNotice) -> String {
        let recipient = notice.queued.notice.recipient
        var reason = recipient.reason
        // A team or a caseworker as a case has no caseworker to lack.
        if case .noCaseworker(let role) = reason, let caseID = notice.queued.notice.subject.caseID,
            law.namespace(of: caseID) != nil
        {
            reason = .hasRole(role, nil)
        }
        return words.reason(
            reason, of: recipient, caseworker: notice.caseworker, teamName: name(of:),
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
}

extension StoredNotice {
    /// When it was told, or will be.
    fileprivate var told: Instant { sent ?? queued.scheduled }

    /// Whether what it is about is due already.
    func isPast(at moment: Instant, in zone: Zone) -> Bool {
        queued.notice.due.map { $0.latest(in: zone) <= moment } ?? false
    }

    /// Who holds the case or the cases, where that is not who is told.
    var othersCaseworker: String? {
        let caseworkers = joined.isEmpty ? [caseworker] : joined.map(\.caseworker)
        let others = Set(caseworkers.compactMap(\.self)).subtracting([queued.notice.recipient.person])
        return others.isEmpty ? nil : others.map(\.rawValue).sorted().joined(separator: ", ")
    }
}

extension PlannedNotice {
    /// Whether it lists what is not registered anywhere.
    fileprivate var hasFixedLines: Bool { stage == .checklist && items.isEmpty }

    /// Whether a leader found something lacking.
    fileprivate func listsLacking(under law: Law) -> Bool {
        items.contains {
            if case .found(_, let answer) = $0 { law.review?.lacking.contains(answer) ?? false } else { false }
        }
    }
}

extension Recipient {
    /// Whether the person does not do the case's work, for themselves or as a stand-in.
    fileprivate var leads: Bool {
        switch reason {
        case .caseworker, .substitute(_, .raadgiver), .nobodyElse(.raadgiver): false
        case .hasRole, .substitute, .upTheLine, .noCaseworker, .nobodyElse: true
        }
    }
}
