/// The files that wording is made of: those of a language, and those around them that serve all languages.
package struct WordingFiles: Sendable {
    /// Where those of the language lie.
    package let directory: String
    /// Their texts by name.
    package var texts: [String: String]
    /// The words shipped with the program, as `ord.toml` has them: they serve where the municipality's own lack one.
    package let shippedWords: String

    /// Files of these texts, by name.
    package init(directory: String, texts: [String: String], shippedWords: String = "") {
        self.directory = directory
        self.texts = texts
        self.shippedWords = shippedWords
    }
}
