package import Deadlines
import Glibc
package import Import

/// Which files of the spool are exports of case systems, and what they mean (`[import.NAME]`).
package struct ExportImports: Sendable {
    /// Exports of one kind.
    package struct Rule: Sendable {
        let files: [String]
        let mapping: Mapping
        let producer: Producer?

        /// Files whose names match one of `files`, where `*` and `?` stand for others' letters, are read by `mapping`.
        ///
        /// - Parameter producer: whom they come from; nil where anybody may send them who may send what they hold.
        package init(files: [String], mapping: Mapping, producer: Producer? = nil) {
            self.files = files
            self.mapping = mapping
            self.producer = producer
        }

        /// Whether files of `owner` are this producer's.
        func isOf(_ owner: UInt32) -> Bool { producer?.uid == owner }
    }

    private let rules: [Rule]
    let vocabulary: Vocabulary
    /// What the store has of a mapping's updates.
    let earlier: @Sendable (Mapping) throws -> EarlierUpdates

    /// Imports by these rules, the first that matches a name counting.
    package init(
        _ rules: [Rule], vocabulary: Vocabulary, earlier: @escaping @Sendable (Mapping) throws -> EarlierUpdates
    ) {
        self.rules = rules
        self.vocabulary = vocabulary
        self.earlier = earlier
    }

    /// None: every export is refused.
    package static let none = ExportImports([], vocabulary: Vocabulary()) { _ in .none }

    /// What the file `name` is read by; nil when it is no export.
    func rule(of name: String) -> Rule? {
        guard UpdateFormat(name: name) == nil else { return nil }
        return rules.first { rule in rule.files.contains { fnmatch($0, name, 0) == 0 } }
    }

    /// What may be kept of the file `name`: what is no file of updates may hold what nobody asked for.
    func keeping(ofFile name: String) -> TakenFile.Keeping {
        UpdateFormat(name: name) == nil ? .columns(rule(of: name)?.mapping) : .lines
    }
}

/// What became of an export, for those who ask.
package struct ImportedExport: Sendable {
    /// Its file's name, masked.
    package let file: String
    /// The mapping's name.
    package let mapping: String
    /// What it came to.
    package let conversion: Conversion
}
