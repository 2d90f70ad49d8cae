import Deadlines
import Telling

extension PlannedNotice {
    /// What is past its due time first, then what is to come, then lists; of each the longest past or the soonest due.
    func isMoreUrgent(than other: PlannedNotice, in zone: Zone) -> Bool {
        (urgency, due?.latest(in: zone) ?? falls, key) < (
            other.urgency, other.due?.latest(in: zone) ?? other.falls, other.key
        )
    }

    private var urgency: Int {
        switch stage {
        case .overdue, .escalation, .breach, .feed: 0
        case .reminder: 1
        case .checklist, .handover, .backlog: 2
        }
    }
}
