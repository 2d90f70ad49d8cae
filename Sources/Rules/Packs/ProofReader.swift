import Deadlines

/// Reads what shows that something was done, and which of it belongs to the thing in question.
struct ProofReader {
    let declarations: Declarations
    let table: TomlTable

    private var patterns: PatternReader { PatternReader(declarations: declarations) }

    /// The proof at `key`, which must be there: updates, or `"end"` for the end of the span that starts it.
    func required(_ key: String, of start: Start?, earliest: Earliest = .start) -> Proof? {
        guard table.required(key, "a list of events") else { return nil }
        if case .string("end") = table.value(key) { return ownEnd(key, of: start) }
        if case .list(let list) = table.value(key), list.isEmpty { table.fault(key, "names no event") }
        return proof(key, of: start, earliest)
    }

    /// The proof at `key`; nil where it is absent.
    func optional(_ key: String, of start: Start?, earliest: Earliest = .start) -> Proof? {
        table.keys.contains(key) ? proof(key, of: start, earliest) : nil
    }

    private func ownEnd(_ key: String, of start: Start?) -> Proof? {
        guard case .span(let choice, _) = start, let span = declarations.spans[choice.span] else {
            table.fault(key, "\"end\" needs a start that is a span: start = { span = \"…\" }")
            return nil
        }
        return Proof(parts: span.end.map { ProofPart($0) }, belonging: .sameRef, earliest: .start, isOwnEnd: true)
    }

    private func proof(_ key: String, of start: Start?, _ earliest: Earliest) -> Proof? {
        let parts = patterns.elements(table, key).flatMap { part($0, key, of: start) }
        return parts.isEmpty
            ? nil : Proof(parts: parts, belonging: belonging(), earliest: self.earliest() ?? earliest)
    }

    /// An update, or `{ event = "…", later = true, same = ["pejlemaerke"] }`.
    private func part(_ value: TomlValue, _ key: String, of start: Start?) -> [ProofPart] {
        let found = patterns.patterns(value, table, key)
        guard case .table(let inner) = value else { return found.map { ProofPart($0) } }
        defer { inner.refuseUnknownKeys() }
        let isLater = inner.flag("later") ?? false
        let same = (inner.strings("same") ?? []).map { FieldName(rawValue: $0) }
        let kinds = (found + (start?.patterns(declarations.spans) ?? [])).compactMap { declarations.kinds[$0.event] }
        for field in same {
            for kind in kinds where kind.fields[field] == nil {
                inner.fault("same", "\(kind.name) has no field", unlike: field.rawValue, in: kind.fields.keys)
            }
        }
        return found.map { ProofPart($0, isLater: isLater, sameFields: same) }
    }

    private enum BelongingWord: String, CaseIterable {
        case sameRef = "same-ref"
        case exactRef = "exact-ref"
        case anyInCase = "any-in-case"
        case decision
    }

    private func belonging() -> Belonging {
        let kinds = (table.strings("or_refs_of") ?? []).compactMap { patterns.kind($0, table, "or_refs_of")?.name }
        switch table.word("belongs", BelongingWord.self) {
        case .decision: return .decision(orRefsOf: kinds)
        case .anyInCase: return .anyInCase
        case .exactRef: return .exactRef
        case .sameRef, nil: return .sameRef
        }
    }

    private func earliest() -> Earliest? {
        if table.flag("may_precede") ?? false { return .anyTime }
        return LimitReader.limit(table, "not_older_than").map(Earliest.before)
    }
}
