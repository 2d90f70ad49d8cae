package import Deadlines

extension Wording {
    /// Why a rule asks for nothing, for people.
    package func text(of absence: Absence, updates: [UpdateID: Update]) -> String {
        switch absence {
        case .otherCases(let namespace): words.form("absence.other_cases", ["namespace": namespace])
        case .noStart(let kinds):
            words.form(
                "absence.no_start",
                ["events": kinds.map { words.form("absence.event", ["event": title(of: $0)]) }.joined(separator: ", ")])
        case .notInForce(let id, let date):
            words.form("absence.not_in_force", ["update": name(id, updates), "on": words.shortDate(date)])
        case .otherData(let id, let fields):
            words.form(
                "absence.other_data",
                ["update": name(id, updates), "fields": fields.map(law.vocabulary.title).joined(separator: ", ")])
        case .exempt(let id, let exemption): text(of: exemption, name(id, updates))
        }
    }

    private func text(of exemption: Absence.Exemption, _ update: String) -> String {
        switch exemption {
        case .notRunning(let span):
            words.form("absence.not_running", ["update": update, "span": span.rawValue])
        case .underAge(let years): words.form("absence.under_age", ["update": update, "years": String(years)])
        case .unknownDate(let field):
            words.form("absence.unknown_date", ["update": update, "field": law.vocabulary.title(of: field)])
        case .planOver: words.form("absence.plan_over", ["update": update])
        case .elsewhere: words.form("absence.elsewhere", ["update": update])
        }
    }

    private func name(_ id: UpdateID, _ updates: [UpdateID: Update]) -> String {
        updates[id].map {
            words.form(
                "absence.update", ["event": title(of: $0.event), "at": numeric($0.at), "id": id.rawValue])
        } ?? id.rawValue
    }

    private func title(of kind: EventKind) -> String { law.vocabulary[kind]?.title ?? kind.rawValue }
}
