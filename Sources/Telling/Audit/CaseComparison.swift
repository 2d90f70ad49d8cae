import Deadlines

/// Compares the rows of one case with what they should be.
struct CaseComparison {
    let stored: StoredCase
    let zone: Zone
    private(set) var findings: [AuditFinding] = []

    /// A column, as the store has it and as it should be.
    private typealias Column = (name: String, stored: String?, expected: String?)

    private mutating func compare(_ row: AuditFinding.Row, _ columns: [Column]) {
        for (name, stored, expected) in columns where stored != expected {
            findings.append(AuditFinding(self.stored.caseID, row, name, stored: stored, expected: expected))
        }
    }

    private func text(_ instant: Instant?) -> String? { instant.map { zone.text(of: $0) } }

    mutating func compareCase(_ outcome: CaseOutcome) {
        compare(
            .caseRow,
            [
                ("caseworker", stored.holder.caseworker?.rawValue, outcome.holder.caseworker?.rawValue),
                ("team", stored.holder.team?.rawValue, outcome.holder.team?.rawValue),
                ("changes_at", text(stored.nextChange), text(outcome.nextChange)),
                ("tells_at", text(stored.nextNotice), text(outcome.nextNotice)),
                ("reaches", text(stored.reach), text(outcome.reach)),
            ])
    }

    mutating func compareRequirements(_ expected: [Requirement]) {
        let old = Dictionary(stored.requirements.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(expected.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for requirement in expected {
            let row = AuditFinding.Row.requirement(requirement.key)
            if let found = old[requirement.key] {
                compare(row, zip(columns(of: found), columns(of: requirement)).map { ($0.0, $0.1, $1.1) })
            } else {
                findings.append(AuditFinding(stored.caseID, row, stored: nil, expected: summary(of: requirement)))
            }
        }
        for requirement in stored.requirements where new[requirement.key] == nil {
            let row = AuditFinding.Row.requirement(requirement.key)
            findings.append(AuditFinding(stored.caseID, row, stored: summary(of: requirement), expected: nil))
        }
    }

    private func summary(of requirement: Requirement) -> String {
        "due \(requirement.due.text(in: zone)), \(requirement.verdict.kind.rawValue)"
    }

    private func columns(of requirement: Requirement) -> [(String, String?)] {
        [
            ("due", requirement.due.text(in: zone)), ("law", requirement.law),
            ("grundlag", requirement.grundlag.rawValue), ("ladder", requirement.ladder.rawValue),
            ("verdict", requirement.verdict.kind.rawValue), ("met_at", requirement.metAt?.text(in: zone)),
            ("missing_from", text(requirement.missingFrom)), ("certain_from", text(requirement.certainFrom)),
            ("uncertain", String(requirement.verdictUncertain)), ("at_once", String(requirement.atOnce)),
            ("planned", String(requirement.planned)), ("paused", String(requirement.paused)),
            ("progress", String(requirement.progress)), ("closed", requirement.background.closed?.description),
            ("cut_short", String(requirement.background.isCutShort)), ("excuse", requirement.background.excuse),
            ("lapsed", requirement.background.lapsed?.description),
            ("settled", String(requirement.background.isSettled)),
        ]
    }
}

/// The queue.
extension CaseComparison {
    /// Finds what a reckoning would change.
    mutating func compareQueue(_ changes: [QueueChange]) {
        let queue = Dictionary(
            stored.notices.map { ($0.queued.notice.key, $0.queued) }, uniquingKeysWith: { first, _ in first })
        for change in changes {
            switch change {
            case .add(let notice, _, _):
                findings.append(
                    AuditFinding(stored.caseID, row(of: notice), stored: nil, expected: summary(of: notice)))
            case .amend(let notice, _, _):
                guard let found = queue[notice.key] else { continue }
                let state = found.state == .withdrawn ? QueuedNotice.State.waiting : found.state
                compare(
                    row(of: notice),
                    [("state", found.state.rawValue, state.rawValue)]
                        + zip(columns(of: found.notice), columns(of: notice)).map { ($0.0, $0.1, $1.1) })
            case .withdraw(let key, _):
                guard let found = queue[key] else { continue }
                findings.append(
                    AuditFinding(stored.caseID, row(of: found.notice), stored: summary(of: found.notice), expected: nil)
                )
            case .drop: break
            }
        }
    }

    /// Checks each notice for itself: whether its key is that of its parts, and whether its times fit its state.
    ///
    /// - Parameter time: when one goes out that waits; nil where that is not known.
    mutating func checkNotices(time: (QueuedNotice) -> Instant?) {
        for (queued, sent) in stored.notices {
            let notice = queued.notice
            let own = PlannedNotice(
                notice.subject, step: notice.step, stage: notice.stage, recipient: notice.recipient,
                falls: notice.falls)
            var columns: [Column] = [("key", notice.key.rawValue, own.key.rawValue)]
            switch queued.state {
            case .sent where sent == nil: columns.append(("sent", nil, "the time at which it was sent"))
            case .waiting where sent != nil, .withdrawn where sent != nil: columns.append(("sent", text(sent), nil))
            case .waiting:
                if let time = time(queued) { columns.append(("scheduled", text(queued.scheduled), text(time))) }
            case .sending, .sent, .withdrawn, .failed: break
            }
            if queued.scheduled < notice.falls {
                columns.append(("scheduled", text(queued.scheduled), "not before \(zone.text(of: notice.falls))"))
            }
            if let sent, sent < queued.scheduled {
                columns.append(("sent", text(sent), "not before \(zone.text(of: queued.scheduled))"))
            }
            compare(row(of: notice), columns)
        }
    }

    private func row(of notice: PlannedNotice) -> AuditFinding.Row { .notice(notice.key, notice.requirement) }

    private func summary(of notice: PlannedNotice) -> String {
        "\(notice.stage.rawValue) to \(notice.recipient.person), step \(notice.step) on \(zone.text(of: notice.falls))"
    }

    private func columns(of notice: PlannedNotice) -> [(String, String?)] {
        [
            ("person", notice.recipient.person.rawValue), ("role", notice.recipient.role.rawValue),
            ("reason", String(describing: notice.recipient.reason)), ("step", notice.step),
            ("stage", notice.stage.rawValue), ("due", notice.due?.text(in: zone)),
            ("start", notice.requirement?.start.text(in: zone)), ("rule", notice.requirement?.rule.rawValue),
            ("ref", notice.requirement?.ref?.rawValue), ("falls", text(notice.falls)),
            ("items", notice.items.isEmpty ? nil : "\(notice.items.map(\.subject).joined(separator: ", "))"),
        ]
    }
}
