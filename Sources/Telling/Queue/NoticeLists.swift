import Deadlines

/// Notices that list several things of one case (spec §5).
extension NoticePlan {
    /// The lists for whoever holds the case of `standing`.
    func lists(for standing: Standing, of caseID: CaseID, in case: Circumstances) -> [PlannedNotice] {
        let checklists = standing.lacking.compactMap { checklist($0, of: caseID, `case`) }
        return checklists + [handover(standing, of: caseID, `case`)].compactMap(\.self)
    }

    /// What a decision that comes near lacks.
    private func checklist(_ finding: ChecklistFinding, of caseID: CaseID, _ case: Circumstances) -> PlannedNotice? {
        list(
            .checklist(caseID, finding.checklist, on: finding.start), .checklist, `case`,
            falls: calendar.zone.instant(of: finding.start), finding.lacking.map { NoticeItem(rule: $0) })
    }

    /// What a new caseworker takes over: what is open that began before.
    private func handover(_ standing: Standing, of caseID: CaseID, _ case: Circumstances) -> PlannedNotice? {
        guard let at = standing.takenOver else { return nil }
        let open = standing.requirements.filter { requirement in
            let status = requirement.status(at: `case`.moment)
            return (status == .pending || status == .missing) && began(requirement.key.start, before: at)
        }
        let items = open.sorted { ($0.missingFrom, $0.key.rule) < ($1.missingFrom, $1.key.rule) }.map {
            NoticeItem(rule: $0.key.rule, requirement: .init(ref: $0.key.ref, start: $0.key.start, due: $0.due))
        }
        return list(
            .handover(caseID, at: at), .handover, `case`, falls: at.earliest(in: calendar.zone), items)
    }

    /// What begins with the very update that names a new caseworker is nothing taken over.
    private func began(_ start: Moment, before at: Moment) -> Bool {
        if case .instant(let start) = start, case .instant(let at) = at { return start < at }
        return start.date(in: calendar.zone) < at.date(in: calendar.zone)
    }

    /// A list for the caseworker; none when nothing stands in it, or when it fell before fristd began.
    private func list(
        _ subject: NoticeSubject, _ stage: Stage, _ case: Circumstances, falls: Instant, _ items: [NoticeItem]
    ) -> PlannedNotice? {
        guard !items.isEmpty, falls >= begun else { return nil }
        return recipient(of: .raadgiver, falls, isClockTime: false, `case`).map {
            PlannedNotice(subject, step: stage.rawValue, stage: stage, recipient: $0, falls: falls, items: items)
        }
    }
}
