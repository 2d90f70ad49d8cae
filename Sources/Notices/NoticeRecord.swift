import Deadlines
import Store

extension StoredNotice {
    /// A line of `notices.jsonl` (spec §6).
    func record(_ text: NoticeText, sent: Instant?, in zone: Zone) -> JSON {
        let planned = queued.notice
        // A list is about no rule of its own and has no due time.
        let isList = planned.stage == .checklist
        return .object([
            ("key", .text(planned.key.rawValue)),
            ("sent", .optional(sent.map { zone.text(of: $0) })),
            ("scheduled", .text(zone.text(of: queued.scheduled))),
            ("stage", .text(planned.stage.rawValue)),
            ("case", .text(planned.requirement.caseID.rawValue)),
            ("ref", .optional(planned.requirement.ref?.rawValue)),
            ("rule", isList ? .null : .text(planned.requirement.rule.rawValue)),
            ("law", isList ? .null : .text(law)),
            ("grundlag", isList ? .null : .text(grundlag.rawValue)),
            ("due", isList ? .null : .text(planned.due.text(in: zone))),
            ("recipient", .text(planned.recipient.person.rawValue)),
            ("role", .text(planned.recipient.role.rawValue)),
            ("reason", .text(text.reason)),
            ("message", .text(text.message)),
        ])
    }
}

extension Wording {
    /// The notice as it stands, or will stand, in the record.
    public func record(of notice: StoredNotice) -> JSON {
        notice.record(text(of: notice), sent: notice.sent, in: zone)
    }

    /// What the notice says.
    public func message(of notice: StoredNotice) -> String {
        text(of: notice).message
    }
}
