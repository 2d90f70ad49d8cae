package import Deadlines
package import Import
package import Rules

/// Exports of a case system that the spool turns into updates: `[import.NAME]`.
package struct ImportSettings: Sendable {
    /// The names of the files it is for; `*` and `?` stand for other letters.
    package let files: [String]
    /// What their columns mean.
    package let mapping: Mapping
    /// The `[producer.NAME]` that they come from; nil where none is named.
    package let producer: String?
}

/// Reads `[import.NAME]`, and a mapping by itself.
package struct ImportReader {
    /// What a section of `fristd.toml` says, before its mapping is read.
    struct Section {
        let name: String
        let files: [String]
        let mapping: String
        let producer: String?
        let table: TomlTable
    }

    /// The sections of `root`.
    static func sections(_ root: TomlTable) -> [Section] {
        root.tablesByName("import").compactMap { name, table in
            defer { table.refuseUnknownKeys() }
            let files = table.required("files", "names of files such as \"dubu-*.csv\"") ? table.strings("files") : nil
            guard let mapping = table.requiredString("mapping"), let files else { return nil }
            for file in files where file.hasSuffix(".json") || file.hasSuffix(".jsonl") || file.contains("/") {
                table.fault("files", "\"\(file)\" is no name of an export; .json and .jsonl hold updates themselves")
            }
            return Section(
                name: name, files: files, mapping: mapping, producer: table.string("producer"), table: table)
        }
    }

    /// The mapping in the file at `path`, for updates that `law` knows.
    ///
    /// - Throws: every fault.
    package static func mapping(at path: String, under law: Law) throws(Faults) -> Mapping {
        let text: String
        do { text = try TextFile.read(path) } catch { throw Faults([error]) }
        return try MappingReader(file: path, text: text, vocabulary: law.vocabulary).mapping()
    }

    /// The imports of these sections, which come from `producers`.
    ///
    /// - Throws: every fault of the mappings; one that calls itself otherwise than its section is at fault too, because
    ///   two mappings of one name would take back each other's updates.
    static func imports(
        _ sections: [Section], of files: ConfigurationFiles, from producers: [ProducerSettings], under law: Law
    ) throws(Faults) -> [ImportSettings] {
        var faults: [Fault] = []
        var imports: [ImportSettings] = []
        for section in sections {
            let path = files.path(section.mapping)
            do throws(Faults) {
                let mapping = try mapping(at: path, under: law)
                if mapping.name != section.name {
                    section.table.fault(
                        "mapping",
                        "its mapping is called \"\(mapping.name)\"; call the section [import.\(mapping.name)]")
                }
                if let producer = section.producer, !producers.contains(where: { $0.name == producer }) {
                    let hint = NearestWord.hint(producer, in: producers.map(\.name))
                    section.table.fault("producer", "there is no [producer.\(producer)]\(hint)")
                }
                imports.append(
                    ImportSettings(files: section.files, mapping: mapping, producer: section.producer))
            } catch { faults += error.list }
        }
        guard faults.isEmpty else { throw Faults(faults) }
        return imports
    }
}
