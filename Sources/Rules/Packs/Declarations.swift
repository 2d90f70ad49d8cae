import Deadlines
import Telling

/// What packs declare for one another's rules: codes, kinds of update, spans and ladders.
struct Declarations {
    private(set) var codes: [String: [String]] = [:]
    private(set) var kinds: [EventKind: Kind] = [:]
    private(set) var spans: [SpanID: SpanDeclaration] = [:]
    private(set) var ladders: [LadderID: Ladder] = [:]
    private(set) var namespaces: Set<String> = []
    /// The rules that an update may name, whatever packs are loaded.
    private(set) var ruleNames: Set<RuleID> = []
    /// The present names of rules by those of old.
    private(set) var formerNames: [RuleID: RuleID] = [:]
    private(set) var fieldTitles: [String: String] = [:]
    private(set) var codeTitles: [String: String] = [:]

    mutating func readNamespaces(_ root: TomlTable) {
        namespaces.formUnion(root.strings("namespaces") ?? [])
    }

    /// `rule_names` and `[formerly]`, whose keys are names of old.
    mutating func readRuleNames(_ root: TomlTable) {
        let names = root.strings("rule_names") ?? []
        for name in names where !IdentifierForm.staff.matches(name) {
            root.fault("rule_names", "\"\(name)\" must be \(IdentifierForm.staff.description)")
        }
        ruleNames.formUnion(names.map { RuleID(rawValue: $0) })
        guard let table = root.table("formerly") else { return }
        for name in table.keys {
            guard let present = table.requiredString(name) else { continue }
            formerNames[RuleID(rawValue: name)] = RuleID(rawValue: present)
        }
        table.refuseUnknownKeys()
    }

    /// `[title.fields]` and `[title.codes]`: what they are called where people read.
    mutating func readTitles(_ root: TomlTable) {
        guard let table = root.table("title") else { return }
        fieldTitles.merge(Declarations.titles(table, "fields")) { _, last in last }
        codeTitles.merge(Declarations.titles(table, "codes")) { _, last in last }
        table.refuseUnknownKeys()
    }

    private static func titles(_ table: TomlTable, _ key: String) -> [String: String] {
        guard let titles = table.table(key) else { return [:] }
        return titles.keys.reduce(into: [:]) { $0[$1] = titles.requiredString($1) }
    }

    mutating func readCodes(_ root: TomlTable) {
        guard let table = root.table("codes") else { return }
        for name in table.keys {
            guard let words = table.strings(name) else { continue }
            if codes[name] != nil { table.fault(name, "the codes \"\(name)\" are declared twice") }
            for word in words where !IdentifierForm.staff.matches(word) {
                table.fault(name, "the code \"\(word)\" must be \(IdentifierForm.staff.description)")
            }
            codes[name] = words
        }
    }

    mutating func readKinds(_ root: TomlTable) {
        for (name, table) in root.tablesByName("kind") {
            let kind = EventKind(rawValue: name)
            if kinds[kind] != nil { root.fault("kind.\(name)", "the kind \"\(name)\" is declared twice") }
            let required = table.strings("required") ?? []
            let fields = readFields(table, required: required)
            for field in required where fields[FieldName(rawValue: field)] == nil {
                let known = fields.keys.map(\.rawValue)
                table.fault("required", "\"\(field)\" is no field of this kind\(NearestWord.hint(field, in: known))")
            }
            kinds[kind] = Kind(
                name: kind, title: table.requiredString("title") ?? name, fields: fields,
                meaning: table.word("does", Meaning.self))
            table.refuseUnknownKeys()
        }
    }

    private func readFields(_ table: TomlTable, required: [String]) -> [FieldName: Field] {
        guard let fields = table.table("fields") else { return [:] }
        var result: [FieldName: Field] = [:]
        for name in fields.keys {
            guard let type = fieldType(fields, name) else { continue }
            result[FieldName(rawValue: name)] = Field(type: type, required: required.contains(name))
        }
        return result
    }

    private func fieldType(_ fields: TomlTable, _ name: String) -> Field.ValueType? {
        switch fields.value(name) {
        case .string(let word):
            if let type = Field.ValueType(word) { return type }
            fields.fault(
                name,
                "unknown type \"\(word)\"; it is one of \(Field.ValueType.words.keys.sorted().joined(separator: ", ")), "
                    + "a list of codes, or { codes = \"name\" }\(NearestWord.hint(word, in: Field.ValueType.words.keys))"
            )
            return nil
        case .list: return fields.strings(name).map(Field.ValueType.code)
        case .table(let table):
            guard let list = table.requiredString("codes") else { return nil }
            if let words = codes[list] { return .code(words) }
            table.fault("codes", "no codes are called", unlike: list, in: codes.keys)
            return nil
        case .some(let other):
            fields.fault(name, "must be a type or a list of codes, not \(other.kind)")
            return nil
        case nil: return nil
        }
    }

    mutating func readSpans(_ root: TomlTable) {
        for table in root.tables("span") {
            let patterns = PatternReader(declarations: self)
            guard let id = table.requiredString("id") else { continue }
            let span = SpanDeclaration(
                id: SpanID(rawValue: id), title: table.string("title"), start: patterns.required(table, "start"),
                end: patterns.required(table, "end"), restartsOnLastDay: table.flag("restarts_on_last_day") ?? false,
                endsRequirements: table.flag("ends_requirements") ?? false)
            if spans[span.id] != nil { table.fault("id", "the span \"\(id)\" is declared twice") }
            spans[span.id] = span
            table.refuseUnknownKeys()
        }
    }

    mutating func readLadders(_ root: TomlTable) {
        for table in root.tables("ladder") {
            guard let ladder = LadderReader.ladder(table) else { continue }
            if ladders[ladder.id] != nil { table.fault("id", "the ladder \"\(ladder.id)\" is declared twice") }
            ladders[ladder.id] = ladder
        }
    }
}

extension Field.ValueType {
    /// The types that need no list, by the word packs use.
    static let words: [String: Field.ValueType] = [
        "flag": .flag, "date": .date, "month": .month, "instant": .instant, "word": .word, "update": .update,
        "rule": .rule, "person": .person, "key": .key, "paragraf": .paragraf, "case": .caseID,
    ]

    init?(_ word: String) {
        guard let type = Field.ValueType.words[word] else { return nil }
        self = type
    }
}
