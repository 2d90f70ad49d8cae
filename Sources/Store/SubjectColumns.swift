import Deadlines
import Telling

/// How a notice's subject stands in the columns of `notices`: which sort it is follows from the stage.
struct SubjectColumns {
    let rule: String
    let ref: String
    let start: String
    let due: String
}

extension SubjectColumns {
    init(_ subject: NoticeSubject) {
        switch subject {
        case .requirement(let key, let due):
            self.init(rule: key.rule.rawValue, ref: key.ref?.rawValue ?? "", start: key.start, due: due)
        case .checklist(_, let checklist, let date):
            self.init(rule: checklist.rawValue, ref: "", start: .date(date), due: .date(date))
        case .handover(_, let at): self.init(rule: "", ref: "", start: at, due: at)
        case .list(let sent): self.init(rule: "", ref: "", start: .instant(sent), due: .instant(sent))
        case .feed(let since): self.init(rule: "", ref: "", start: .instant(since), due: .instant(since))
        }
    }

    private init(rule: String, ref: String, start: Moment, due: Moment) {
        self.init(rule: rule, ref: ref, start: start.column, due: due.column)
    }

    /// The subject of a notice of `stage` in `caseID`; nil when the columns hold something else.
    func subject(of stage: Stage, in caseID: CaseID?) -> NoticeSubject? {
        guard let start = Moment(column: start), let due = Moment(column: due) else { return nil }
        if stage == .feed {
            guard case .instant(let since) = start else { return nil }
            return .feed(silentSince: since)
        }
        return caseID.flatMap { subject(of: stage, in: $0, start, due) }
    }

    private func subject(of stage: Stage, in caseID: CaseID, _ start: Moment, _ due: Moment) -> NoticeSubject? {
        let rule = RuleID(rawValue: rule)
        switch stage {
        case .reminder, .overdue, .escalation, .breach, .backlog:
            let key = RequirementKey(caseID: caseID, ref: Reference(column: ref), rule: rule, start: start)
            return .requirement(key, due: due)
        case .checklist:
            guard case .date(let date) = start else { return nil }
            return .checklist(caseID, rule, on: date)
        case .handover: return .handover(caseID, at: start)
        case .feed: return nil
        }
    }
}

/// What a notice lists, as one text: a line each of a rule alone, of rule, ref, start and due, or of what was looked at and how it was
/// found, parted by tabs. No sign of these can stand in an identifier.
enum ItemsColumn {
    static func text(of items: [NoticeItem]) -> String {
        items.map { item in
            let parts =
                switch item {
                case .lacking(let rule): [rule.rawValue]
                case .requirement(let rule, let thing):
                    [rule.rawValue, thing.ref?.rawValue ?? "", thing.start.column, thing.due.column]
                case .found(let subject, let answer): [subject, answer]
                }
            return parts.joined(separator: "\t")
        }.joined(separator: "\n")
    }

    static func items(of text: String) -> [NoticeItem]? {
        var items: [NoticeItem] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard let item = item(of: parts) else { return nil }
            items.append(item)
        }
        return items
    }

    private static func item(of parts: [String]) -> NoticeItem? {
        let rule = RuleID(rawValue: parts[0])
        switch parts.count {
        case 1: return .lacking(rule)
        case 2: return .found(parts[0], answer: parts[1])
        case 4:
            guard let start = Moment(column: parts[2]), let due = Moment(column: parts[3]) else { return nil }
            return .requirement(rule, .init(ref: Reference(column: parts[1]), start: start, due: due))
        default: return nil
        }
    }
}
