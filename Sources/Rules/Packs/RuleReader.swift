import Deadlines

/// Reads the rules of one pack.
struct RuleReader {
    let declarations: Declarations
    let pack: PackHeader

    /// The rules at `[[rule]]`; what is wrong with one is told, and it is left out.
    func rules(_ root: TomlTable) -> [(rule: Rule, table: TomlTable)] {
        root.tables("rule").compactMap { table in rule(table).map { ($0, table) } }
    }

    private func rule(_ table: TomlTable) -> Rule? {
        let id = table.requiredString("id")
        let title = table.requiredString("title")
        let law = table.requiredString("law")
        let asks = table.requiredString("asks")
        let announcement = announcement(table)
        let grundlag = table.requiredWord("grundlag", Grundlag.self)
        let confirmed = table.flag("confirmed") ?? true
        let isFormality = table.flag("formality") ?? false
        let ladder = ladder(table)
        let namespace = namespace(table)
        let inForce = Period(
            from: table.date("from") ?? pack.inForce.from, until: table.date("until") ?? pack.inForce.until)
        let word = table.requiredWord("form", FormWord.self)
        let form = word.flatMap { self.form($0, table, inForce) }
        // Without its word nobody has asked for the form's keys.
        if word != nil { table.refuseUnknownKeys() }
        if let id, !IdentifierForm.staff.matches(id) {
            table.fault("id", "\"\(id)\" must be \(IdentifierForm.staff.description)")
        }
        guard let id, let title, let law, let asks, let grundlag, let ladder, let form else { return nil }
        return Rule(
            id: RuleID(rawValue: id), title: title, law: law, grundlag: grundlag, confirmed: confirmed,
            isFormality: isFormality, ladder: ladder, inForce: inForce, namespace: namespace, form: form, asks: asks,
            announcement: announcement, file: table.document.file, text: table.document.source(of: table.path))
    }

    /// `announced = { news = "Ny underretning modtaget", must = "den skal være vurderet" }`
    private func announcement(_ table: TomlTable) -> Announcement? {
        guard let inner = table.table("announced") else { return nil }
        defer { inner.refuseUnknownKeys() }
        let (news, must) = (inner.requiredString("news"), inner.requiredString("must"))
        guard let news, let must else { return nil }
        return Announcement(news: news, must: must)
    }

    private func ladder(_ table: TomlTable) -> LadderID? {
        guard let name = table.requiredString("ladder") else { return nil }
        if declarations.ladders[LadderID(rawValue: name)] == nil {
            table.fault("ladder", "no pack declares the ladder", unlike: name, in: declarations.ladders.keys)
        }
        return LadderID(rawValue: name)
    }

    private func namespace(_ table: TomlTable) -> String? {
        guard let name = table.string("namespace") else { return nil }
        if !declarations.namespaces.contains(name) {
            table.fault("namespace", "no pack declares the namespace", unlike: name, in: declarations.namespaces)
        }
        return name
    }

    private enum FormWord: String, CaseIterable {
        case deadline, repetition, count, prerequisite, conflict, stillness
        case requiredField = "required-field"
    }

    private func form(_ word: FormWord, _ table: TomlTable, _ inForce: Period) -> Form? {
        let reader = FormReader(declarations: declarations, table: table, inForce: inForce)
        switch word {
        case .deadline: return reader.deadline().map(Form.deadline)
        case .repetition: return reader.repetition().map(Form.repetition)
        case .count: return reader.count().map(Form.count)
        case .requiredField: return reader.requiredField().map(Form.requiredField)
        case .conflict: return reader.conflict().map(Form.conflict)
        case .prerequisite: return reader.prerequisite().map(Form.prerequisite)
        case .stillness: return reader.stillness().map(Form.stillness)
        }
    }
}
