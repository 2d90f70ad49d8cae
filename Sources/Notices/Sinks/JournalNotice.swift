import Deadlines
import Store
import Systemd
import Telling

/// A notice as journald shows it (spec §6).
struct JournalNotice {
    let entry: JournalEntry

    /// The entry of a notice.
    ///
    /// - Parameter namesCase: whether case and ref may be told.
    init(_ notice: PlannedNotice, message: String, zone: Zone, namesCase: Bool) {
        var entry = JournalEntry(
            message, priority: JournalNotice.priority(notice), id: JournalNotice.messageID(notice.stage))
        entry.append(.syslogIdentifier, "fristd")
        entry.append("FRISTD_KEY", notice.key.rawValue)
        entry.append("FRISTD_STAGE", notice.stage.rawValue)
        if namesCase {
            entry.append("FRISTD_CASE", notice.subject.caseID?.rawValue)
            entry.append("FRISTD_REF", notice.requirement?.ref?.rawValue)
        }
        entry.append("FRISTD_RULE", notice.requirement?.rule.rawValue)
        entry.append("FRISTD_DUE", notice.due?.text(in: zone))
        entry.append("FRISTD_RECIPIENT", notice.recipient.person.rawValue)
        entry.append("FRISTD_ROLE", notice.recipient.role.rawValue)
        self.entry = entry
    }

    private static func priority(_ notice: PlannedNotice) -> JournalPriority {
        switch notice.stage {
        case .reminder, .checklist, .handover, .backlog: .notice
        case .overdue: notice.isClockTime ? .critical : .warning
        case .escalation: notice.isClockTime ? .critical : .error
        case .breach, .feed: .warning
        }
    }

    /// One fixed id a stage, made once with `systemd-id128 new`; the catalog names them.
    private static func messageID(_ stage: Stage) -> JournalMessageID {
        switch stage {
        case .reminder: "8bd7a23d80f64e1d81a1746bca008986"
        case .overdue: "5e7a4f49d775414a92caa6be2ea7331c"
        case .escalation: "dca7ff5505b449e7b3554802635658d7"
        case .breach: "50873b4357cf4758a48cbc0105728457"
        case .checklist: "66f2ecaa6b13456ca01fd31132f147a6"
        case .handover: "58831c91001d46a5b49583da71dac3cd"
        case .backlog: "bcbb9d8527ee43e0af131a73e539e004"
        case .feed: "5dabe3dd48b84dab8d8394de77375a1d"
        }
    }
}
