/// What a person is told, on one line.
enum NoticeTemplate: String, Phrase {
    case atOnce, reminder, overdue, escalation, waived, breach, checklist, uncertain, unconfirmed, handover, backlog,
        feed

    enum Gaps: String, Gap {
        case asks, caseworker, clock, closed, count, distance, due, ended, event, excuse, lacking, lastDay, law, leads,
            must, news,
            otherwise
        case over, passed, silent, since, start, undated, waived
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

    enum Gaps: String, Gap { case count, one, person, sent }
}
