package import Deadlines

/// What a notice is about.
package enum NoticeSubject: Hashable, Sendable {
    /// One requirement at one due time.
    case requirement(RequirementKey, due: Moment)
    /// What a decision that comes near in a case lacks, by the checklist of this name, as of a day.
    case checklist(CaseID, RuleID, on: LocalDate)
    /// What is open in a case that somebody has taken over at this time.
    case handover(CaseID, at: Moment)
    /// Several notices of one stage to one person, in one list that goes out at this time.
    case list(sent: Instant)
    /// All that is told of a feed that has said nothing since this time.
    case feed(silentSince: Instant)

    /// The case, where it is about one.
    package var caseID: CaseID? {
        switch self {
        case .requirement(let key, _): key.caseID
        case .checklist(let caseID, _, _), .handover(let caseID, _): caseID
        case .list, .feed: nil
        }
    }

    /// What makes it the same subject for ever, in the order in which it is hashed.
    var keyParts: [String] {
        switch self {
        case .requirement(let key, let due):
            [key.caseID.rawValue, key.ref?.rawValue ?? "", key.rule.rawValue, key.start.keyText, due.keyText]
        case .checklist(let caseID, let checklist, let date):
            [caseID.rawValue, "", checklist.rawValue, date.description, date.description]
        case .handover(let caseID, let at): [caseID.rawValue, at.keyText]
        case .list(let sent): [String(sent.milliseconds)]
        case .feed(let since): [String(since.milliseconds)]
        }
    }
}

extension Moment {
    /// A text that is the same in every zone.
    fileprivate var keyText: String {
        switch self {
        case .date(let date): date.description
        case .instant(let instant): String(instant.milliseconds)
        }
    }
}
