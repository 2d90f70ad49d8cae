import Configuration
import Deadlines
import Notices
import Spool
import Store
import Telling

extension StoredNotice {
    /// What it is about, so that somebody sees whether the right key was hit: `: opfoelgning-foerste in case 2026-0417 (ind-1),
    /// due 2026-06-02`.
    func told(_ settings: Settings) -> String {
        let notice = queued.notice
        let named = notice.requirement?.rule
        let present = named.flatMap { settings.law.formerNames[$0] }.map { " (now called \($0))" } ?? ""
        let rule = (named?.rawValue ?? notice.stage.rawValue) + present
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
        guard let kind = settings.law.vocabulary.kind(meaning: meaning) else {
            throw Failure(.configuration, ["no rule pack declares a kind with does = \"\(meaning.rawValue)\""])
        }
        let store = try StoreAccess.open(settings)
        let notices = try keys.map { try own($0, store) }
        let now = settings.calendar.zone.text(of: StoreAccess.now(settings))
        let reader = UpdateReader(vocabulary: settings.law.vocabulary, rules: settings.law.ruleNames)
        let lines = try notices.map { notice in
            let line = Array(try json(kind, notice, at: now).line.utf8)
            do { _ = try reader.update(from: line) } catch { throw Failure(.badData, error) }
            return line
        }
        _ = try Outbox(settings.directories, of: settings.unit).put(lines)
        return notices
    }

    /// The notice of a key that is for this person.
    private func own(_ key: NoticeKey, _ store: Store) throws -> StoredNotice {
        let found: StoredNotice?
        do { found = try store.notice(key) } catch { throw Failure(.failed, error) }
        guard let found else {
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

    private func json(_ kind: Kind, _ notice: StoredNotice, at now: String) throws -> JSON {
        guard let caseID = notice.queued.notice.subject.caseID else {
            throw Failure(.badData, ["that message is about no case, so there is nothing to answer"])
        }
        // Letters only: digits could be taken for a CPR number.
        let letters = (0..<16).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement().map(String.init) ?? "a" }
        var data: [(FieldName?, JSON)] = [
            (kind.field(of: .key), .text(notice.queued.notice.key.rawValue)),
            (kind.field(of: .person), .text(person.rawValue)),
        ]
        if let until { data.append((kind.field(of: .date), .text(until.description))) }
        if let reason { data.append((kind.codeField, .text(reason))) }
        return .object([
            ("id", .text("fristctl-\(letters.joined())")), ("case", .text(caseID.rawValue)),
            ("event", .text(kind.name.rawValue)), ("at", .text(now)),
            ("data", .object(data.compactMap { field, value in field.map { ($0.rawValue, value) } })),
        ])
    }
}
