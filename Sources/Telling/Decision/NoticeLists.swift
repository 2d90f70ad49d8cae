import Deadlines

/// Notices that list several things of one case (spec §5).
extension NoticePlan {
    /// The lists for whoever holds the case of `standing`.
    ///
    /// - Parameter takenOver: when the caseworker took the case over; nil when that is no news.
    func lists(
        for standing: Standing, of caseID: CaseID, takenOver: Moment?, in case: Circumstances
    ) -> [PlannedNotice] {
        standing.lacking.filter { !$0.isTakeover || takenOver != nil }.flatMap { checklist($0, of: caseID, `case`) }
            + (takenOver.map { handover(standing, of: caseID, at: $0, `case`) } ?? [])
    }

    /// What a decision that comes near lacks, what is to be seen to, or what was found.
    private func checklist(_ finding: ChecklistFinding, of caseID: CaseID, _ case: Circumstances) -> [PlannedNotice] {
        let falls = calendar.zone.instant(of: finding.start)
        return list(
            .checklist(caseID, finding.checklist, on: finding.start), .checklist, falls: falls,
            to: [recipient(of: .raadgiver, falls, isClockTime: false, `case`)],
            finding.items.map(NoticeItem.init))
    }

    /// What a new caseworker takes over: what is open that began before. Who stands in for her is told too, and she all the
    /// same.
    private func handover(
        _ standing: Standing, of caseID: CaseID, at: Moment, _ case: Circumstances
    ) -> [PlannedNotice] {
        let open = standing.requirements.filter { requirement in
            let status = requirement.status(at: `case`.moment)
            return (status == .pending || status == .missing) && !requirement.isSettled(at: `case`.moment)
                && began(requirement.key.start, before: at)
        }
        let items = open.sorted { ($0.missingFrom, $0.key.rule) < ($1.missingFrom, $1.key.rule) }.map {
            NoticeItem.requirement($0.key.rule, .init(ref: $0.key.ref, start: $0.key.start, due: $0.due))
        }
        guard !items.isEmpty else { return [] }
        let falls = at.earliest(in: calendar.zone)
        let own = `case`.holder.caseworker.map { Recipient(person: $0, role: .raadgiver, reason: .caseworker) }
        let present = recipient(of: .raadgiver, falls, isClockTime: false, `case`)
        return list(
            .handover(caseID, at: at), .handover, falls: falls,
            to: own?.person == present?.person ? [present] : [own, present],
            items)
    }

    /// What begins with the very update that names a new caseworker is nothing taken over.
    private func began(_ start: Moment, before at: Moment) -> Bool {
        if case .instant(let start) = start, case .instant(let at) = at { return start < at }
        return start.date(in: calendar.zone) < at.date(in: calendar.zone)
    }

    /// A list for each of `recipients`; none when it fell before fristd began.
    private func list(
        _ subject: NoticeSubject, _ stage: Stage, falls: Instant, to recipients: [Recipient?], _ items: [NoticeItem]
    ) -> [PlannedNotice] {
        guard falls >= begun else { return [] }
        return recipients.compactMap(\.self).map {
            PlannedNotice(subject, step: stage.rawValue, stage: stage, recipient: $0, falls: falls, items: items)
        }
    }
}
