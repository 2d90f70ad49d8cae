/// Notices that list several things of one case (spec §5).
extension NoticePlan {
    /// The lists for whoever holds the case of `standing` at `moment`.
    func lists(for standing: Standing, in caseID: CaseID, at moment: Instant) -> [PlannedNotice] {
        let checklists = standing.lacking.compactMap { checklist($0, in: caseID, holder: standing.holder) }
        return checklists + [handover(standing, in: caseID, at: moment)].compactMap(\.self)
    }

    /// What a decision that comes near lacks.
    private func checklist(_ finding: ChecklistFinding, in caseID: CaseID, holder: Holder) -> PlannedNotice? {
        list(
            .checklist(caseID, finding.checklist, on: finding.start), .checklist, holder,
            falls: calendar.zone.instant(of: finding.start), finding.lacking.map { NoticeItem(rule: $0) })
    }

    /// What a new caseworker takes over: what is open that began before.
    private func handover(_ standing: Standing, in caseID: CaseID, at moment: Instant) -> PlannedNotice? {
        guard let at = standing.takenOver else { return nil }
        let open = standing.requirements.filter { requirement in
            let status = requirement.status(at: moment)
            return (status == .pending || status == .missing) && began(requirement.key.start, before: at)
        }
        let items = open.sorted { ($0.missingFrom, $0.key.rule) < ($1.missingFrom, $1.key.rule) }.map {
            NoticeItem(rule: $0.key.rule, requirement: .init(ref: $0.key.ref, start: $0.key.start, due: $0.due))
        }
        return list(
            .handover(caseID, at: at), .handover, standing.holder, falls: at.earliest(in: calendar.zone), items)
    }

    /// What begins with the very update that names a new caseworker is nothing taken over.
    private func began(_ start: Moment, before at: Moment) -> Bool {
        if case .instant(let start) = start, case .instant(let at) = at { return start < at }
        return start.date(in: calendar.zone) < at.date(in: calendar.zone)
    }

    /// A list for the caseworker; none when nothing stands in it, or when it fell before fristd began.
    private func list(
        _ subject: NoticeSubject, _ stage: Stage, _ holder: Holder, falls: Instant, _ items: [NoticeItem]
    ) -> PlannedNotice? {
        guard !items.isEmpty, falls >= begun else { return nil }
        return organisation.recipient(of: .raadgiver, in: holder, on: calendar.zone.date(of: falls)).map {
            PlannedNotice(subject, step: stage.rawValue, stage: stage, recipient: $0, falls: falls, items: items)
        }
    }
}
