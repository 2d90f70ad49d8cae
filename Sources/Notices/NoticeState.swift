package import Deadlines
package import Store
import Telling

extension StoredNotice {
    /// What stands in the way, first what matters most; nil where nothing does.
    package var trouble: (sink: Sink, failure: DeliveryFailure)? { delivery.failures.first }
}

extension Wording {
    /// The notice as it stands, or will stand, in the record; where not every sink has it yet, with where it stands at `moment` and
    /// why, and what is in the way.
    package func listed(_ notice: StoredNotice, at moment: Instant) -> JSON {
        guard case .object(let members) = record(of: notice), notice.queued.state != .sent else {
            return record(of: notice)
        }
        let trouble = notice.trouble
        func time(_ instant: Instant?) -> JSON { .optional(instant.map { zone.text(of: $0) }) }
        let retry = trouble?.failure.retry.flatMap { $0 == DeliveryFailure.asSoonAsPossible ? nil : $0 }
        return .object(
            members + [
                ("state", .text(notice.queued.state.rawValue)),
                ("why", .optional(notice.queued.why(at: moment)?.rawValue)),
                ("sink", .optional(trouble?.sink.rawValue)),
                ("attempts", trouble.map { .number($0.failure.attempts) } ?? .null),
                ("since", time(trouble?.failure.since)),
                ("retry_at", time(retry)),
                ("failure", .optional(trouble?.failure.reason)),
            ])
    }
}
