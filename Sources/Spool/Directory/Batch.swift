import Deadlines

/// What one transaction can hold: the updates of many small files, or a stretch of a large one.
public struct Batch: Sendable {
    /// An update and where it stood.
    public struct Entry: Sendable {
        /// The update.
        public let update: Update
        /// Its file, as an index into `files`.
        public let file: Int
        /// Its line, from 1; of an export its row.
        public let line: Int
    }

    /// The updates to commit.
    public internal(set) var entries: [Entry] = []
    /// The files they come from, and those that hold none.
    public internal(set) var files: [TakenFile] = []
    /// What could not be read; these files stay where they are and are tried again at the next look.
    public internal(set) var troubles: [any Error] = []
    /// What became of the exports that begin here.
    public internal(set) var imports: [ImportedExport] = []

    /// Refuses an entry after all, e.g. because its id stands for other content; `refusal` is given its line or row.
    public mutating func refuse(_ entry: Entry, because refusal: Refusal) {
        let isExport = files[entry.file].export != nil
        files[entry.file].refusals.add(isExport ? refusal.at(row: entry.line) : refusal.at(line: entry.line))
    }
}
