package import Deadlines

/// Why a rule asks for nothing.
enum AbsenceWord: String, Phrase {
    case elsewhere, event, excluded, noSpan, noStart, notCounted, notGiven, notInForce, notRunning, notYet, only,
        otherCases, otherData, overtaken, planOver, running
    case underAge, unknownDate, update

    enum Gaps: String, Gap {
        case at, event, events, field, id, namespace, on, reasons, span, update, value, values, years
    }

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
        case .otherData(let id, let mismatches):
            say(.otherData, [.update: name(id, updates), .reasons: text(of: mismatches)])
        case .exempt(let id, let exemption): text(of: exemption, name(id, updates))
        }
    }

    private func text(of exemption: Absence.Exemption, _ update: String) -> String {
        switch exemption {
        case .notRunning(let span): say(.notRunning, [.update: update, .span: title(of: span)])
        case .running(let span): say(.running, [.update: update, .span: title(of: span)])
        case .notCounted(let span, let mismatches):
            say(.notCounted, [.update: update, .span: title(of: span), .reasons: text(of: mismatches)])
        case .notYet(let date): say(.notYet, [.update: update, .on: words.shortDate(date)])
        case .overtaken: say(.overtaken, [.update: update])
        case .underAge(let years): say(.underAge, [.update: update, .years: String(years)])
        case .unknownDate(let field):
            say(.unknownDate, [.update: update, .field: law.vocabulary.title(of: field)])
        case .planOver: say(.planOver, [.update: update])
        case .elsewhere: say(.elsewhere, [.update: update])
        }
    }

    /// What a stretch of time is called, as it stands inside a sentence.
    private func title(of span: SpanID) -> String {
        law.spans[span]?.title?.lowercasingFirst ?? "»\(span)«"
    }

    private func text(of mismatches: [Absence.Mismatch]) -> String {
        mismatches.map(text).joined(separator: "; ")
    }

    private func text(of mismatch: Absence.Mismatch) -> String {
        let field = law.vocabulary.title(of: mismatch.condition.field)
        let value = mismatch.said.map(text(of:))
        func only(_ values: [FieldValue]) -> String {
            say(.only, [.field: field, .value: value, .values: values.map(text(of:)).joined(separator: ", ")])
        }
        return switch mismatch.condition.test {
        case .noneOf where mismatch.span != nil:
            say(.noSpan, [.field: field, .value: value, .span: mismatch.span?.rawValue])
        case .noneOf: say(.excluded, [.field: field, .value: value])
        case .anyOf(let values), .anyIfGiven(let values): only(values)
        case .given: say(.notGiven, [.field: field])
        }
    }

    private func say(_ word: AbsenceWord, _ filling: Filling<AbsenceWord.Gaps>) -> String { words.say(word, filling) }

    private func name(_ id: UpdateID, _ updates: [UpdateID: Update]) -> String {
        updates[id].map { say(.update, [.event: title(of: $0.event), .at: numeric($0.at), .id: id.rawValue]) }
            ?? id.rawValue
    }
}
