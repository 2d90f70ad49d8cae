import Configuration
import Deadlines
import Import
import Notices
import Spool

extension CaseID {
    /// Where what concerns no child's case is registered: fristd as a source of its own (spec §3, `kilde/<name>`).
    static let ownCase = CaseID(rawValue: "kilde/fristd")
}

extension Settings {
    /// The update by which a command says something to the daemon, now, under an id of its own that begins with `prefix`.
    ///
    /// - Throws: a `Failure` where no pack has a kind for it.
    func update(
        saying meaning: Meaning, in caseID: CaseID, ref: Reference? = nil, id prefix: String,
        reason: String? = nil, _ values: [(type: Field.ValueType, value: FieldValue)]
    ) throws -> Update {
        var values = values
        let kind = law.vocabulary.kind(meaning: meaning)
        if let reason, let type = kind?.codeField.flatMap({ kind?.fields[$0]?.type }) {
            try requireReason(reason, of: type)
            values.append((type, .word(reason)))
        }
        let update = law.vocabulary.update(
            meaning: meaning, in: caseID, id: UpdateID(rawValue: "\(prefix)-\(Letters.random(24))"),
            at: .instant(StoreAccess.now(self)), ref: ref, values)
        guard let update else {
            throw Failure(
                .configuration, ["no rule pack declares a kind that does \"\(meaning.rawValue)\"; add one"])
        }
        return update
    }

    /// Ends the command with 65 where a reason is none of the codes there are.
    private func requireReason(_ reason: String, of type: Field.ValueType) throws {
        guard case .code(let codes) = type, !codes.contains(reason) else { return }
        let wording = try Wording(self)
        let gaps: [CommandWord.Gaps: String] = [
            .reason: reason, .reasons: codes.joined(separator: ", "), .hint: wording.hint(reason, in: codes),
        ]
        throw Failure(.badData, [wording.say(.noReason, gaps)])
    }

    /// Puts `updates` into the spool, once each is one that the daemon would take.
    func submit(_ updates: [Update]) throws {
        let reader = UpdateReader(vocabulary: law.vocabulary, rules: law.ruleNames)
        let lines = try updates.map { update in
            let line = Array(update.inputLine(in: calendar.zone).utf8)
            _ = try reader.update(from: line)
            return line
        }
        _ = try Outbox(self).put(lines)
    }
}
