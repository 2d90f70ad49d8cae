import Deadlines
package import Store
import Telling

extension StoredNotice {
    /// A line of `notices.jsonl` (spec §6).
    func record(_ text: NoticeText, sent: Instant?, in zone: Zone) -> JSON {
        let planned = queued.notice
        return .object([
            ("key", .text(planned.key.rawValue)),
            ("sent", .optional(sent.map { zone.text(of: $0) })),
            ("scheduled", .text(zone.text(of: queued.scheduled))),
            ("stage", .text(planned.stage.rawValue)),
            ("case", .optional(planned.subject.caseID?.rawValue)),
            ("ref", .optional(planned.requirement?.ref?.rawValue)),
            ("rule", .optional(planned.requirement?.rule.rawValue)),
            ("law", .optional(planned.requirement.map { _ in law })),
            ("grundlag", .optional(planned.requirement.map { _ in grundlag.rawValue })),
            ("due", .optional(planned.due?.text(in: zone))),
            ("recipient", .text(planned.recipient.person.rawValue)),
            ("role", .text(planned.recipient.role.rawValue)),
            ("reason", .text(text.reason)),
            ("message", .text(text.message)),
        ])
    }
}

extension Wording {
    /// The notice as it stands, or will stand, in the record.
    package func record(of notice: StoredNotice) -> JSON {
        notice.record(text(of: notice), sent: notice.sent, in: zone)
    }

    /// What the notice says.
    package func message(of notice: StoredNotice) -> String {
        text(of: notice).message
    }
}
