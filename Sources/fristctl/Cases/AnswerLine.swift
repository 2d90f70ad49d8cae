import Configuration
import Deadlines
import Notices
import Store
import Telling

extension Wording {
    /// What a notice is about, so that somebody sees whether the right key was hit.
    func subject(of notice: StoredNotice) -> String {
        let planned = notice.queued.notice
        guard let key = planned.requirement else { return stage(of: notice) }
        var gaps: [CommandWord.Gaps: String] = [.title: title(of: key), .case: key.caseID.rawValue]
        gaps[.ref] = key.ref?.rawValue
        gaps[.due] = planned.due.map(numeric)
        return say(.notice, gaps)
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
        let wording = try Wording(settings)
        let notices = try keys.map { try own($0, store, wording) }
        try settings.submit(notices.map { try update($0, settings, wording) })
        return notices
    }

    /// The notice of a key that is for this person.
    private func own(_ key: NoticeKey, _ store: Store, _ wording: Wording) throws -> StoredNotice {
        guard let found = try store.notice(key) else {
            throw Failure(.badData, [wording.say(.noNotice, [.key: key.rawValue])])
        }
        let recipient = found.queued.notice.recipient.person
        guard recipient == person else {
            let gaps: [CommandWord.Gaps: String] = [
                .key: key.rawValue, .recipient: recipient.rawValue, .person: person.rawValue,
            ]
            throw Failure(.badData, [wording.say(.othersNotice, gaps)])
        }
        return found
    }

    private func update(_ notice: StoredNotice, _ settings: Settings, _ wording: Wording) throws -> Update {
        guard let caseID = notice.queued.notice.subject.caseID else {
            throw Failure(.badData, [wording.say(.noCaseInNotice)])
        }
        var values: [(Field.ValueType, FieldValue)] = [
            (.key, .word(notice.queued.notice.key.rawValue)), (.person, .word(person.rawValue)),
        ]
        if let until { values.append((.date, .date(until))) }
        return try settings.update(saying: meaning, in: caseID, id: "fristctl", reason: reason, values)
    }
}
