package import Deadlines
package import Store
import Telling

extension Wording {
    /// What a person is told together at an instant, as it stands in the person's log.
    package func block(of notices: [StoredNotice], to person: PersonID, at sent: Instant) -> String {
        let texts = notices.sorted { $0.queued.notice.isMoreUrgent(than: $1.queued.notice, in: zone) }.map {
            text(of: $0)
        }
        return heading(of: texts, to: person, at: sent) + "\n" + texts.map { "\($0.entry)\n" }.joined()
    }
}
