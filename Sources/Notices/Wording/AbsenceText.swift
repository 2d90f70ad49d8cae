package import Deadlines

/// Why a rule asks for nothing.
enum AbsenceWord: String, Phrase {
    case elsewhere, event, noStart, notInForce, notRunning, notYet, otherCases, otherData, overtaken, planOver, running
    case underAge, unknownDate, update

    enum Gaps: String, Gap { case at, event, events, field, fields, id, namespace, on, span, update, years }

    var table: String? { "absence" }
}

extension Wording {
    /// Why a rule asks for nothing, for people.
    package func text(of absence: Absence, updates: [UpdateID: Update]) -> String {
        switch absence {
        case .otherCases(let namespace): say(.otherCases, [.namespace: namespace])
        case .noStart(let kinds):
            say(.noStart, [.events: kinds.map { say(.event, [.event: title(of: $0)]) }.joined(separator: ", ")])
        case .notInForce(let id, let date):
            say(.notInForce, [.update: name(id, updates), .on: words.shortDate(date)])
        case .otherData(let id, let fields):
            say(
                .otherData,
                [.update: name(id, updates), .fields: fields.map(law.vocabulary.title).joined(separator: ", ")])
        case .exempt(let id, let exemption): text(of: exemption, name(id, updates))
        }
    }

    private func text(of exemption: Absence.Exemption, _ update: String) -> String {
        switch exemption {
        case .notRunning(let span): say(.notRunning, [.update: update, .span: span.rawValue])
        case .running(let span): say(.running, [.update: update, .span: span.rawValue])
        case .notYet(let date): say(.notYet, [.update: update, .on: words.shortDate(date)])
        case .overtaken: say(.overtaken, [.update: update])
        case .underAge(let years): say(.underAge, [.update: update, .years: String(years)])
        case .unknownDate(let field):
            say(.unknownDate, [.update: update, .field: law.vocabulary.title(of: field)])
        case .planOver: say(.planOver, [.update: update])
        case .elsewhere: say(.elsewhere, [.update: update])
        }
    }

    private func say(_ word: AbsenceWord, _ filling: Filling<AbsenceWord.Gaps>) -> String { words.say(word, filling) }

    private func name(_ id: UpdateID, _ updates: [UpdateID: Update]) -> String {
        updates[id].map { say(.update, [.event: title(of: $0.event), .at: numeric($0.at), .id: id.rawValue]) }
            ?? id.rawValue
    }
}
