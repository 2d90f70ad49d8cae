import Deadlines

/// Reads which updates a rule means: `"bfu.afsluttet"`, or `{ event = "…", where = { formaal = "bfu" } }`, or
/// `{ starts = "indsats" }` for those that can begin a span.
struct PatternReader {
    let declarations: Declarations

    /// A list of at least one pattern.
    func required(_ table: TomlTable, _ key: String) -> [EventPattern] {
        guard table.required(key, "a list of events") else { return [] }
        if case .list(let list) = table.value(key), list.isEmpty { table.fault(key, "names no event") }
        return patterns(table, key)
    }

    /// The patterns at `key`: none where it is absent.
    func patterns(_ table: TomlTable, _ key: String) -> [EventPattern] {
        elements(table, key).flatMap { element in
            let patterns = patterns(element, table, key)
            if case .table(let inner) = element { inner.refuseUnknownKeys() }
            return patterns
        }
    }

    /// The values at `key`, each of which is an update; none where it is absent.
    func elements(_ table: TomlTable, _ key: String) -> [TomlValue] {
        switch table.value(key) {
        case nil: []
        case .list(let list): list
        case .some(let single): [single]
        }
    }

    /// What one value at `key` means.
    func patterns(_ value: TomlValue, _ table: TomlTable, _ key: String) -> [EventPattern] {
        switch value {
        case .string(let name): return kind(name, table, key).map { [EventPattern($0.name)] } ?? []
        case .table(let inner):
            if inner.keys.contains("starts") { return declarations.span(inner, "starts")?.start ?? [] }
            guard let name = inner.requiredString("event"), let kind = kind(name, inner, "event") else { return [] }
            let conditions = ConditionReader().conditions(inner, "where", of: [kind])
            return [EventPattern(kind.name, where: conditions)]
        default:
            table.fault(key, "must be an event or { event = \"…\", where = { … } }, not \(value.kind)")
            return []
        }
    }

    /// A kind that some pack declares.
    func kind(_ name: String, _ table: TomlTable, _ key: String) -> Kind? {
        if let kind = declarations.kinds[EventKind(rawValue: name)] { return kind }
        table.fault(key, "no pack declares the kind", unlike: name, in: declarations.kinds.keys)
        return nil
    }
}

extension Declarations {
    /// The span that is named at `key`, which must be there.
    func span(_ table: TomlTable, _ key: String) -> SpanDeclaration? {
        guard let name = table.requiredString(key) else { return nil }
        if let span = spans[SpanID(rawValue: name)] { return span }
        table.fault(key, "no pack declares the span", unlike: name, in: spans.keys)
        return nil
    }
}
