package import Deadlines

/// What one transaction can hold: the updates of many small files, or a stretch of a large one.
package struct Batch: Sendable {
    /// An update and where it stood.
    package struct Entry: Sendable {
        /// The update.
        package let update: Update
        /// Its file, as an index into `files`.
        package let file: Int
        /// Its line, from 1; of an export its row.
        package let line: Int
    }

    /// The updates to commit.
    package internal(set) var entries: [Entry] = []
    /// The files they come from, and those that hold none.
    package internal(set) var files: [TakenFile] = []
    /// What could not be read; these files stay where they are and are tried again at the next look.
    package internal(set) var troubles: [any Error] = []
    /// What became of the exports that begin here.
    package internal(set) var imports: [ImportedExport] = []

    /// Refuses an entry after all, e.g. because its id stands for other content; `refusal` is given its line or row.
    package mutating func refuse(_ entry: Entry, because refusal: Refusal) {
        let isExport = files[entry.file].export != nil
        files[entry.file].refusals.add(isExport ? refusal.at(row: entry.line) : refusal.at(line: entry.line))
    }
}
