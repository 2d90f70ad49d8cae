package import Deadlines
package import Store
import Telling

extension StoredNotice {
    /// What stands in the way, first what matters most; nil where nothing does.
    package var trouble: (sink: Sink, failure: DeliveryFailure)? { delivery.failures.first }

    /// A line of `notices.jsonl`.
    func record(_ text: NoticeText, sent: Instant?, in zone: Zone) -> [(String, JSON)] {
        let planned = queued.notice
        let requirement = planned.requirement
        return [
            ("key", .text(planned.key.rawValue)), ("sent", .optional(sent.map { zone.text(of: $0) })),
            ("scheduled", .text(zone.text(of: queued.scheduled))), ("stage", .text(planned.stage.rawValue)),
            ("case", .optional(planned.subject.caseID?.rawValue)), ("ref", .optional(requirement?.ref?.rawValue)),
            ("rule", .optional(requirement?.rule.rawValue)), ("law", .optional(requirement.map { _ in law })),
            ("grundlag", .optional(requirement.map { _ in grundlag.rawValue })),
            ("due", .optional(planned.due?.text(in: zone))), ("recipient", .text(planned.recipient.person.rawValue)),
            ("role", .text(planned.recipient.role.rawValue)), ("reason", .text(text.reason)),
            ("message", .text(text.message)),
        ]
    }
}

extension Wording {
    /// What the notice says.
    package func message(of notice: StoredNotice) -> String { text(of: notice).message }

    /// The notice as it stands, or will stand, in the record; where not every sink has it yet, with where it stands at `moment` and
    /// why, and what is in the way.
    package func listed(_ notice: StoredNotice, at moment: Instant) -> JSON {
        let record = notice.record(text(of: notice), sent: notice.sent, in: zone)
        guard notice.queued.state != .sent else { return .object(record) }
        let failure = notice.trouble?.failure
        func time(_ instant: Instant?) -> JSON { .optional(instant.map { zone.text(of: $0) }) }
        return .object(
            record + [
                ("state", .text(notice.queued.state.rawValue)),
                ("why", .optional(notice.queued.why(at: moment)?.rawValue)),
                ("sink", .optional(notice.trouble?.sink.rawValue)), ("attempts", .optional(number: failure?.attempts)),
                ("since", time(failure?.since)),
                ("retry_at", time(failure?.retry.flatMap { $0 == DeliveryFailure.asSoonAsPossible ? nil : $0 })),
                ("failure", .optional(failure?.reason)),
            ])
    }
}
