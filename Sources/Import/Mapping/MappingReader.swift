package import Deadlines
package import Rules

/// Reads a mapping, or tells everything that is wrong with it.
package struct MappingReader {
    private let document: TomlDocument
    private let vocabulary: Vocabulary

    /// A reader of the mapping `text`, which stands in `file`, for updates of these kinds.
    package init(file: String, text: String, vocabulary: Vocabulary) {
        document = TomlDocument(file: file, text: text)
        self.vocabulary = vocabulary
    }

    /// The mapping.
    ///
    /// - Throws: every fault.
    package func mapping() throws(Faults) -> Mapping {
        guard document.faults.isEmpty else { throw Faults(document.faults) }
        let root = document.root
        let cells = CellReader(root)
        let name = name(root)
        let mode = root.requiredWord("mode", Mapping.Mode.self)
        let format = format(root)
        let common = cells.fields(of: root)
        let rowID = cells.source(root, "id")
        let reach = reach(root)
        let reader = EventReader(vocabulary: vocabulary, cells: cells, common: common, mode: mode)
        let events = root.tables("event").compactMap { reader.event($0) }
        if root.tables("event").isEmpty {
            root.fault("event", "a mapping has at least one [[event]], an update that a row gives")
        }
        if mode == .snapshot, reach == nil {
            root.fault("mode", "a snapshot says how far it reaches; add [reaches] with the case of its source")
        }
        if mode == .snapshot, rowID != nil {
            root.fault("id", "an id of rows is for events; in a snapshot an [[event]] has a \"key\" where it needs one")
        }
        refuseMissingKinds(root, mode, reach)
        root.refuseUnknownKeys()
        guard document.faults.isEmpty, let name, let mode, let format else { throw Faults(document.faults) }
        return Mapping(name: name, mode: mode, format: format, events: events, reach: reach, rowID: rowID)
    }

    private func name(_ root: TomlTable) -> String? {
        guard let name = root.requiredString("name") else { return nil }
        let form = IdentifierForm.staff
        if form.matches(name), name.utf8.count <= 32, !CPR.found(in: name) { return name }
        root.fault("name", "\"\(name)\" must be 1–32 of A–Z a–z 0–9 . _ -, since ids of updates begin with it")
        return nil
    }

    private func format(_ root: TomlTable) -> TableFormat? {
        let encoding = root.word("encoding", TableFormat.Encoding.self) ?? .utf8
        let separator = root.string("separator") ?? ";"
        if let format = TableFormat(separator: separator, encoding: encoding) { return format }
        root.fault("separator", "must be one of \";\", \",\", \"|\" and \"\\t\", not \"\(separator)\"")
        return nil
    }

    private func reach(_ root: TomlTable) -> ReachMapping? {
        guard let table = root.table("reaches") else { return nil }
        defer { table.refuseUnknownKeys() }
        let (column, file) = (table.string("column"), table.string("file"))
        if column != nil, file != nil { table.fault("file", "say \"column\" or \"file\", not both") }
        if let file, file.split(separator: "{date}", omittingEmptySubsequences: false).count != 2 {
            table.fault("file", "must hold {date} once, as in \"dubu-{date}.csv\"")
        }
        guard let name = table.requiredString("case") else { return nil }
        if !IdentifierForm.reference.matches(name) {
            table.fault("case", "\"\(name)\" must be \(IdentifierForm.reference.description)")
        }
        return ReachMapping(caseID: CaseID(rawValue: name), column: column, fileName: file)
    }

    private func refuseMissingKinds(_ root: TomlTable, _ mode: Mapping.Mode?, _ reach: ReachMapping?) {
        if reach != nil, vocabulary.kind(meaning: .feedReaches)?.field(of: .instant) == nil {
            root.fault("reaches", "no pack declares a kind with does = \"feed-reaches\" and an instant")
        }
        if mode == .snapshot, vocabulary.kind(meaning: .takesBack)?.field(of: .update) == nil {
            root.fault("mode", "no pack declares a kind with does = \"takes-back\" that names an update")
        }
    }
}
