/// What a person is told, on one line.
enum NoticeTemplate: String, Phrase {
    case atOnce, reminder, overdue, escalation, waived, breach, checklist, findings, uncertain, unconfirmed, handover,
        backlog, feed

    enum Gaps: String, Gap {
        case alone, asks, caseworker, clock, closed, count, distance, due, ended, event, excuse, lacking, lastDay, law,
            leads,
            must, news,
            otherwise
        case over, passed, says, silent, since, start, undated, waived
    }
}

extension NoticeTemplate {
    /// Whether it is about what may have been done and only lacks its registration. That is said once above all that a person is
    /// told together, and in the message of each, which may be read alone.
    var asksToRegister: Bool {
        switch self {
        case .reminder, .overdue, .escalation, .breach, .checklist, .backlog: true
        case .atOnce, .waived, .findings, .uncertain, .unconfirmed, .handover, .feed: false
        }
    }
}

/// One thing of a notice that lists several.
enum ItemTemplate: String, Phrase {
    case item

    enum Gaps: String, Gap { case `case`, caseworker, due, overdue, ref, title }
}

/// A notice as it stands in a person's log.
enum EntryTemplate: String, Phrase {
    case entry

    enum Gaps: String, Gap { case `case`, distance, grundlag, items, law, message, reason, ref, stage, title }
}

/// The line above what a person is told together.
enum BlockTemplate: String, Phrase {
    case block

    enum Gaps: String, Gap { case clock, count, one, own, person, registering, sent }
}
