import Deadlines
import Notices
import Telling

extension Line {
    /// The line for programs that count for themselves.
    func json(in zone: Zone) -> JSON {
        let requirement = notice.requirement
        return .object([
            ("sender", .text(sender.rawValue)), ("sent", .text(zone.text(of: sent))),
            ("recipient", .text(notice.recipient.person.rawValue)), ("role", .text(notice.recipient.role.rawValue)),
            ("own", .flag(notice.recipient.reason == .caseworker)), ("stage", .text(notice.stage.rawValue)),
            ("case", .text(notice.subject.caseID?.rawValue ?? "")), ("ref", .optional(requirement?.ref?.rawValue)),
            ("rule", .optional(requirement?.rule.rawValue)), ("start", .optional(requirement?.start.text(in: zone))),
            ("due", .optional(notice.due?.text(in: zone))), ("step", .text(notice.step)),
            ("truth", .text(truth.rawValue)),
        ])
    }
}
