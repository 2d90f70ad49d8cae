import Deadlines
import Store
import Telling

/// One thing that can fail for itself: one person's log, the record, the journal.
enum Outlet: Hashable {
    case person(NoticeLog.PersonFile)
    case record
    case journal

    /// Which sort of sink it is.
    var sink: Sink {
        switch self {
        case .person: .person
        case .record: .record
        case .journal: .journal
        }
    }
}

/// A notice on its way, with its words.
struct Parcel {
    let notice: StoredNotice
    let text: NoticeText
    var delivery: Delivery

    var planned: PlannedNotice { notice.queued.notice }

    /// The log of the person it is addressed to.
    var file: NoticeLog.PersonFile { NoticeLog.PersonFile(of: planned.recipient) }

    /// Whether `sink` is to have it now: it is open or is tried again, and the record waits for the person's line.
    func lacks(_ sink: Sink) -> Bool {
        if sink == .record, delivery.told == nil { return false }
        switch delivery[sink] {
        case .open: return true
        case .done: return false
        case .failing(let failure): return failure.retry != nil
        }
    }

    /// Whether somebody asked for another try at `sink`.
    func isAskedFor(_ sink: Sink) -> Bool {
        delivery[sink].failure?.retry == DeliveryFailure.asSoonAsPossible
    }
}

extension NoticeLog.PersonFile {
    /// Who works on the case reads reminders, who leads reads escalations, whatever the stage: one file a person to read.
    init(of recipient: Recipient) {
        switch recipient.role {
        case .raadgiver, .vagt, .drift: self.init(folder: "reminders", person: recipient.person)
        case .koordinator, .teamleder, .afdelingsleder, .centerchef:
            self.init(folder: "escalations", person: recipient.person)
        }
    }
}
