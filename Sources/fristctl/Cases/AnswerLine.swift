import Configuration
import Deadlines
import Notices
import Store
import Telling

extension StoredNotice {
    /// What it is about, so that somebody sees whether the right key was hit: `: opfoelgning-foerste in case 2026-0417 (ind-1),
    /// due 2026-06-02`.
    func told(_ settings: Settings) -> String {
        let notice = queued.notice
        let named = notice.requirement?.rule
        let present = named.flatMap { settings.law.formerNames[$0] }.map { " (now called \($0))" } ?? ""
        let title = notice.requirement.map {
            settings.law.title(of: $0.rule, on: $0.start.date(in: settings.calendar.zone))
        }
        let rule = (title.map { "»\($0)«" } ?? notice.stage.rawValue) + present
        let place = notice.subject.caseID.map { " in case \($0)" } ?? ""
        let ref = notice.requirement?.ref.map { " (\($0))" } ?? ""
        let due = notice.due.map { ", due \($0.text(in: settings.calendar.zone))" } ?? ""
        return ": \(rule)\(place)\(ref)\(due)"
    }
}

/// What a person answers to notices, as updates for the spool.
struct AnswerLine {
    let meaning: Meaning
    let person: PersonID
    var until: LocalDate?
    var reason: String?

    /// Puts the answer to each of these notices into the spool.
    ///
    /// - Returns: the notices.
    func submit(to keys: [NoticeKey], _ settings: Settings) throws -> [StoredNotice] {
        let store = try StoreAccess.open(settings)
        let notices = try keys.map { try own($0, store) }
        try settings.submit(notices.map { try update($0, settings) })
        return notices
    }

    /// The notice of a key that is for this person.
    private func own(_ key: NoticeKey, _ store: Store) throws -> StoredNotice {
        guard let found = try store.notice(key) else {
            throw Failure(
                .badData, ["no notice has the key \"\(key)\"; it stands in brackets at the end of each message"])
        }
        let recipient = found.queued.notice.recipient.person
        guard recipient == person else {
            throw Failure(
                .badData, ["the notice \"\(key)\" is for \(recipient), not for \(person); each answers their own"])
        }
        return found
    }

    private func update(_ notice: StoredNotice, _ settings: Settings) throws -> Update {
        guard let caseID = notice.queued.notice.subject.caseID else {
            throw Failure(.badData, ["that message is about no case, so there is nothing to answer"])
        }
        var values: [(Field.ValueType, FieldValue)] = [
            (.key, .word(notice.queued.notice.key.rawValue)), (.person, .word(person.rawValue)),
        ]
        if let until { values.append((.date, .date(until))) }
        return try settings.update(saying: meaning, in: caseID, id: "fristctl", reason: reason, values)
    }
}
