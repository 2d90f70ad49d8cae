package import Deadlines

/// One update told in a line: `2024-03-04 indsats.ivaerksat ref=ind-1 type=anbringelse`.
///
/// After the moment and the kind come, in any order, `id`, `ref`, `caseworker`, `team` and the fields of the kind.
package struct StoryLine {
    package let text: String

    /// A line that says this.
    package init(text: String) {
        self.text = text
    }

    /// A line that says nothing the packs know.
    package struct Nonsense: Error {
        let line: String
        let why: String
    }

    /// The update; its id is `id` unless the line names one.
    package func update(of caseID: CaseID, id: String, under law: Law) throws -> Update {
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 2, let at = Moment(words[0]) else { throw nonsense("no moment and kind") }
        let event = EventKind(rawValue: words[1])
        guard let kind = law.vocabulary[event] else { throw nonsense("no such kind") }
        var fields = try namedWords(words.dropFirst(2))
        let id = UpdateID(rawValue: fields.removeValue(forKey: "id") ?? id)
        let ref = fields.removeValue(forKey: "ref").map(Reference.init(rawValue:))
        let caseworker = fields.removeValue(forKey: "caseworker").map(PersonID.init(rawValue:))
        let team = fields.removeValue(forKey: "team").map(TeamID.init(rawValue:))
        // A correction names its update by a field that is called as the update's own id is.
        var data: [FieldName: FieldValue] = [:]
        for (name, word) in fields {
            let field = FieldName(rawValue: name == "takes-back" ? "id" : name)
            data[field] = try value(word, kind.fields[field])
        }
        return Update(
            id: id, caseID: caseID, event: event, at: at, ref: ref, caseworker: caseworker, team: team, data: data)
    }

    private func namedWords(_ words: some Sequence<String>) throws -> [String: String] {
        var named: [String: String] = [:]
        for word in words {
            guard let equals = word.firstIndex(of: "=") else { throw nonsense("\(word) is no field") }
            named[String(word[..<equals])] = String(word[word.index(after: equals)...])
        }
        return named
    }

    private func value(_ word: String, _ field: Field?) throws -> FieldValue {
        let value: FieldValue? =
            switch field?.type {
            case .flag: Bool(word).map(FieldValue.flag)
            case .date: LocalDate(word).map(FieldValue.date)
            case .month: Month(word).map(FieldValue.month)
            case .instant: Instant(word).map(FieldValue.instant)
            case .code(let codes): codes.contains(word) ? .word(word) : nil
            case .word, .paragraf, .caseID, .update, .rule, .person, .key: .word(word)
            case nil: nil
            }
        guard let value else { throw nonsense("\(word) is no value of a field of this kind") }
        return value
    }

    private func nonsense(_ why: String) -> Nonsense { Nonsense(line: text, why: why) }
}
