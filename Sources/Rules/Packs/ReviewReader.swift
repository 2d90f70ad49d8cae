import Deadlines

/// Reads `[review]`, `[[pejlemaerke]]` and `[[theme]]`: what leaders look at when they read a sample of cases.
struct ReviewReader {
    let declarations: Declarations
    /// The rules of the loaded packs.
    let rules: Set<RuleID>

    /// What all packs say of it; nil where none has `[review]`.
    func review(_ roots: [TomlTable]) -> LeadersReview? {
        let themes = roots.flatMap { $0.tables("theme") }.compactMap(theme)
        let tables = roots.flatMap { $0.tables("pejlemaerke") }
        let declared = roots.compactMap { $0.table("review") }
        for table in declared.dropFirst() { table.document.fault(table.path, "the review is declared twice") }
        guard let table = declared.first else {
            for table in tables { table.document.fault(table.path, "needs a [review] in one of the packs") }
            return nil
        }
        return review(table, tables, themes)
    }

    private func review(_ table: TomlTable, _ parts: [TomlTable], _ themes: [ReviewTheme]) -> LeadersReview? {
        defer { table.refuseUnknownKeys() }
        let within = LimitReader.required(table, "within")
        let namespace = table.requiredString("namespace")
        if let namespace, !declarations.namespaces.contains(namespace) {
            table.fault("namespace", "no pack declares the namespace", unlike: namespace, in: declarations.namespaces)
        }
        let subject = codeField(table, "subject")
        let judgement = codeField(table, "judgement")
        let pejlemaerker = parts.compactMap { pejlemaerke($0, among: subject?.codes ?? []) }
        let lacking = codes(table, "lacking", among: judgement?.codes ?? [])
        let leftOut = codes(table, "left_out", among: judgement?.codes ?? [])
        guard let within, let namespace, let subject, let judgement else { return nil }
        return LeadersReview(
            namespace: namespace, within: within, subject: subject.name, judgement: judgement.name,
            answers: judgement.codes, lacking: lacking, leftOut: leftOut, pejlemaerker: pejlemaerker, themes: themes)
    }

    /// A field of findings that takes one of a list of codes.
    private func codeField(_ table: TomlTable, _ key: String) -> (name: FieldName, codes: [String])? {
        guard let name = table.requiredString(key) else { return nil }
        let fields = declarations.kinds.values.first { $0.meaning == .findsInReview }?.fields ?? [:]
        if case .code(let codes) = fields[FieldName(rawValue: name)]?.type { return (FieldName(rawValue: name), codes) }
        table.fault(
            key, "no kind that does \"\(Meaning.findsInReview.rawValue)\" has a field of codes", unlike: name,
            in: fields.keys)
        return nil
    }

    private func codes(_ table: TomlTable, _ key: String, among known: [String]) -> Set<String> {
        let codes = table.strings(key) ?? []
        for code in codes where !known.contains(code) && !known.isEmpty {
            table.fault(key, "no answer is called", unlike: code, in: known)
        }
        return Set(codes)
    }

    private func pejlemaerke(_ table: TomlTable, among codes: [String]) -> Pejlemaerke? {
        defer { table.refuseUnknownKeys() }
        let code = table.requiredString("code")
        if let code, !codes.isEmpty, !codes.contains(code) {
            table.fault("code", "what is looked at has no code", unlike: code, in: codes)
        }
        let question = table.requiredString("question")
        let names = (table.strings("rules") ?? []).map { RuleID(rawValue: $0) }
        let known = declarations.ruleNames.union(rules)
        for name in names where !known.contains(name) {
            table.fault("rules", "no pack has the rule", unlike: name.rawValue, in: known)
        }
        guard let code, let question else { return nil }
        return Pejlemaerke(code: code, question: question, rules: Set(names))
    }

    private func theme(_ table: TomlTable) -> ReviewTheme? {
        defer { table.refuseUnknownKeys() }
        let id = table.requiredString("id")
        if let id, !IdentifierForm.staff.matches(id) {
            table.fault("id", "\"\(id)\" must be \(IdentifierForm.staff.description)")
        }
        let title = table.requiredString("title")
        guard let form = form(table), let id, let title else { return nil }
        return ReviewTheme(id: ThemeID(rawValue: id), title: title, form: form)
    }

    /// `running = "indsats"`, or `events = ["…"]` with `within`.
    private func form(_ table: TomlTable) -> ReviewTheme.Form? {
        let reader = FormReader(declarations: declarations, table: table, inForce: Period())
        if table.keys.contains("running") { return reader.choice("running").map(ReviewTheme.Form.running) }
        let patterns = reader.patterns.required(table, "events")
        let within = LimitReader.required(table, "within")
        guard let within, !patterns.isEmpty else { return nil }
        return .happened(patterns, within: within)
    }
}
